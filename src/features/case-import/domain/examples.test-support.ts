/** A small world for the tests of this folder: a few municipalities and states, and rows made from named values. */
import { day } from "../../../kernel/day.ts";
import { fields, fieldNames, type Field } from "./field.ts";
import type { Mapping } from "./column-mapping.ts";
import type { JudgeContext, RowVerdict } from "./judge-row.ts";
import { judgeRow } from "./judge-row.ts";
import { buildReference } from "./reference.ts";
import { readRow, type RowReading } from "./row-cells.ts";

export const today = day("2026-11-23");

const municipality = (ags: string, name: string, districtName: string, postcode: string) => ({
  ags,
  name,
  districtKey: ags.slice(0, 5),
  districtName,
  land: ags.startsWith("05") ? "NW" : "NI",
  postcode,
});

export const reference = buildReference({
  municipalities: [
    municipality("05911000", "Bochum", "Bochum, Stadt", "44787"),
    municipality("05954036", "Witten", "Ennepe-Ruhr-Kreis", "58452"),
    municipality("05954016", "Hattingen", "Ennepe-Ruhr-Kreis", "45525"),
    municipality("05113000", "Essen", "Essen, Stadt", "45127"),
    municipality("03453006", "Essen (Oldenburg)", "Cloppenburg", "49632"),
    municipality("05754012", "Halle (Westf.)", "Gütersloh", "33790"),
    municipality("15002000", "Halle (Saale)", "Halle (Saale), Stadt", "06108"),
    municipality("05515000", "Münster", "Münster, Stadt", "48143"),
    municipality("06432015", "Münster", "Darmstadt-Dieburg", "64839"),
    municipality("05117000", "Mülheim an der Ruhr", "Mülheim an der Ruhr, Stadt", "45468"),
    municipality("05382056", "Sankt Augustin", "Rhein-Sieg-Kreis", "53757"),
  ],
  postcodes: [
    { postcode: "44801", place: "Bochum Querenburg", districtKey: "05911", ags: "05911000" },
    { postcode: "45527", place: "Hattingen", districtKey: "05954" },
    { postcode: "58456", place: "Witten", districtKey: "05954", ags: "05954036" },
    { postcode: "58456", place: "Hattingen", districtKey: "05954", ags: "05954016" },
  ],
  nationalities: [
    { key: "000", label: "Deutschland", kind: "staat" },
    { key: "120", label: "Jugoslawien", kind: "historisch" },
    { key: "122", label: "Bosnien und Herzegowina", kind: "staat" },
    { key: "123", label: "Andorra", kind: "staat" },
    { key: "141", label: "Liechtenstein", kind: "staat" },
    { key: "160", label: "Russische Föderation", kind: "staat" },
    { key: "246", label: "Kongo, Demokratische Republik", kind: "staat" },
    { key: "245", label: "Kongo", kind: "staat" },
    { key: "997", label: "staatenlos", kind: "sonderwert" },
    { key: "998", label: "ungeklärt", kind: "sonderwert" },
  ],
  states: [
    { key: "000", names: ["Deutschland"], codes: ["DE", "DEU", "D"], adjective: "deutsch" },
    { key: "122", names: ["Bosnien und Herzegowina"], codes: ["BA", "BIH"], adjective: "bosnisch" },
    { key: "123", names: ["Andorra"], codes: ["AD", "AND"], adjective: "andorranisch" },
    { key: "141", names: ["Liechtenstein"], codes: ["LI", "LIE"], adjective: "liechtensteinisch" },
    { key: "160", names: ["Russische Föderation"], codes: ["RU", "RUS"], adjective: "russisch" },
    { key: "245", names: ["Kongo", "Republik Kongo"], codes: ["CG"], adjective: "kongolesisch (Republik Kongo)" },
    { key: "246", names: ["Kongo, Demokratische Republik"], codes: ["CD"], adjective: "kongolesisch" },
    { key: "", names: ["Åland"], codes: ["AX"], adjective: "" },
  ],
});

export const context: JudgeContext = { today, reference, duplicates: new Map(), known: () => undefined };

/** Every field in a column of its own, under its German label. */
export const mapping: Mapping = fieldNames.map((field, column) => ({
  column,
  header: fields[field].label,
  field,
  certainty: "sicher",
}));

export type Values = Partial<Record<Field, string>>;

export const complete: Values = {
  fileNumber: "31.30-0147",
  familyName: "Đurić-Muster",
  givenNames: "Țvetana",
  birthDate: "00.03.1990",
};

const cellsOf = (values: Values): string[] => fieldNames.map((field) => values[field] ?? "");

/** A row with just these values. */
export const rowOf = (values: Values, rowNo = 2) => ({ rowNo, cells: cellsOf(values) });

/** The verdict on a complete row with these values changed. */
export const judge = (values: Values, changes: Partial<JudgeContext> = {}): RowVerdict =>
  judgeRow(rowOf({ ...complete, ...values }), mapping, { ...context, ...changes });

/** A row as it is read before anything is judged. */
export const readingOf = (values: Values): RowReading => readRow(rowOf(values), mapping);
