/**
 * The gate for files that people upload: PDF, PNG, JPEG, of limited size, without active content.
 * What passes is still data from outside: it is stored and handed on, never opened or run by Amtsweg.
 */
import { createHash } from "node:crypto";
import { ok, refused, type Result } from "../../kernel/result.ts";
import { allowedTypes, detectMediaType, type MediaType } from "./file-type.ts";
import { findPdfDanger, type PdfDanger } from "./pdf-safety.ts";
import { cleanFileName, fileEnding } from "./upload-name.ts";

export type UploadLimits = { maxBytes: number; maxOpenedBytes: number };
export type CheckedUpload = { fileName: string; mediaType: MediaType; sha256: string; size: number };
export type UploadRefusal = {
  kind: "empty" | "tooLarge" | "typeNotAllowed" | "endingDoesNotFit" | PdfDanger;
  message: string;
};

const mebibyte = 2 ** 20;
export const uploadLimits: UploadLimits = { maxBytes: 20 * mebibyte, maxOpenedBytes: 100 * mebibyte };

export function checkUpload(
  bytes: Uint8Array,
  givenName: string,
  limits: UploadLimits = uploadLimits,
): Result<CheckedUpload, UploadRefusal> {
  const fileName = cleanFileName(givenName);
  const refuse = (kind: UploadRefusal["kind"], reason: string): Result<CheckedUpload, UploadRefusal> =>
    refused({ kind, message: `Die Datei „${fileName}“ wurde nicht angenommen. ${reason}` });

  if (bytes.length === 0) return refuse("empty", "Sie ist leer. Bitte die richtige Datei wählen.");
  if (bytes.length > limits.maxBytes) return refuse("tooLarge", tooLarge(bytes.length, limits.maxBytes));
  const mediaType = detectMediaType(bytes);
  if (!mediaType)
    return refuse("typeNotAllowed", "Sie ist weder PDF noch PNG noch JPEG. Bitte als PDF speichern und neu hochladen.");
  const { name, endings } = allowedTypes[mediaType];
  if (!endings.includes(fileEnding(givenName)))
    return refuse("endingDoesNotFit", `Ihr Inhalt ist: ${name}. Bitte mit der Endung .${endings[0]} neu speichern.`);
  const danger = mediaType === "application/pdf" ? findPdfDanger(bytes, limits.maxOpenedBytes) : undefined;
  if (danger) return refuse(danger, dangerTexts[danger]);

  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return ok({ fileName, mediaType, sha256, size: bytes.length });
}

const printAgain = "Bitte die Datei mit „Als PDF drucken“ neu erzeugen und diese Fassung hochladen.";

const dangerTexts: Record<PdfDanger, string> = {
  encrypted: "Sie ist verschlüsselt oder mit einem Kennwort geschützt. Bitte ohne Schutz speichern und neu hochladen.",
  script: `Sie enthält Programmcode (JavaScript oder ein aktives Formular). ${printAgain}`,
  launch: `Sie kann Programme starten oder Daten versenden. ${printAgain}`,
  embeddedFile: "Sie enthält weitere Dateien. Bitte diese einzeln hochladen und das PDF ohne sie speichern.",
  unreadable: `Sie ließ sich nicht vollständig prüfen. ${printAgain}`,
};

const inMebibytes = (bytes: number): string =>
  (bytes / mebibyte).toLocaleString("de-DE", { maximumFractionDigits: 1, roundingMode: "ceil" });

const tooLarge = (size: number, most: number): string =>
  `Sie ist ${inMebibytes(size)} MiB groß, erlaubt sind ${inMebibytes(most)} MiB. Bitte verkleinern oder teilen.`;
