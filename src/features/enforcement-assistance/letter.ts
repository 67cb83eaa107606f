/** Fills the letter of a request for police assistance: nothing but what the police get as slice, plus the letterhead. */
import { refused, ok } from "../../kernel/result.ts";
import type { Context } from "../../platform/context.ts";
import {
  type EnforcementAssistanceLetter,
  renderEnforcementAssistance,
  reviewScopeNrw,
} from "../../platform/documents/enforcement-assistance-letter.ts";
import { formatDay, formatLongDay, formatSize } from "../../ui/index.ts";
import { dayInGermany } from "../../kernel/day.ts";
import { findAuthority } from "../authority/index.ts";
import { findCase } from "../case/index.ts";
import { type Attachment, type Letter, listAttachments, type StoredRequest } from "../request/index.ts";
import { competenceText, policeFor } from "./competence.ts";
import { type AssistanceContent, draftOf, findingsOf, readContent, type SentFindings } from "./content.ts";
import { type CourtOrder, courtOrderLabels } from "./domain/court-order.ts";
import { type AssistanceDraft, defaultConfig } from "./domain/assistance.ts";
import { hazardSources } from "./domain/hazard-assessment.ts";
import { concernLabels } from "./domain/hazard-statement.ts";
import { readyToSend } from "./domain/readiness.ts";
import { courtOrdersText, normsOf, startText } from "./pages/content-rows.tsx";
import { assessmentOf } from "./prepare-sending.ts";
import { faultTexts, notDisclosed } from "./texts.ts";

type HazardPart = EnforcementAssistanceLetter["hazardAssessment"];
type LetterSource = HazardPart["own"];
type LetterOrder = EnforcementAssistanceLetter["courtOrders"][number];

/** The letter as it was sent; of a draft the preview, once its content is complete. */
export async function letterFor(context: Context, request: StoredRequest, isTestData: boolean): Promise<Letter> {
  const content = readContent(request.content);
  if (request.content && content.findings)
    return ok(await render(context, request, content, content.findings, isTestData));
  if (!request.content) return refused("Der Inhalt ist nicht mehr einsehbar.");
  const stored = await assessmentOf(context, request);
  const ready = readyToSend(draftOf(content), stored.assessment, context.today, defaultConfig);
  if (!ready.ok || stored.assessment.status !== "final") {
    const missing = ready.ok ? ["assessmentNotFinalised"] : ready.refusal;
    return refused(`Es fehlt noch: ${missing.map((code) => faultTexts[code]).join(" ")}`);
  }
  return ok(await render(context, request, content, findingsOf(stored.assessment, stored), isTestData));
}

async function render(
  context: Context,
  request: StoredRequest,
  content: AssistanceContent,
  findings: SentFindings,
  isTestData: boolean,
): Promise<Uint8Array> {
  const files = await listAttachments(context, request.id);
  const file = await findCase(context, request.caseId);
  const letter: EnforcementAssistanceLetter = {
    ...(await frameOf(context, request, content)),
    isTestData,
    reference: { own: file?.fileNumber ?? request.number, yours: null, secondary: request.number },
    competence: await competenceFor(context, request),
    reason: content.reason,
    legalBases: normsOf(content).map((norm) => ({ norm, version: "" })),
    reviewScope: reviewScopeNrw,
    hazardAssessment: assessmentPart(findings),
    persons: content.persons.map((person) => ({
      ...person,
      role: "–",
      operationalNote: "–",
    })),
    notDisclosed: notDisclosed.map(({ what }) => what),
    operationPlace: {
      address: content.place.address || "–",
      kind: "–",
      findings: findingsText(content),
    },
    forces: content.forcesOnSite.map(({ authority, persons, phone }) => ({ authority, strength: persons, phone })),
    reachability: {
      caseworker: `${content.caseworker.name}, ${content.caseworker.phone}`,
      night: content.caseworker.nightPhone,
      telephoneNote: null,
    },
    meeting: meetingOf(content),
    courtOrders: ordersOf(content, files),
    noCourtOrder: courtOrdersText(content.courtOrders).join("; "),
    enclosures: files.map(({ title, size, sha256 }, index) => ({
      number: index + 1,
      title,
      extent: formatSize(size),
      sha256,
    })),
  };
  return renderEnforcementAssistance(letter, request.sentAt ? { createdAt: request.sentAt } : {});
}

async function frameOf(context: Context, request: StoredRequest, { caseworker }: AssistanceDraft | AssistanceContent) {
  const owner = await findAuthority(context, request.ownerId);
  const phone = owner?.phoneDay ?? caseworker.phone;
  return {
    letterhead: {
      authority: request.ownerName,
      unit: null,
      returnAddress: request.ownerName,
      footer: [[request.ownerName, `Telefon ${phone}`]],
    },
    recipient: { remarks: [], lines: [request.addresseeName] },
    contact: { name: caseworker.name, phone: caseworker.phone, email: null },
    date: formatLongDay(request.sentAt ? dayInGermany(request.sentAt) : context.today),
    subject: `Ersuchen um Vollzugshilfe zum Vorgang ${request.number}`,
    salutation: "Sehr geehrte Damen und Herren,",
    signature: { mode: "Im Auftrag" as const, name: caseworker.name, role: null },
    isSecret: true,
  };
}

/** The addressee cannot read the plan; for it the request itself says whom it went to. */
async function competenceFor(context: Context, { measureId, addresseeName }: StoredRequest): Promise<string> {
  const police = measureId ? await policeFor(context, measureId) : undefined;
  return police?.ok ? competenceText(police) : `${addresseeName} ist für die Gemeinde des Einsatzortes zuständig.`;
}

const findingsText = ({ place, vulnerabilities, nightFacts }: AssistanceContent): string[] => [
  ...(place.accommodationFindings ? [place.accommodationFindings] : []),
  ...(vulnerabilities ? [`Hinweise für den Einsatz: ${vulnerabilities}`] : []),
  ...(nightFacts ? [`Beginn in der Nacht, weil: ${nightFacts}`] : []),
];

/** The template has one line for times: the proposal, and the planned start it belongs to. */
const meetingOf = (content: AssistanceContent): { time: string; place: string } => {
  const { time, place } = content.meeting;
  const start = startText(content);
  return {
    time: [time ? `${time} Uhr` : "nach Absprache", start ? `geplanter Beginn ${start}` : ""]
      .filter(Boolean)
      .join("; "),
    place: place || "nach Absprache",
  };
};

function assessmentPart(findings: SentFindings): HazardPart {
  const statements = hazardSources.flatMap((source) => {
    const answer = findings.sources[source];
    return answer.result === "findings" ? answer.statements : [];
  });
  const until = statements.map(({ expiresOn }) => expiresOn).toSorted((a, b) => a.since(b).days)[0];
  const remarks = statements.flatMap(({ personsRemark }) =>
    personsRemark.kind === "heard" ? [personsRemark.text] : [],
  );
  return {
    assessedOn: formatDay(findings.finalisedOn),
    assessedBy: findings.reviewer,
    validUntil: until ? formatDay(until) : null,
    own: letterSource(findings.sources.ownFindings),
    police: letterSource(findings.sources.policeFindings),
    prosecutor: letterSource(findings.sources.prosecutorFindings),
    protectiveMeasures: [
      ...new Set(
        statements.flatMap(({ protectiveMeasure }) =>
          protectiveMeasure.kind === "planned" ? [protectiveMeasure.text] : [],
        ),
      ),
    ],
    remarkOfPerson: remarks.length > 0 ? remarks.join(" ") : null,
  };
}

function letterSource(answer: SentFindings["sources"]["ownFindings"]): LetterSource {
  if (answer.result !== "findings")
    return {
      queried: answer.result === "noFindings" ? `${answer.reference} (${formatDay(answer.answeredOn)}).` : "–",
      facts: [],
      assessments: [],
    };
  return {
    queried: "Es liegen Erkenntnisse vor.",
    facts: answer.statements
      .filter(({ nature }) => nature === "fact")
      .map(({ text, origin, dated, concerns }) => ({
        text,
        origin,
        date: formatDay(dated),
        relevantFor: concerns.map((concern) => concernLabels[concern]).join(", "),
      })),
    assessments: answer.statements
      .filter(({ nature }) => nature === "assessment")
      .map(({ text, author, dated, origin }) => ({ text, author, date: formatDay(dated), basedOn: origin })),
  };
}

function ordersOf({ courtOrders }: AssistanceContent, files: readonly Attachment[]): LetterOrder[] {
  if (courtOrders.need !== "required") return [];
  const open = courtOrders.kinds.filter((kind) => !courtOrders.orders.some((order) => order.kind === kind));
  return [
    ...courtOrders.orders.map((order) => letterOrder(order, files)),
    ...open.map((kind) => letterOrder({ kind, state: "carried", by: "" }, files)),
  ];
}

function letterOrder(order: CourtOrder, files: readonly Attachment[]): LetterOrder {
  const about = {
    kind: courtOrderLabels[order.kind],
    court: "court" in order ? order.court : "–",
    reference: "fileNumber" in order ? order.fileNumber : order.state === "appliedFor" ? "beantragt" : "–",
    date: order.state === "appliedFor" ? formatDay(order.on) : "–",
  };
  const enclosure = order.state === "attached" ? files.findIndex(({ sha256 }) => sha256 === order.sha256) + 1 : 0;
  return enclosure > 0 ? { ...about, status: "enclosed", enclosure } : { ...about, status: "carriedAtStart" };
}
