/** The catalogue as a page for lawyers (Markdown, German): printed from the rows, so that page and program cannot differ. */
import { catalogue } from "./catalogue.ts";
import { ruleSets } from "./counting.ts";
import { lengthText } from "./length.ts";
import type { Rule } from "./rule.ts";

const head = `# Fristenkatalog

Aus den Zeilen des Katalogs (\`src/features/deadline/domain/catalogue*.ts\`) gedruckt; ein Test hält beide gleich.
Beleg: **V** im Gesetzestext gelesen, **M** aus dem Gedächtnis (vor dem Einsatz am Text zu prüfen), **I** eigene Festlegung.
»gilt ab« nennt den ersten Tag eines auslösenden Ereignisses, für den die Zeile verwendet wird, nicht das Inkrafttreten der Norm.
`;

const columns = [
  "Regel",
  "Frist",
  "Norm (Fassung)",
  "Beginn",
  "Länge",
  "Zählweise",
  "verschiebt sich",
  "geplant wird mit",
  "gilt ab",
  "Beleg",
  "wenn versäumt",
];

export function cataloguePage(): string {
  const rows = catalogue.map((rule) => `| ${cells(rule).join(" | ")} |`);
  return `${head}\n| ${columns.join(" | ")} |\n|${columns.map(() => "---").join("|")}|\n${rows.join("\n")}\n`;
}

function cells(rule: Rule): string[] {
  const validity =
    rule.selectedBy === "regime"
      ? "nach festgestelltem Regime"
      : `${rule.validFrom}${rule.validTo ? ` bis ${rule.validTo}` : ""}`;
  return [
    `\`${rule.id}\``,
    rule.title,
    `${rule.norm} (${rule.version})`,
    rule.starts.text,
    spanText(rule),
    rule.set,
    ruleSets[rule.set].rolls && !rule.isDuration && !rule.backwards ? "ja" : "nein",
    rule.direction === "protectsPerson" ? "späterer Lesart" : "früherer Lesart",
    validity,
    rule.evidence,
    rule.missed,
  ];
}

function spanText({ length }: Rule): string {
  if (!length) return "–";
  const shortest = lengthText(length.shortest ?? length.usual);
  const longest = length.longest === null ? undefined : lengthText(length.longest ?? length.usual);
  if (shortest === longest) return shortest;
  const span = longest ? `${shortest} bis ${longest}` : `ab ${shortest}`;
  return length.mustBeGiven ? `${span}, ist anzugeben` : `${span}, üblich ${lengthText(length.usual)}`;
}
