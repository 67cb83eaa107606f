/** Any letter that has no template of its own: paragraphs, sections, enclosures. */
import type { Section } from "./document-section.ts";
import type { LetterFrame } from "./letter-frame.ts";
import { type PdfOptions, renderPdf } from "./render-pdf.ts";

export type PlainLetter = LetterFrame & {
  paragraphs: readonly string[];
  sections: readonly Section[];
  enclosures: readonly string[];
};

export const renderPlainLetter = (letter: PlainLetter, options?: PdfOptions): Promise<Uint8Array> =>
  renderPdf("letter", letter, options);
