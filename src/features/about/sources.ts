/** Whose data Amtsweg carries, with licence. The attributions are owed (data/reference/README.md); none may be dropped. */

export type DataSource = { name: string; asOf: string; licence: string; usedFor: string };

/** The line that the licences ask for, word by word. */
export const attribution =
  "© Die Bundeswahlleiterin, dl-de/by-2-0 · © GeoBasis-DE / BKG (2017), Daten verändert · GeoNames, CC BY 4.0 · OurAirports (gemeinfrei)";

export const dataSources: readonly DataSource[] = [
  {
    name: "Die Bundeswahlleiterin, Wahlkreise und zugeordnete Gemeinden",
    asOf: "30.11.2024",
    licence: "Datenlizenz Deutschland – Namensnennung – 2.0",
    usedFor: "Gemeinden, Kreise, Regierungsbezirke, Länder",
  },
  {
    name: "Bundesamt für Kartographie und Geodäsie, Verwaltungsgebiete VG250",
    asOf: "2017",
    licence: "© GeoBasis-DE / BKG 2017, GeoNutzV; Daten verändert: nur Flächenschwerpunkte",
    usedFor: "Koordinaten der Gemeinden",
  },
  { name: "GeoNames, Postleitzahlen", asOf: "30.03.2026", licence: "CC BY 4.0", usedFor: "Postleitzahlen und Orte" },
  { name: "OurAirports", asOf: "15.05.2026", licence: "gemeinfrei", usedFor: "Flughäfen" },
  { name: "Zeitzonenkarte (tz-lookup)", asOf: "2026", licence: "CC0 1.0", usedFor: "Zeitzonen der Flughäfen" },
  { name: "ISO 3166 (i18n-iso-countries)", asOf: "2026", licence: "MIT", usedFor: "Namen der Staaten" },
  { name: "Nationalitäts-Adjektive (i18n-nationality)", asOf: "2026", licence: "MIT", usedFor: "Namen der Staaten" },
  {
    name: "Statistisches Bundesamt, Codelisten „Staat“ und „Staatsangehörigkeit“",
    asOf: "19.02.2021",
    licence: "amtliche Codeliste; Trägerdatei EUPL-1.2",
    usedFor: "Schlüssel der Staatsangehörigkeit",
  },
  {
    name: "KoSIT, Zeichen der DIN 91379",
    asOf: "2020, ergänzt um 5 Zeichen der Fassung 2022-08",
    licence: "© KoSIT 2020; die Datei nennt keine Lizenz",
    usedFor: "zulässige Zeichen in Namen, Suchform",
  },
  {
    name: "Bundestags- und Landtagsdrucksachen, Runderlasse, Verordnungen",
    asOf: "je Angabe",
    licence: "amtliche Werke (§ 5 UrhG)",
    usedFor: "Zuständigkeiten, Rechtsregeln, veröffentlichte Zahlen",
  },
  {
    name: "Behörden- und Presseseiten",
    asOf: "je Angabe",
    licence: "nur Tatsachen übernommen",
    usedFor: "Verzeichnis der Behörden in Nordrhein-Westfalen",
  },
  {
    name: "date-holidays",
    asOf: "3.37.0",
    licence: "ISC, Daten CC BY 3.0",
    usedFor: "Feiertage der Länder und anderer Mitgliedstaaten",
  },
];
