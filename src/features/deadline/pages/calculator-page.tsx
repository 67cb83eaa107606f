/** The deadline calculator, for anyone: rule, day and Land in, result and derivation out. Keeps nothing, knows no case. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  Card,
  DateField,
  Derivation,
  DescriptionList,
  ErrorSummary,
  formatInstant,
  formatWeekday,
  NumberField,
  Page,
  SelectField,
  TimeField,
} from "../../../ui/index.ts";
import { type Calculated, calculatorFields, units } from "../calculator-form.ts";
import { calendarNames } from "../domain/calendar-names.ts";
import type { Deadline } from "../domain/deadline.ts";
import { ruleChoices } from "../rule-choice.ts";

type Props = Calculated & { now: Date; frame: Frame | undefined };

const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

export const CalculatorPage = ({ form, deadline, now, frame }: Props) => (
  <Page title="Fristenrechner" frame={frame} errorCount={Object.keys(form.errors).length}>
    <ErrorSummary form={form} title="Die Frist wurde nicht berechnet." />
    <p>Rechnet eine einzelne Frist mit allen Schritten und Normen. Es wird nichts gespeichert.</p>
    {deadline ? (
      <Outcome deadline={deadline} link={linkTo(form)} calendar={calendarNames[deadline.calendar] ?? ""} now={now} />
    ) : null}
    <div class="aw-not-printed">
      <CalculatorForm form={form} />
    </div>
    <p class="kern-body kern-body--small">
      Die Berechnung ersetzt keine Prüfung im Einzelfall. Der Rechenweg nennt jede Norm mit ihrer Fassung; was aus dem
      Gedächtnis aufgenommen ist, ist bezeichnet.
    </p>
  </Page>
);

const CalculatorForm = ({ form }: { form: FormState }) => (
  <Card title="Angaben">
    <form class="aw-form" method="get" action="/fristen/rechner" novalidate>
      <SelectField name="regel" label="Fristregel" required form={form} options={ruleChoices} />
      <DateField
        name="tag"
        label="Tag des Ereignisses"
        required
        form={form}
        hint="Zum Beispiel der Tag der Zustellung, TT.MM.JJJJ"
      />
      <SelectField
        name="land"
        label="Feiertage von"
        required
        form={form}
        fallback="DE-NW"
        emptyLabel={false}
        options={options(calendarNames)}
      />
      <NumberField name="dauer" label="Dauer" form={form} hint="Nur, wenn die Norm eine Wahl lässt" />
      <SelectField
        name="einheit"
        label="Einheit der Dauer"
        required
        form={form}
        fallback="D"
        emptyLabel={false}
        options={options(units)}
      />
      <FurtherFields form={form} />
      <button type="submit" class="kern-btn kern-btn--primary">
        <span class="kern-label">Frist berechnen</span>
      </button>
    </form>
  </Card>
);

const FurtherFields = ({ form }: { form: FormState }) => (
  <details class="aw-disclosure" open={hasMore(form.values, form.errors)}>
    <summary>Weitere Angaben: Uhrzeit, Anrechnung, Hemmung</summary>
    <div class="aw-disclosure__body">
      <TimeField
        name="uhrzeit"
        label="Uhrzeit des Ereignisses"
        form={form}
        hint="Nur bei Fristen nach Stunden, zum Beispiel 06:15"
      />
      <NumberField
        name="angerechnet"
        label="Angerechnete Tage"
        form={form}
        hint="Frühere Freiheitsentziehung (§ 62 Abs. 4 AufenthG)"
      />
      <DateField name="hemmung-von" label="Hemmung von" form={form} hint="§ 11 Abs. 9 AufenthG, TT.MM.JJJJ" />
      <DateField name="hemmung-bis" label="Hemmung bis" form={form} />
    </div>
  </details>
);

const further = ["uhrzeit", "angerechnet", "hemmung-von", "hemmung-bis"];
const hasMore = (values: Readonly<Record<string, unknown>>, errors: Readonly<Record<string, string>>): boolean =>
  further.some((name) => values[name] || errors[name]);

/** Only what was computed with, so that the address can be passed on and be read. */
function linkTo({ values }: FormState): string {
  const given = calculatorFields.flatMap((name): [string, string][] => {
    const value = values[name];
    return typeof value === "string" && value.trim() !== "" ? [[name, value.trim()]] : [];
  });
  return `/fristen/rechner?${new URLSearchParams(given).toString()}`;
}

type OutcomeProps = { deadline: Deadline; link: string; calendar: string; now: Date };

const Outcome = ({ deadline, link, calendar, now }: OutcomeProps) => {
  const { title, rule, legalEnd, operationalEnd, earliestAction, readings, missed, norm } = deadline;
  return (
    <Card title="Ergebnis" id="ergebnis">
      <Alert kind="info" title={`${title}: Ende am ${formatWeekday(legalEnd)}, 24:00 Uhr`} announce>
        <p>Wenn die Frist endet: {missed}</p>
      </Alert>
      <DescriptionList
        items={[
          { term: "Regel", value: `${rule}: ${norm.norm}` },
          ...(operationalEnd ? [{ term: "Planen bis", value: formatWeekday(operationalEnd) }] : []),
          ...(earliestAction ? [{ term: "Frühestens danach", value: formatWeekday(earliestAction) }] : []),
          { term: "Feiertage von", value: calendar },
          { term: "Gerechnet", value: formatInstant(now) },
          ...readings.map(({ text, day }) => ({ term: "Lesart", value: `${text}: ${formatWeekday(day)}` })),
        ]}
      />
      <h3 class="aw-h3">Rechenweg</h3>
      <Derivation steps={deadline.steps} />
      <p class="aw-export aw-not-printed">
        <a href={link}>Verweis auf diese Berechnung</a>
        <span>Er enthält nur Regel, Tage und Kalender. Drucken gibt das Ergebnis ohne Eingabefelder aus.</span>
      </p>
    </Card>
  );
};
