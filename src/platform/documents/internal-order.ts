/** Internal order (Verfügung) with its routing slip (Laufzettel), printed on its own sheet beside the letter. */
import type { PrintView } from "./print-view.ts";
import { type PdfOptions, renderPdf } from "./render-pdf.ts";

/** One numbered step: "Vermerk", "Schreiben an …", "Wv. 07.12.2026", "z. d. A." `done` is the mark, null leaves a line. */
type OrderStep = { title: string; paragraphs: readonly string[]; done: string | null };

/** Line of the routing slip: Kenntnisnahme, Mitzeichnung, Schlusszeichnung. */
type RoutingEntry = { kind: string; name: string; date: string; note: string };

export type InternalOrder = PrintView & { steps: readonly OrderStep[]; routing: readonly RoutingEntry[] };

export const renderInternalOrder = (order: InternalOrder, options?: PdfOptions): Promise<Uint8Array> =>
  renderPdf("verfuegung", order, options);
