/** Head of a printed view: every print names the authority, the file number, and who printed it when and for what. */
import type { Fact } from "./document-section.ts";

export type PrintView = {
  authority: string;
  title: string;
  /** File number (Aktenzeichen), repeated on every page. */
  reference: string;
  facts: readonly Fact[];
  printed: { by: string; at: string; purpose: string };
  isSecret: boolean;
  isTestData: boolean;
};
