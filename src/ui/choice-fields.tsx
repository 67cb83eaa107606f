/** Fields in which people choose: list, radio buttons, boxes. The first control carries the id that errors link to. */
import { Check, Fieldset, isWrong, labelIn, type Option } from "./check.tsx";
import {
  described,
  FieldError,
  FieldFrame,
  fieldId,
  type FieldProps,
  fieldValue,
  Hint,
  messageIds,
  StoredNow,
  wasPosted,
} from "./field.tsx";

export type { Option };

/** `emptyLabel` is the first, empty choice; `false` leaves it out (then the first option is preselected). */
export const SelectField = (
  props: FieldProps & { options: readonly Option[]; emptyLabel?: string | false | undefined },
) => {
  const chosen = fieldValue(props);
  const emptyLabel = props.emptyLabel ?? (props.required ? "Bitte wählen" : "Keine Angabe");
  const hasEmpty = emptyLabel !== false && !props.options.some((option) => option.value === "");
  return (
    <FieldFrame field={props} labelOf={labelIn(props.options)}>
      <div class="kern-form-input__select-wrapper">
        <select
          class={isWrong(props) ? "kern-form-input__select kern-form-input__select--error" : "kern-form-input__select"}
          id={fieldId(props)}
          name={props.name}
          {...described(props)}
        >
          {hasEmpty ? <option value="">{emptyLabel}</option> : null}
          {props.options.map((option) => (
            <option value={option.value} selected={option.value === chosen}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </FieldFrame>
  );
};

type GroupProps = FieldProps & {
  options: readonly Option[];
  /** Beside each other where the screen is wide enough; only for two or three short choices. */
  inline?: boolean | undefined;
};

const optionId = (field: FieldProps, index: number): string =>
  index === 0 ? fieldId(field) : `${fieldId(field)}-${index + 1}`;

export const RadioGroup = (props: GroupProps) => {
  const chosen = fieldValue(props);
  return (
    <Fieldset field={props} inline={props.inline} labelOf={labelIn(props.options)}>
      {props.options.map((option, index) => (
        <Check
          type="radio"
          id={optionId(props, index)}
          name={props.name}
          option={option}
          checked={option.value === chosen}
          wrong={isWrong(props)}
        />
      ))}
    </Fieldset>
  );
};

/** Any number of choices; `fallback` is a list here. */
export const CheckboxGroup = (props: Omit<GroupProps, "fallback"> & { fallback?: readonly string[] | undefined }) => {
  const sent = props.form.values[props.name];
  const own = sent === undefined ? [] : typeof sent === "string" ? [sent] : sent;
  const chosen = wasPosted(props.form) ? own : (props.fallback ?? []);
  const field: FieldProps = { ...props, fallback: undefined };
  return (
    <Fieldset field={field} inline={props.inline} labelOf={labelIn(props.options)}>
      {props.options.map((option, index) => (
        <Check
          type="checkbox"
          id={optionId(field, index)}
          name={props.name}
          option={option}
          checked={chosen.includes(option.value)}
          wrong={isWrong(field)}
        />
      ))}
    </Fieldset>
  );
};

/** One box, for a statement the user makes. Sends `on`. */
export const Checkbox = (props: Omit<FieldProps, "fallback"> & { fallback?: boolean | undefined }) => {
  const field: FieldProps = { ...props, fallback: undefined };
  const checked = wasPosted(props.form) ? fieldValue(field) === "on" : (props.fallback ?? false);
  return (
    <div class={isWrong(field) ? "aw-single-check aw-single-check--error" : "aw-single-check"}>
      <Check
        type="checkbox"
        id={fieldId(field)}
        name={props.name}
        option={{ value: "on", label: props.label }}
        checked={checked}
        wrong={isWrong(field)}
        describedBy={messageIds(field)}
      />
      <Hint field={field} />
      <StoredNow field={field} labelOf={() => "angekreuzt"} />
      <FieldError field={field} />
    </div>
  );
};
