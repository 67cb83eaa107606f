/** The disclosure ledger (Übermittlungsverzeichnis): which fields went to whom, when, on which basis; never their content. */
import { type Compartment, compartmentLabel, compartments } from "../../../platform/access/matrix.ts";
import { DataTable, formatInstant } from "../../../ui/index.ts";
import { type AttachmentKind, attachmentKinds } from "../attachments.ts";
import type { LedgerEntry } from "../queries.ts";
import { type RequestTypes, typeOf } from "../registered-type.ts";

const isCompartment = (name: string): name is Compartment => (compartments as string[]).includes(name);

function fieldName(types: RequestTypes, { requestType }: LedgerEntry, field: string): string {
  const [, file] = /^attachment:(\w+)$/.exec(field) ?? [];
  if (file) return `Anlage: ${attachmentKinds[file as AttachmentKind] ?? file}`;
  return typeOf(types, requestType).fieldLabels[field] ?? field;
}

type LedgerProps = { entries: readonly LedgerEntry[]; types: RequestTypes; caption: string };

export const Ledger = ({ entries, types, caption }: LedgerProps) => (
  <DataTable
    caption={caption}
    rows={entries}
    columns={[
      { key: "number", label: "Ersuchen", cell: ({ requestNumber }) => <span class="aw-num">{requestNumber}</span> },
      { key: "at", label: "Wann", cell: ({ at }) => formatInstant(at) },
      { key: "to", label: "An wen", cell: ({ recipientName }) => recipientName },
      {
        key: "what",
        label: "Welche Angaben",
        cell: (entry) =>
          `${isCompartment(entry.compartment) ? compartmentLabel(entry.compartment) : entry.compartment}: ${entry.fields
            .map((field) => fieldName(types, entry, field))
            .join(", ")}`,
      },
      { key: "basis", label: "Rechtsgrundlage", cell: ({ legalBasis }) => legalBasis },
    ]}
    empty={<p>Noch nichts übermittelt. Übermittelt wird erst mit dem Absenden.</p>}
  />
);
