/** The help page: how the main job goes, and which keys there are. No account is needed to read it. */
import type { Frame } from "../../../kernel/frame.ts";
import { Card, type Column, DataTable, Page } from "../../../ui/index.ts";

type Key = { keys: string; action: string; where: string };

const keys: readonly Key[] = [
  { keys: "Strg+K", action: "Suche", where: "überall" },
  { keys: "F1", action: "Tasten dieser Seite", where: "überall" },
  { keys: "j / k oder ↓ / ↑", action: "nächste, vorherige Zeile", where: "Listen" },
  { keys: "Enter", action: "Zeile öffnen", where: "Listen" },
  { keys: "s oder /", action: "in die Filterzeile", where: "Listen" },
  { keys: "1 bis 9", action: "Ansicht wechseln", where: "Seiten mit Ansichten" },
  { keys: "g, dann a", action: "Arbeitsvorrat", where: "überall" },
  { keys: "g, dann f", action: "Fälle", where: "überall" },
  { keys: "g, dann e", action: "Ersuchen", where: "überall" },
  { keys: "g, dann r", action: "Fristen", where: "überall" },
  { keys: "g, dann b", action: "Berichte", where: "überall" },
  { keys: "Strg+Enter", action: "absenden", where: "Prüfseite eines Ersuchens" },
];

const columns: Column<Key>[] = [
  { key: "taste", label: "Taste", cell: ({ keys: text }) => text },
  { key: "wirkung", label: "Wirkung", cell: ({ action }) => action },
  { key: "wo", label: "Wo", cell: ({ where }) => where },
];

export const HelpPage = ({ frame }: { frame: Frame | undefined }) => (
  <Page title="Hilfe" frame={frame}>
    <Card title="Vom Fall zum Ergebnis">
      <ol>
        <li>Fälle anlegen oder als Tabelle importieren.</li>
        <li>
          Rechtsereignisse erfassen. Daraus werden Vollziehbarkeit und Fristen abgeleitet, mit Rechenweg und Norm.
        </li>
        <li>Die freiwillige Ausreise anbieten und die Antwort festhalten.</li>
        <li>Eine Maßnahme anlegen, die Prüfpunkte beantworten, zwei andere Personen geben frei.</li>
        <li>Gefährdung bewerten und die Polizei ersuchen. Was fehlt, nennt die Seite.</li>
        <li>Vor dem Vollzug noch einmal prüfen, danach das Ergebnis mit Grund festhalten.</li>
      </ol>
      <p>Ein Stopp ist jederzeit möglich und erreicht alle Beteiligten sofort.</p>
    </Card>
    <Card title="Der Arbeitsvorrat">
      <p>
        Der Arbeitsvorrat ist nur nach Fristen geordnet. „Warum hier?“ nennt zu jeder Aufgabe Regel, Norm und Herkunft.
        Was andere tun müssen, steht unter „Wartet auf andere“.
      </p>
    </Card>
    <Card title="Fristen">
      <p>
        Jede Frist zeigt ihren Rechenweg. Der <a href="/fristen/rechner">Fristenrechner</a> rechnet auch ohne Fall und
        ohne Anmeldung.
      </p>
    </Card>
    <Card title="Tasten">
      <p>
        Einzelne Tasten gelten nur, solange der Fokus in einer Liste steht. Das lässt sich in den{" "}
        <a href="/einstellungen">Einstellungen</a> ändern oder abschalten.
      </p>
      <DataTable caption="Tasten" captionHidden columns={columns} rows={keys} empty={null} />
    </Card>
  </Page>
);
