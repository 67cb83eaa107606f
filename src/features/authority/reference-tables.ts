/** How each reference file becomes rows of its table. Nothing is deleted: closed cases go on pointing to old entries. */

export type ReferenceTable = {
  name: string;
  files: string[];
  /** One line of the file → rows of the table, with the column names of the table. */
  toRows: (line: Record<string, string>, file: string) => Record<string, unknown>[];
  upsertSql: string;
};

const upsert = (table: string, key: string, columns: string[]): string => {
  const set = columns.filter((column) => !key.split(", ").includes(column));
  return `insert into ${table} (${columns.join(", ")})
    select ${columns.map((column) => `r.${column}`).join(", ")} from jsonb_populate_recordset(null::${table}, $1::jsonb) r
    on conflict (${key}) do update set ${set.map((column) => `${column} = excluded.${column}`).join(", ")}`;
};

const optional = (text: string | undefined): string | null => (text ? text : null);
const reference = (name: string): string => `reference/${name}.csv`;

const municipalities: ReferenceTable = {
  name: "municipality",
  files: [reference("gemeinden")],
  toRows: (line) => [
    {
      ags: line["ags"],
      name: line["name"],
      official_name: line["name_amtlich"],
      kind: line["typ"],
      district_key: line["kreis_key"],
      district_name: line["kreis_name"],
      land: line["land_kuerzel"],
      postcode: optional(line["plz_verwaltung"]),
      lat: optional(line["lat"]),
      lon: optional(line["lon"]),
    },
  ],
  upsertSql: upsert(
    "municipality",
    "ags",
    "ags name official_name kind district_key district_name land postcode lat lon".split(" "),
  ),
};

const postcodes: ReferenceTable = {
  name: "postcode_place",
  files: [reference("plz_orte")],
  toRows: (line) => [
    { postcode: line["plz"], place: line["ort"], ags: optional(line["ags"]), district_key: line["kreis_key"] },
  ],
  upsertSql: `with gone as (delete from postcode_place)
    insert into postcode_place select * from jsonb_populate_recordset(null::postcode_place, $1::jsonb)`,
};

const authorityColumns = "id kind name place ags land parent_id evidence confidence active".split(" ");

const authority = (values: Record<string, unknown>): Record<string, unknown> => ({
  land: "NW",
  parent_id: null,
  active: true,
  ...values,
});

const authorities: ReferenceTable = {
  name: "authority",
  files: [
    reference("nrw_zentrale_auslaenderbehoerden"),
    reference("nrw_auslaenderbehoerden"),
    reference("nrw_kreispolizeibehoerden"),
    "authorities-further.csv",
  ],
  toRows: (line, file) => {
    if (line["abh_id"])
      return [
        authority({
          id: line["abh_id"],
          kind: "MunicipalImmigrationAuthority",
          name: line["name"],
          place: line["sitz_ort"],
          ags: line["sitz_ags"],
          parent_id: line["zab_id"],
          evidence: line["beleg"],
          confidence: line["konfidenz"],
          active: line["status"] !== "beim_kreis",
        }),
      ];
    if (line["kpb_id"])
      return [
        authority({
          id: line["kpb_id"],
          kind: "DistrictPolice",
          name: line["name"],
          place: line["polizeibezirk"],
          evidence: `VO über die Kreispolizeibehörden NRW (${file})`,
          confidence: line["konfidenz"],
        }),
      ];
    if (line["zab_id"])
      return [
        authority({
          id: line["zab_id"],
          kind: "CentralImmigrationAuthority",
          name: line["name"],
          ags: line["sitz_ags"],
          evidence: line["beleg"],
          confidence: "hoch",
        }),
      ];
    return [
      authority({
        ...line,
        place: optional(line["place"]),
        ags: optional(line["ags"]),
        parent_id: optional(line["parent_id"]),
      }),
    ];
  },
  upsertSql: upsert("authority", "id", authorityColumns),
};

const immigrationNorm = "§ 71 Abs. 1 AufenthG; §§ 1, 13, 14 ZustAVO NRW";
const policeNorm = "VO über die Kreispolizeibehörden NRW § 1";

const competences: ReferenceTable = {
  name: "competence",
  files: [reference("nrw_zustaendigkeit_gemeinde")],
  toRows: (line) => [
    {
      ags: line["ags"],
      duty: "immigration",
      authority_id: line["abh_id"],
      norm: immigrationNorm,
      reason: `${line["name"]} gehört zum Bezirk dieser Ausländerbehörde.`,
    },
    {
      ags: line["ags"],
      duty: "central",
      authority_id: line["zab_id"],
      norm: "§ 15 ZustAVO NRW",
      reason: `${line["name"]} liegt im Regierungsbezirk ${line["regierungsbezirk"]}.`,
    },
    {
      ags: line["ags"],
      duty: "police",
      authority_id: line["kpb_id"],
      norm: policeNorm,
      reason: `Der Einsatzort ${line["name"]} gehört zu diesem Polizeibezirk. Maßgeblich ist die Gemeinde, nicht der Kreis.`,
    },
  ],
  upsertSql: upsert("competence", "ags, duty", ["ags", "duty", "authority_id", "reason", "norm"]),
};

const states: ReferenceTable = {
  name: "state",
  files: [reference("staaten")],
  toRows: (line) => [
    {
      alpha2: line["alpha2"],
      alpha3: line["alpha3"],
      name: line["name_de"],
      destatis_key: optional(line["destatis_key"]),
      nationality: optional(line["nationalitaet_de"]),
      eu: line["eu"] === "1",
      dublin: line["dublin_ammr"] === "1",
    },
  ],
  upsertSql: upsert("state", "alpha2", ["alpha2", "alpha3", "name", "destatis_key", "nationality", "eu", "dublin"]),
};

const nationalities: ReferenceTable = {
  name: "nationality",
  files: [reference("staatsangehoerigkeiten")],
  toRows: (line) => [{ key: line["destatis_key"], label: line["bezeichnung"], alpha2: optional(line["alpha2"]) }],
  upsertSql: upsert("nationality", "key", ["key", "label", "alpha2"]),
};

/** In the order that foreign keys ask for. */
export const referenceTables: readonly ReferenceTable[] = [
  municipalities,
  postcodes,
  authorities,
  competences,
  states,
  nationalities,
];
