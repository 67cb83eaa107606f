/** The sheets of a workbook with the part that holds each one. Charts and sheets without a part are left out. */

export type WorkbookSheet = { name: string; index: number; isHidden: boolean; part: string };
export type WorkbookOutline = { sheets: WorkbookSheet[]; countsFrom1904: boolean };

const tag = (name: string): RegExp => new RegExp(`<(?:\\w{1,20}:)?${name}\\s([^<>]{0,2000}?)/?>`, "g");
const attribute = (attributes: string, name: RegExp): string =>
  decode(new RegExp(`(?:^|\\s)${name.source}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? "");

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const decode = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return entities[name] ?? whole;
  });

/** Reads `xl/workbook.xml` and its relations. */
export function outlineWorkbook(parts: ReadonlyMap<string, Uint8Array>): WorkbookOutline {
  const markup = textOf(parts, /^xl\/workbook\d*\.xml$/i);
  const targets = relationTargets(textOf(parts, /^xl\/_rels\/workbook\d*\.xml\.rels$/i));
  const names = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
  const sheets = [...markup.matchAll(tag("sheet"))].flatMap(([, attributes = ""], index) => {
    const part = names.get(targets.get(attribute(attributes, /\w+:id/))?.toLowerCase() ?? "");
    if (part === undefined || !/^xl\/worksheets\//i.test(part)) return [];
    const isHidden = attribute(attributes, /state/).toLowerCase().includes("hidden");
    return [{ name: attribute(attributes, /name/), index, isHidden, part }];
  });
  const settings = [...markup.matchAll(tag("workbookPr"))].map(([, attributes = ""]) => attributes).join(" ");
  return { sheets, countsFrom1904: /^(1|true)$/.test(attribute(settings, /date1904/)) };
}

function textOf(parts: ReadonlyMap<string, Uint8Array>, name: RegExp): string {
  const found = [...parts.entries()].find(([part]) => name.test(part));
  return found ? new TextDecoder().decode(found[1]) : "";
}

function relationTargets(markup: string): Map<string, string> {
  const relations = [...markup.matchAll(tag("Relationship"))].map(([, attributes = ""]): [string, string] => {
    const target = attribute(attributes, /Target/).replace(/^\.\//, "");
    return [attribute(attributes, /Id/), target.startsWith("/") ? target.slice(1) : `xl/${target}`];
  });
  return new Map(relations);
}
