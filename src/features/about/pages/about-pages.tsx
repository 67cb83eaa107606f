/** Static pages that every visitor may read: about the program and its data, accessibility, data protection. */
import type { Child } from "hono/jsx";
import type { Frame } from "../../../kernel/frame.ts";
import { Card, type Column, DataTable, DescriptionList, Page } from "../../../ui/index.ts";
import { attribution, type DataSource, dataSources } from "../sources.ts";

type PageProps = { frame: Frame | undefined };

const Bullets = ({ items }: { items: readonly Child[] }) => (
  <ul>
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
);

const columns: Column<DataSource>[] = [
  { key: "quelle", label: "Quelle", cell: ({ name }) => name },
  { key: "stand", label: "Stand", cell: ({ asOf }) => asOf },
  { key: "lizenz", label: "Lizenz", cell: ({ licence }) => licence },
  { key: "zweck", label: "Verwendet für", cell: ({ usedFor }) => usedFor },
];

export const AboutPage = ({ frame, version }: PageProps & { version: string }) => (
  <Page title="Über diese Anwendung" frame={frame}>
    <p>
      Amtsweg koordiniert das Rückkehrmanagement zwischen Behörden: Ersuchen, Prüfpunkte, Fristen, Stopp. Es rechnet und
      erinnert; es entscheidet nie.
    </p>
    <Card title="Programm">
      <DescriptionList
        items={[
          { term: "Version", value: version },
          { term: "Lizenz", value: "European Union Public Licence (EUPL) 1.2" },
          { term: "Gestaltung", value: "KERN Design-System (EUPL-1.2), Schrift Noto Sans (SIL Open Font License 1.1)" },
        ]}
      />
    </Card>
    <Card title="Datenquellen" id="datenquellen">
      <p>{attribution}</p>
      <DataTable
        caption="Datenquellen mit Stand und Lizenz"
        captionHidden
        columns={columns}
        rows={dataSources}
        empty={null}
      />
      <p>
        Abgerufen am 21.11.2026. Das Verzeichnis der Behörden ist zusammengestellt; jede Angabe trägt einen Beleg und
        eine Einschätzung, wie sicher sie ist. Vor dem Echtbetrieb muss die betreibende Stelle sie prüfen.
      </p>
    </Card>
  </Page>
);

export const AccessibilityPage = ({ frame }: PageProps) => (
  <Page title="Barrierefreiheit" frame={frame}>
    <p>
      Diese Seite sagt, was getan und was nicht geprüft ist. Die Erklärung zur Barrierefreiheit gibt die Behörde ab, die
      Amtsweg betreibt.
    </p>
    <Card title="Was getan ist">
      <Bullets
        items={[
          "Alle Kernaufgaben gehen ohne JavaScript.",
          "Beschriftung, Hinweis und Fehler sind mit ihrem Feld verbunden. Nach einem Fehler bleiben die Eingaben erhalten.",
          "Ein Zustand ist immer ein Wort und ein Zeichen, nie nur eine Farbe.",
          "Alles geht mit der Tastatur. Einzeltasten lassen sich in den Einstellungen abschalten.",
          "Hell und dunkel, kompakte und weite Ansicht, Vergrößerung bis 400 Prozent, Druckansicht.",
          "Briefe sind PDF-Dateien mit Struktur (PDF/UA-1).",
        ]}
      />
    </Card>
    <Card title="Was nicht geprüft ist">
      <Bullets
        items={[
          "Niemand hat Amtsweg bisher mit Screenreader, Vergrößerungssoftware oder Spracheingabe im Alltag geprüft.",
          "Eine unabhängige Prüfung nach BITV 2.0 gibt es noch nicht; geprüft wird bisher automatisch mit axe.",
          "Leichte Sprache und Gebärdensprache fehlen.",
        ]}
      />
    </Card>
    <p>
      <a href="/barriere-melden">Barriere melden</a>
    </p>
  </Page>
);

export const ReportBarrierPage = ({ frame }: PageProps) => (
  <Page title="Barriere melden" frame={frame}>
    <p>Sie kommen an einer Stelle nicht weiter? Bitte sagen Sie es der Behörde, die Amtsweg betreibt.</p>
    <Card title="Was wir wissen müssen">
      <Bullets
        items={[
          "auf welcher Seite es war (der Titel oben auf der Seite genügt)",
          "was Sie tun wollten und was stattdessen geschah",
          "welches Hilfsmittel Sie benutzen, zum Beispiel Screenreader oder Vergrößerung",
        ]}
      />
      <p>Bitte keine Namen und keine Aktenzeichen aus Fällen nennen.</p>
    </Card>
    <Card title="Wohin">
      <p>
        Ansprechstelle, Telefon und Antwortzeit stehen in der Erklärung zur Barrierefreiheit Ihrer Behörde. Dort steht
        auch, welche Schlichtungs- oder Durchsetzungsstelle zuständig ist, wenn die Antwort nicht hilft.
      </p>
    </Card>
  </Page>
);

export const DataProtectionPage = ({ frame }: PageProps) => (
  <Page title="Datenschutz" frame={frame}>
    <p>
      Verantwortlich für die Daten eines Falls ist die Behörde, die ihn führt. Diese Seite sagt, was das Programm von
      selbst tut.
    </p>
    <Card title="Beim Benutzen">
      <Bullets
        items={[
          "Nur ein notwendiges Cookie: die Anmeldung. Keine Zählung von Besuchen, keine fremden Server.",
          "Anmeldung: Name, Behörde und Rolle kommen vom Anmeldedienst Ihrer Behörde.",
          "Der Fristenrechner speichert nichts.",
        ]}
      />
    </Card>
    <Card title="Bei Daten von Personen">
      <Bullets
        items={[
          "Jedes Lesen wird mit Person, Zweck und Zeit festgehalten (§ 76 BDSG), bevor die Seite erscheint.",
          "Jede Änderung steht im Protokoll, das niemand ändern kann.",
          "Eine andere Behörde sieht nur, was ihr ein offenes Ersuchen mitteilt; danach nichts mehr.",
          "Zeit und Ablauf einer Maßnahme sind geheim (§ 97a AufenthG) und stehen in keinem Titel, keiner E-Mail und keinem Kalender.",
          "Keine Bewertung und keine Rangfolge von Personen; entschieden wird von Menschen (Art. 22 DSGVO).",
          "Es gibt kein Feld für Religion oder Volkszugehörigkeit.",
        ]}
      />
    </Card>
    <p>
      Auskunft, Berichtigung und Beschwerde: bei der Behörde, die den Fall führt, und bei ihrer Datenschutzaufsicht.
    </p>
  </Page>
);
