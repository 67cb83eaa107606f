/**
 * Turns what came from a form, a file or the database into a legal event, or names each wrong field in German.
 * Never guesses: what is not clearly given is a fault, not a default.
 */
import { type Day, isAfter } from "../../../kernel/day.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import { readDay } from "./german-day.ts";
import { readDuration } from "./german-duration.ts";
import { conditions, type FieldFault } from "./legal-event-conditions.ts";
import type { EventField } from "./legal-event-field.ts";
import { fieldsOf, isLegalEventType, type LegalEventDraft, type NamedEventField } from "./legal-event.ts";

type Reading = { value: Day | string | number | boolean } | { message: string };

const longestText = 2000;
const truths: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  yes: true,
  no: false,
  ja: true,
  nein: false,
};

/** The text of a raw value; undefined for lists and objects, which no field has. A day may come as a day. */
function asText(raw: unknown): string | undefined {
  if (raw === undefined || raw === null) return "";
  if (typeof raw === "string") return raw.trim();
  if (typeof raw === "number" || typeof raw === "boolean") return String(raw);
  return typeof raw === "object" && "toJSON" in raw && typeof raw.toJSON === "function"
    ? String(raw.toJSON())
    : undefined;
}

function readText(text: string, label: string): Reading {
  if (text.length > longestText) return { message: `Höchstens ${longestText} Zeichen: ${label}.` };
  // Control characters come from damaged files; they would break letters and exports.
  if (/[^\P{Cc}\n\r\t]/u.test(text)) {
    return { message: `Der Text enthält unlesbare Steuerzeichen: ${label}.` };
  }
  return { value: text };
}

function readNumber(text: string, label: string): Reading {
  const value = Number(text);
  if (/^\d{1,6}$/.test(text) && value >= 1) return { value };
  return { message: `Geben Sie eine ganze Zahl ab 1 ein: ${label}.` };
}

function read(field: EventField, text: string): Reading {
  const { label } = field;
  switch (field.kind) {
    case "day": {
      const value = readDay(text);
      return value ? { value } : { message: `Das Datum „${text}“ gibt es nicht. Schreiben Sie es wie 31.07.2026.` };
    }
    case "number":
      return readNumber(text, label);
    case "boolean": {
      const value = Object.hasOwn(truths, text) ? truths[text] : undefined;
      return value === undefined ? { message: `Wählen Sie ja oder nein: ${label}.` } : { value };
    }
    case "choice":
      return Object.hasOwn(field.choices, text)
        ? { value: text }
        : { message: `„${text}“ steht nicht zur Auswahl: ${label}.` };
    case "text":
      return readText(text, label);
    case "time":
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
        ? { value: text }
        : { message: `Schreiben Sie die Uhrzeit wie 10:00: ${label}.` };
    case "duration":
      return readDuration(text, label);
    case "event":
      return identifier.test(text) ? { value: text } : { message: `Wählen Sie einen Eintrag dieses Falls: ${label}.` };
  }
}

/** Only its shape: that it is an event of the same case is asked where it is recorded. */
const identifier = /^[A-Za-z0-9-]{1,64}$/;

const missing = ({ kind, label }: EventField): string =>
  kind === "choice" || kind === "boolean" || kind === "event"
    ? `Wählen Sie aus: ${label}.`
    : `Geben Sie ein: ${label}.`;

/** The reading of one field; undefined for an optional field left empty. */
function readField(field: NamedEventField, raw: Readonly<Record<string, unknown>>): Reading | undefined {
  const text = asText(Object.hasOwn(raw, field.name) ? raw[field.name] : undefined);
  if (text === undefined) return { message: `Diese Angabe ist nicht lesbar: ${field.label}.` };
  if (text !== "") return read(field, text);
  return field.required ? { message: missing(field) } : undefined;
}

/** With `today`, a day in the future is refused as well: what has not happened is no fact. */
export function checkLegalEvent(
  type: string,
  raw: Readonly<Record<string, unknown>>,
  today?: Day,
): Result<LegalEventDraft, FieldFault[]> {
  if (!isLegalEventType(type)) return refused([{ field: "type", message: "Diese Art von Ereignis gibt es nicht." }]);
  const values: Record<string, unknown> = { type };
  const faults: FieldFault[] = [];
  for (const field of fieldsOf(type)) {
    const reading = readField(field, raw);
    if (reading && "message" in reading) faults.push({ field: field.name, message: reading.message });
    else if (reading) values[field.name] = reading.value;
  }
  if (faults.length > 0) return refused(faults);
  // Every field was read by its own description, so the values have the shape of the type.
  const draft = values as LegalEventDraft;
  const together = [...togetherFaults(draft), ...futureFault(draft, today)];
  return together.length > 0 ? refused(together) : ok(draft);
}

function togetherFaults(draft: LegalEventDraft): FieldFault[] {
  // The condition found under a type takes drafts of that type; the compiler cannot pair the two lookups.
  const condition = conditions[draft.type] as
    | ((draft: LegalEventDraft) => (FieldFault | false | undefined)[])
    | undefined;
  return (condition?.(draft) ?? []).filter((found): found is FieldFault => Boolean(found));
}

const futureFault = (draft: LegalEventDraft, today: Day | undefined): FieldFault[] =>
  today && isAfter(draft.on, today)
    ? [
        {
          field: "on",
          message: "Dieser Tag liegt in der Zukunft. Erfassen Sie ein Ereignis erst, wenn es eingetreten ist.",
        },
      ]
    : [];
