/** Letter that confirms a stop (Stopp-Signal): who was told, who confirmed and when, and who is still missing. */
import type { LetterFrame } from "./letter-frame.ts";
import { type PdfOptions, renderPdf } from "./render-pdf.ts";

/** One who holds the person or the measure, and the acknowledgement (Quittung) by a named official. */
type StopHolder = { authority: string; task: string; notifiedAt: string } & (
  | { confirmedAt: string; confirmedBy: string }
  | { confirmedAt: null; confirmedBy: null }
);

export type StopConfirmation = LetterFrame & {
  opening: string;
  stop: {
    measure: string;
    origin: string;
    ground: string;
    occurredAt: string;
    recordedAt: string;
    recordedBy: string;
  };
  /** The moment whose state the letter reports. */
  asOf: string;
  holders: readonly StopHolder[];
  effect: string;
};

export const renderStopConfirmation = (letter: StopConfirmation, options?: PdfOptions): Promise<Uint8Array> =>
  renderPdf("stop-confirmation", letter, options);
