/** Case sheet (Fallblatt): the printed view of one case, made of the sections that the reader may see. */
import type { Section } from "./document-section.ts";
import type { PrintView } from "./print-view.ts";
import { type PdfOptions, renderPdf } from "./render-pdf.ts";

export type CaseSheet = PrintView & { sections: readonly Section[] };

export const renderCaseSheet = (sheet: CaseSheet, options?: PdfOptions): Promise<Uint8Array> =>
  renderPdf("case-sheet", sheet, options);
