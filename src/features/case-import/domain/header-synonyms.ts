/**
 * How authorities head their columns, divided by "|". Data only; compared by `foldTight`, so case, dots and hyphens do not
 * matter.
 */
import type { Field } from "./field.ts";

/** Headings that mean the field for certain. */
export const certainHeaders: Record<Field, string> = {
  fileNumber:
    "Aktenzeichen | AZ | Az. | Akten-Nr. | Aktennummer | Aktenzeichen ABH | Az. ABH | Geschäftszeichen | Geschäftsz. | GZ | Fallnummer | Fall-Nr. | unser Zeichen | Ausländerakte | AZ Ausländerakte",
  familyName: "Familienname | Nachname | Zuname | Fam.-Name | Familienname(n) | Nachname(n) | Familien- oder Nachname",
  givenNames: "Vorname | Vornamen | Vorname(n) | Rufname | Vorn.",
  fullName: "Name Vorname | Nachname Vorname | Familienname Vorname | Name und Vorname | Personalien",
  birthName: "Geburtsname | Geb.-Name | Mädchenname | geborene | Geburtsnamen",
  birthDate:
    "Geburtsdatum | geb. | geboren | geb. am | geboren am | Geb.-Datum | Geb.-Dat. | GebDat | Geburtstag | Geburtsdat. | Gebdatum",
  nationality:
    "Staatsangehörigkeit | Staatsangehörigkeiten | Staatsang. | Nationalität | Staatsangeh. | Staatsbürgerschaft | Staatsangehörigkeitsschlüssel",
  secondNationality:
    "weitere Staatsangehörigkeit | 2. Staatsangehörigkeit | zweite Staatsangehörigkeit | Staatsangehörigkeit 2",
  street:
    "Straße | Str. | Strasse | Straße und Hausnummer | Straße Hausnr. | Straße/Nr. | Straße Nr. | Wohnstraße | Straßenname",
  houseNumber: "Hausnummer | Hausnr. | Haus-Nr. | HNr. | Hnr",
  room: "Zimmer | Zimmernummer | Zimmer-Nr. | Zi. | Zi.-Nr. | Zimmernr. | Raum | Appartement",
  facility:
    "Einrichtung | Unterkunft | Wohnheim | Gemeinschaftsunterkunft | GU | Sammelunterkunft | Landeseinrichtung | ZUE | Name der Einrichtung",
  postcode: "PLZ | Postleitzahl | Post-LZ | PLZ Wohnort",
  place: "Ort | Wohnort | Stadt | Wohnsitz | Ort Wohnort | Aufenthaltsort",
  postcodeAndPlace: "PLZ Ort | PLZ/Ort | PLZ und Ort | PLZ Wohnort Ort | Postleitzahl Ort | Postleitzahl und Ort",
  fullAddress: "Anschrift | Adresse | Wohnanschrift | Postanschrift | Meldeadresse | Meldeanschrift",
  municipality:
    "Gemeinde | Kommune | Gemeindename | Zuweisungsgemeinde | Zuweisungskommune | Stadt/Gemeinde | Gemeinde/Stadt",
  district: "Kreis | Landkreis | Kreis/kreisfreie Stadt | Kreisname",
  municipalityKey: "AGS | Gemeindeschlüssel | Gemeindekennziffer | amtlicher Gemeindeschlüssel | GKZ",
  decisionOn:
    "Bescheid vom | Bescheiddatum | Datum Bescheid | Datum des Bescheids | Bescheid am | Bescheid v. | Bescheid-Datum | Bescheid erlassen am",
  decisionKind: "Bescheidart | Art des Bescheids | Art Bescheid | Art der Entscheidung | Entscheidungsart",
  servedOn:
    "zugestellt am | Zustellung | Zustelldatum | Zustellung am | Datum Zustellung | Bescheid zugestellt am | Bekanntgabe | bekannt gegeben am | Zustellungsdatum | ZU am",
  claimFiledOn:
    "Klage am | Klage vom | Klage erhoben am | Klageerhebung | Datum Klage | Klageeingang | Klagedatum | Klage eingegangen am",
  finalOn:
    "rechtskräftig seit | rechtskräftig am | bestandskräftig seit | bestandskräftig am | Rechtskraft | Bestandskraft | Bestandskraft seit | Rechtskraft seit | unanfechtbar seit | bestands-/rechtskräftig seit | bestandskräftig oder rechtskräftig seit",
  departurePeriodUntil:
    "Ausreisefrist bis | Ausreisefrist | Frist zur Ausreise | Ausreisefrist endet am | Ende Ausreisefrist | Ausreisefrist Ende | freiwillige Ausreise bis",
  suspensionReason:
    "Duldungsgrund | Grund der Duldung | Grund Duldung | Duldung Grund | Duldung wegen | Aussetzungsgrund",
  enforceableSince:
    "vollziehbar seit | vollziehbar ab | vollziehbar ausreisepflichtig seit | Vollziehbarkeit | vollz. seit | vollziehbar am | ausreisepflichtig seit | vollziehbar",
  language: "Sprache | Muttersprache | Sprachen | Dolmetschersprache | Dolmetscher Sprache | Verständigungssprache",
  familyKey:
    "Familienverband | Familiennr. | Familiennummer | Familien-Nr. | Fam.-Nr. | Familien-ID | Familienverbund | Bedarfsgemeinschaft",
  officer:
    "Sachbearbeiter | Sachbearbeiterin | Sachbearbeiter/in | Sachbearbeitung | SB | Bearbeiter | Bearbeiterin | zuständig | Fallmanager",
  remark:
    "Bemerkung | Bemerkungen | Anmerkung | Anmerkungen | Notiz | Notizen | Hinweis | Hinweise | Kommentar | Vermerk | Sonstiges",
};

/** Headings that could mean the field; the clerk has to look. */
export const likelyHeaders: Partial<Record<Field, string>> = {
  fileNumber: "Nr. | Nummer | Zeichen | Akte | ID | Vorgang | Vorgangsnummer | Kennzeichen",
  familyName: "Name",
  birthDate: "Alter/geb. | Geburt",
  nationality: "StA | Staat | Herkunftsland | Herkunftsstaat",
  place: "Wohnhaft | wohnhaft in",
  decisionOn: "Bescheid | Entscheidung vom | Entscheidung am",
  claimFiledOn: "Klage",
  familyKey: "Familie",
};

/** Columns that are known and deliberately left where they are, with the sentence that says why. */
export const leftOut: { headers: string; note: string }[] = [
  {
    headers: "Fehler | Fehlertext | Fehlermeldung",
    note: "Diese Spalte stammt aus der Liste der abgewiesenen Zeilen und wird übergangen.",
  },
  {
    headers: "AZR-Nummer | AZR-Nr. | AZR | Ausländerzentralregister-Nr. | AZR Nummer",
    note: "Die AZR-Nummer darf nur zu den Zwecken des § 10 Abs. 4 AZRG verwendet werden und wird nicht übernommen.",
  },
  {
    headers:
      "Religion | Konfession | Glaube | Religionszugehörigkeit | Volkszugehörigkeit | Ethnie | Volksgruppe | Herkunft | Hautfarbe | politische Überzeugung",
    note: "Angaben zu Religion und Herkunft werden nicht übernommen; Amtsweg arbeitet nicht mit ihnen.",
  },
  {
    headers:
      "Az. BAMF | Aktenzeichen BAMF | BAMF-Az. | BAMF-Aktenzeichen | Az. VG | Aktenzeichen VG | Az. Gericht | Aktenzeichen Gericht | Az. StA | Aktenzeichen StA | Geschäftszeichen BAMF | MARiS-Nr.",
    note: "Das Aktenzeichen einer anderen Stelle erkennt den Fall nicht wieder und wird nicht übernommen.",
  },
  {
    headers:
      "Geburtsort | Geburtsland | Geschlecht | Familienstand | Telefon | Handy | E-Mail | Alter | Einreise am | Einreisedatum | lfd. Nr. | laufende Nummer | Stand | Datum | Status | Aufenthaltsstatus | Duldung bis | Pass | Passnummer | Ausweisnummer | Kosten | Rückmeldung",
    note: "Für diese Spalte gibt es beim Import kein Feld.",
  },
];
