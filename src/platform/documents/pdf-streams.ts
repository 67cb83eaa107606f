/**
 * Finds the streams of a PDF with their dictionaries, and opens them. Hostile files must neither hide a stream nor cost
 * more than a bounded amount of time: every step here reads the file once, and opening has a budget.
 */
import { constants, inflateSync, type ZlibOptions } from "node:zlib";
import { filtersOf, nameSearch } from "./pdf-names.ts";

/** `dictionary` undefined: what stands before the data could be read in two ways. `end`: the next `endstream`. */
export type PdfStream = { dictionary: string | undefined; start: number; end: number };
/** What is inside, and what opening cost (bytes read and written). */
export type Content = { bytes: Buffer; cost: number } | "notCompressed" | "unreadable";

const longestDictionary = 65_536;
const streamKeyword = /(?<!end)stream(?:\r\n|\n|\r)/g;

export function* findStreams(text: string): Generator<PdfStream> {
  let before = 0;
  let end = 0;
  for (const match of text.matchAll(streamKeyword)) {
    const start = match.index + match[0].length;
    const from = Math.max(before, match.index - longestDictionary);
    const gap = text.slice(from, match.index);
    const object = gap.lastIndexOf("obj");
    const dictionary = object < 0 ? "" : gap.slice(object + 3);
    if (end < start) end = text.indexOf("endstream", start);
    if (end < 0) end = text.length;
    yield { dictionary: isClear(dictionary) ? dictionary : undefined, start, end };
    before = start;
  }
}

/** The text without the data of its streams. */
export function withoutStreamData(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of findStreams(text)) {
    if (start < from) continue;
    parts.push(text.slice(from, start));
    from = end;
  }
  return parts.join(" ") + text.slice(from);
}

/** Guards against a text like `(1 0 obj <<)` inside a dictionary, which would hide what stands before it. */
function isClear(dictionary: string): boolean {
  const bare = dictionary.replace(/\\./gs, "").replace(/(?<!<)<(?!<)[^<>]*>/g, "");
  const opening = bare.split("(").length;
  const hasText = opening > 1 || bare.includes(")");
  return /^\s*<</.test(dictionary) && opening === bare.split(")").length && !(hasText && bare.includes("%"));
}

const isFlate = (filter: string | undefined): boolean =>
  filter !== undefined && nameSearch(["FlateDecode", "Fl"]).test(filter);

/** Opens any other stream, as far as it is compressed in the common way. */
export const openData = (dictionary: string, file: Buffer, { start, end }: PdfStream, budget: number): Content =>
  isFlate(filtersOf(dictionary)?.[0]) ? inflate(file.subarray(start, end), budget) : "notCompressed";

const predictor = nameSearch(["Predictor"]);

/** Opens a container of objects. Only the one way of packing that every program uses is read; others hide their content. */
export function openObjects(dictionary: string, file: Buffer, stream: PdfStream, budget: number): Content {
  const filters = filtersOf(dictionary);
  if (!filters || filters.length > 1 || predictor.test(dictionary)) return "unreadable";
  if (filters.length === 0) return { bytes: file.subarray(stream.start, stream.end), cost: stream.end - stream.start };
  if (!isFlate(filters[0])) return "unreadable";
  // To the end of the file, not to `endstream`: readers go by the length, and the data may hold that word.
  const content = inflate(file.subarray(stream.start), budget);
  return content === "notCompressed" ? "unreadable" : content;
}

/** Broken data, and more than `budget` bytes coming out, are `unreadable`: neither may be tried again and again. */
function inflate(data: Buffer, budget: number): Content {
  const header = data.length >= 2 ? data.readUInt16BE(0) : 0;
  const isZlib = (header & 0x0f00) === 0x0800 && header % 31 === 0;
  if (!isZlib) return "notCompressed";
  // Data cut short still give what is there, as they do in PDF readers.
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, budget), info: true };
  try {
    const { buffer, engine } = inflateWithInfo(data, options);
    return { bytes: buffer, cost: buffer.length + engine.bytesWritten };
  } catch {
    return "unreadable";
  }
}

/** With `info`, Node also tells how many bytes were read; its types know only the plain answer. */
const inflateWithInfo = inflateSync as unknown as (
  data: Buffer,
  options: ZlibOptions,
) => { buffer: Buffer; engine: { bytesWritten: number } };
