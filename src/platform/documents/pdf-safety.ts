/**
 * Looks for what a PDF between authorities must not hold: scripts, program starts, embedded files, encryption.
 * It reads names, not meaning, and refuses what it cannot read. It is no virus scanner.
 */
import { nameSearch } from "./pdf-names.ts";
import { findStreams, openData, openObjects, withoutStreamData } from "./pdf-streams.ts";

export type PdfDanger = "encrypted" | "script" | "launch" | "embeddedFile" | "unreadable";
type Signs = readonly (readonly [PdfDanger, RegExp])[];

/** Names too long to occur by chance in compressed data: looked for in the whole file. */
const tellingNames: Signs = [
  ["encrypted", nameSearch(["Encrypt"])],
  ["script", nameSearch(["JavaScript", "Rendition", "RichMedia"])],
  ["launch", nameSearch(["Launch", "SubmitForm", "ImportData"])],
  ["embeddedFile", nameSearch(["EmbeddedFile", "EmbeddedFiles", "FileAttachment", "GoToE"])],
];

/** Short names count only where objects are written, that is outside of stream data. */
const shortNames: Signs = [
  ["script", nameSearch(["JS", "XFA"])],
  ["embeddedFile", nameSearch(["EF"])],
];
const allNames: Signs = [...tellingNames, ...shortNames];

/** Undefined: nothing found. `maxOpenedBytes` bounds memory and time; a file that would need more is refused. */
export function findPdfDanger(bytes: Uint8Array, maxOpenedBytes: number): PdfDanger | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = file.toString("latin1");
  return (
    findSign(text, tellingNames) ??
    findInStreams(file, text, maxOpenedBytes) ??
    findSign(withoutStreamData(text), shortNames)
  );
}

const findSign = (text: string, signs: Signs): PdfDanger | undefined => signs.find(([, sign]) => sign.test(text))?.[0];

const objectStreamType = nameSearch(["ObjStm"]);
const firstObject = nameSearch(["First"]);
const numberOfObjects = nameSearch(["N"]);
const picture = /\/Subtype\s*\/Image\b/;

/** Readers open a stream as a container of objects when it says so, or when it has the two numbers a container needs. */
const isObjectStream = (dictionary: string): boolean =>
  objectStreamType.test(dictionary) || (firstObject.test(dictionary) && numberOfObjects.test(dictionary));

/** Objects may be packed into compressed streams: every stream that is no picture is opened and read as well. */
function findInStreams(file: Buffer, text: string, maxOpenedBytes: number): PdfDanger | undefined {
  let budget = maxOpenedBytes;
  for (const stream of findStreams(text)) {
    const { dictionary } = stream;
    if (dictionary === undefined) return "unreadable";
    const holdsObjects = isObjectStream(dictionary);
    if (!holdsObjects && picture.test(dictionary)) continue;
    const open = holdsObjects ? openObjects : openData;
    const content = open(dictionary, file, stream, budget);
    if (content === "unreadable") return "unreadable";
    if (content === "notCompressed") continue;
    budget -= content.cost;
    const danger = findSign(content.bytes.toString("latin1"), holdsObjects ? allNames : tellingNames);
    if (danger) return danger;
    if (budget <= 0) return "unreadable";
  }
  return undefined;
}
