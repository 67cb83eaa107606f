/** The content of a request for police assistance as lines, for Kurzblick, check page and preview: the same words everywhere. */
import type { Child } from "hono/jsx";
import { formatDay, formatWeekday } from "../../../ui/index.ts";
import type { AssistanceContent } from "../content.ts";
import { type CourtOrder, courtOrderLabels, type CourtOrders } from "../domain/court-order.ts";
import type { Topic } from "../domain/tasks.ts";
import { orderStates } from "../topic-forms.ts";

export type ContentRow = { term: string; value: Child; topic: Topic };

const orderText = (order: CourtOrder): string => {
  const where = orderStates[order.state];
  switch (order.state) {
    case "named":
      return `${courtOrderLabels[order.kind]} ${where}: ${order.court}, ${order.fileNumber}`;
    case "appliedFor":
      return `${courtOrderLabels[order.kind]} ${where}: ${order.court}, ${formatDay(order.on)}`;
    case "carried":
      return `${courtOrderLabels[order.kind]} ${where}: ${order.by}`;
    case "attached":
      return `${courtOrderLabels[order.kind]} ${where}`;
  }
};

export function courtOrdersText(courtOrders: CourtOrders): string[] {
  if (courtOrders.need === "undecided") return ["Bedarf noch nicht entschieden"];
  if (courtOrders.need === "none") return [`nicht nötig: ${courtOrders.reason}`];
  const open = courtOrders.kinds.filter((kind) => !courtOrders.orders.some((order) => order.kind === kind));
  return [
    ...courtOrders.orders.map(orderText),
    ...open.map((kind) => `${courtOrderLabels[kind]} fehlt noch – vor Beginn nötig`),
  ];
}

export const normsOf = ({ legalBasis: { norms, freeText } }: AssistanceContent): string[] => [
  ...norms,
  ...(freeText ? [freeText] : []),
];

export const startText = ({ plannedStart }: AssistanceContent): string | undefined =>
  plannedStart && `${formatWeekday(plannedStart.on)}, ${plannedStart.time} Uhr`;

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <p>{line}</p>
    ))}
  </>
);

export const meetingText = ({ meeting: { time, place } }: AssistanceContent): string =>
  [time && `${time} Uhr`, place].filter(Boolean).join(", ");

/** The municipality beside an address that does not name it. */
const placeLines = ({ place: { address, municipality } }: AssistanceContent): string[] =>
  address
    .split(/[\s,]+/)
    .join(" ")
    .endsWith(` ${municipality}`)
    ? [address]
    : [address, municipality];

/** All lines that have content; a slice has fewer. The check page shows the empty ones too. */
export function contentRows(content: AssistanceContent, empty: "hidden" | "shown" = "hidden"): ContentRow[] {
  const row = (topic: Topic, term: string, lines: readonly (string | undefined)[]): ContentRow[] => {
    const filled = lines.filter((line): line is string => Boolean(line));
    if (filled.length === 0) return empty === "hidden" ? [] : [{ topic, term, value: "–" }];
    return [{ topic, term, value: <Lines lines={filled} /> }];
  };
  const { caseworker } = content;
  return [
    ...row("measure", "Grund", [content.reason]),
    ...row("measure", "Rechtsgrundlage", normsOf(content)),
    ...row("measure", "Beginn", [startText(content)]),
    ...row("measure", "Beginn in der Nacht, weil", [content.nightFacts]),
    ...row(
      "persons",
      "Personen",
      content.persons.map(
        ({ familyName, givenNames, birthYear }) => `${familyName}, ${givenNames} (Geburtsjahr ${birthYear})`,
      ),
    ),
    ...row("persons", "Hinweise für den Einsatz", [content.vulnerabilities]),
    ...row("place", "Einsatzort", placeLines(content)),
    ...row("place", "Unterkunft", [content.place.accommodationFindings]),
    ...row("forces", "Erreichbar", [
      [
        caseworker.name,
        caseworker.phone && `Tag ${caseworker.phone}`,
        caseworker.nightPhone && `Nacht ${caseworker.nightPhone}`,
      ]
        .filter(Boolean)
        .join(" · "),
    ]),
    ...row(
      "forces",
      "Kräfte vor Ort",
      content.forcesOnSite.map(({ authority, persons, phone }) =>
        [authority, persons, phone].filter(Boolean).join(" · "),
      ),
    ),
    ...row("meeting", "Meldezeit und Meldeort", [meetingText(content)]),
    ...row("courtOrders", "Gerichtsbeschlüsse", courtOrdersText(content.courtOrders)),
    ...row("coSignature", "Mitgezeichnet von", [content.coSignedBy]),
  ];
}
