/**
 * The envelope around every request between authorities (domain.md 4). It names who asks whom for what, on which basis;
 * the content of its kind lives beside it. It never changes who asked whom after sending.
 */
import type { LegalReference } from "../../../kernel/legal-reference.ts";
import type { Clock } from "./clock.ts";
import type { Disclosure } from "./disclosure.ts";
import type { Request } from "./request-type.ts";

/** Verantwortliche Person der ersuchenden Behörde mit Erreichbarkeit rund um die Uhr (Erlass 26.19.01-000009, Nr. 2). */
export type ResponsibleOfficer = { name: string; phone24h: string; mailbox: string };

/** Anlage eines Ersuchens mit Einstufung und Prüfsumme, zum Beispiel ein Durchsuchungsbeschluss (§ 58 Abs. 8 AufenthG). */
export type Attachment = { kind: string; classification: "open" | "secret97a"; sha256: string };

/** Eintrag im Verlauf eines Ersuchens; auch Telefonate werden auf beiden Seiten vermerkt (Erlass 26.19.01-000009, Nr. 4). */
export type HistoryEntry = {
  kind: "event" | "message" | "telephone" | "receipt";
  by: string;
  authority: string;
  happenedAt: Date;
  recordedAt: Date;
  text: string;
};

/** Ersuchen im gemeinsamen Umschlag: wer ersucht wen worum, auf welcher Grundlage (§§ 4 ff. VwVfG; domain.md 4). */
export type Envelope<Fields> = {
  id: string;
  type: string;
  /** Same key, same request: sending twice sends once. */
  sendKey: string;
  version: number;
  caseRef: string;
  measureRef: string | undefined;
  requestingAuthority: string;
  responsibleOfficer: ResponsibleOfficer;
  addressee: { authority: string; capacity: string };
  legalBasis: LegalReference;
  purpose: string;
  requestedFor: { from: Date; to: Date } | undefined;
  answerDue: Date | undefined;
  attachments: readonly Attachment[];
  fieldsDisclosed: readonly Disclosure[];
  request: Request<Fields>;
  clock: Clock | undefined;
  history: readonly HistoryEntry[];
};

/** What keeps an envelope from being sent, whatever its kind. */
export const envelopeGaps = <Fields>(
  envelope: Envelope<Fields>,
): ("addressee" | "legalBasis" | "purpose" | "phone")[] => {
  const isBlank = (text: string): boolean => text.trim() === "";
  return [
    ...(isBlank(envelope.addressee.authority) || envelope.addressee.authority === envelope.requestingAuthority
      ? (["addressee"] as const)
      : []),
    ...(isBlank(envelope.legalBasis.norm) ? (["legalBasis"] as const) : []),
    ...(isBlank(envelope.purpose) ? (["purpose"] as const) : []),
    ...(isBlank(envelope.responsibleOfficer.phone24h) ? (["phone"] as const) : []),
  ];
};
