/** An import (Import) as its pages and services see it: one uploaded table on its way into cases. */
import type { StatusKind } from "../../ui/index.ts";
import type { Mapping } from "./domain/column-mapping.ts";
import type { RowVerdict } from "./domain/judge-row.ts";

/** `mapping`: columns not confirmed yet. `judged`: preview. `running`: rows are being taken over. */
export type BatchStatus = "mapping" | "judging" | "judged" | "running" | "done" | "discarded";

export type Verdict = RowVerdict["verdict"];

export type Batch = {
  id: string;
  ownerId: string;
  fileName: string;
  status: BatchStatus;
  header: string[];
  mapping: Mapping;
  notes: string[];
  rowCount: number;
  judgedCount: number;
  appliedCount: number;
  createdAt: Date;
  officerName: string;
  version: number;
};

/** Rows by verdict, and how many of them are taken over already. */
export type Counts = Record<Verdict, number> & { open: number };

export const statusLabels: Record<BatchStatus, { text: string; sign: string; kind: StatusKind }> = {
  mapping: { text: "Spalten zuordnen", sign: "◔", kind: "warning" },
  judging: { text: "wird geprüft", sign: "◑", kind: "info" },
  judged: { text: "geprüft, noch nicht übernommen", sign: "◑", kind: "warning" },
  running: { text: "wird übernommen", sign: "◑", kind: "info" },
  done: { text: "übernommen", sign: "✚", kind: "success" },
  discarded: { text: "verworfen", sign: "–", kind: "neutral" },
};

export const verdictLabels: Record<Verdict, { text: string; sign: string; kind: StatusKind }> = {
  new: { text: "neu", sign: "✚", kind: "success" },
  update: { text: "geändert", sign: "◔", kind: "info" },
  unchanged: { text: "unverändert", sign: "–", kind: "neutral" },
  question: { text: "Rückfrage", sign: "◑", kind: "warning" },
  error: { text: "Fehler", sign: "■", kind: "danger" },
};

export const verdicts = Object.keys(verdictLabels) as [Verdict, ...Verdict[]];

export const isVerdict = (text: string): text is Verdict => Object.hasOwn(verdictLabels, text);

/** While rows are read, nobody changes what they are read with. */
export const isBusy = ({ status }: Pick<Batch, "status">): boolean => status === "judging" || status === "running";

/** Columns may be assigned anew until the first row is taken over. */
export const canMap = ({ status, appliedCount }: Batch): boolean =>
  (status === "mapping" || status === "judged") && appliedCount === 0;
