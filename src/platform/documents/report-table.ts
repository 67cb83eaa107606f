/** Printed report (Bericht): one table of figures with definition, as-of date, run and footnotes. It never names a person. */
import type { DataTable } from "./document-section.ts";
import type { PrintView } from "./print-view.ts";
import { type PdfOptions, renderPdf } from "./render-pdf.ts";

export type ReportTable = Omit<PrintView, "facts"> & {
  definition: string;
  period: string;
  area: string;
  /** As-of date of the data (Datenstand). */
  asOf: string;
  /** Number of the run, with which the figures can be made again (Lauf). */
  run: string;
  completeness: string;
  table: DataTable;
  /** The last row is a total and printed in bold. */
  hasTotalRow: boolean;
  footnotes: readonly { mark: string; text: string }[];
  isLandscape: boolean;
};

export const renderReportTable = (report: ReportTable, options?: PdfOptions): Promise<Uint8Array> =>
  renderPdf(
    "report-table",
    {
      ...report,
      facts: [
        { label: "Definition", value: report.definition },
        { label: "Zeitraum", value: report.period },
        { label: "Raum", value: report.area },
        { label: "Datenstand", value: report.asOf },
        { label: "Lauf", value: report.run },
        { label: "Vollständigkeit", value: report.completeness },
      ],
    },
    options,
  );
