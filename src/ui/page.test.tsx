import { describe, expect, test } from "vitest";
import { emptyForm } from "../kernel/form-state.ts";
import { day } from "../kernel/day.ts";
import {
  DataTable,
  ErrorSummary,
  Form,
  type Frame,
  Page,
  RadioGroup,
  SubmitButton,
  TextArea,
  TextField,
  Timeline,
} from "./index.ts";

const frame: Frame = {
  officerName: "A. Beispiel",
  authorityName: "Ausländerbehörde Stadt Musterstadt",
  roleLabel: "Sachbearbeitung",
  demo: true,
  nav: [{ href: "/ersuchen", label: "Ersuchen", count: "4", current: true }],
  stopBands: [{ href: "/massnahmen/1", text: "Maßnahme M-2026-0377/1 · 07:58" }],
  now: new Date("2026-11-23T07:14:00Z"),
  version: "0.1.0",
};

const html = (node: unknown): string => String(node);

describe("a page", () => {
  test("is a whole German document with one heading, landmarks and skip links", () => {
    const text = html(
      <Page title="Ersuchen" frame={frame}>
        <p>Text</p>
      </Page>,
    );
    expect(text.startsWith('<!doctype html><html lang="de"')).toBe(true);
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text).toContain('<a href="#inhalt">Zum Inhalt</a>');
    expect(text).toContain("TESTBETRIEB");
    expect(text).toContain('action="/abmelden"');
    expect(text).toContain("Stand <time");
  });

  test("says while the demo is being filled that its lists are not complete", () => {
    const page = (isFilling: boolean): string =>
      html(
        <Page title="Fälle" frame={{ ...frame, isFilling }}>
          <p>Text</p>
        </Page>,
      );
    expect(page(true)).toContain("Die Beispielfälle werden noch angelegt, die Listen sind noch nicht vollständig.");
    expect(page(false)).not.toContain("noch angelegt");
  });

  test("carries no style attribute, no inline script and no event attribute, so the strict policy holds", () => {
    const text = html(
      <Page title="Ersuchen" frame={frame} secret topics={["request:1"]}>
        <p>Text</p>
      </Page>,
    );
    expect(text).not.toMatch(/\sstyle="/);
    expect(text).not.toMatch(/\son\w+="/);
    expect(text.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/assets/unknown/main.js">']);
  });

  test("says in the title that the form has errors, and shows the heading only inside", () => {
    const text = html(
      <Page title="Fall" heading="31.30-0147 MUSTER, Țvetana" frame={frame} errorCount={2}>
        <p>Text</p>
      </Page>,
    );
    expect(text).toContain("<title>Fehler: Fall – Amtsweg</title>");
    expect(text).toContain("MUSTER, Țvetana</h1>");
  });

  test("shows search, navigation and sign-out only to those who are signed in", () => {
    const text = html(
      <Page title="Anmelden" frame={undefined}>
        <p>Text</p>
      </Page>,
    );
    expect(text).not.toContain("/suche");
    expect(text).not.toContain("/abmelden");
    expect(text).not.toContain("Hauptnavigation");
  });
});

describe("a field", () => {
  const wrong = { values: { reason: "<b>" }, errors: { reason: "Grund fehlt. Bitte Abschnitt 2 ausfüllen." } };

  test("shows the user's own input again, escaped, and wires label, hint and error", () => {
    const text = html(<TextField name="reason" label="Grund" hint="Ein Satz" required form={wrong} fallback="alt" />);
    expect(text).toContain('value="&lt;b&gt;"');
    expect(text).toContain('aria-describedby="reason-hinweis reason-fehler"');
    expect(text).toContain('aria-invalid="true"');
    expect(text).toContain('<label class="kern-label" for="reason">Grund</label>');
    expect(text).not.toContain("freiwillig");
  });

  test("that may stay empty says so", () => {
    expect(html(<TextField name="note" label="Bemerkung" form={emptyForm} />)).toContain("(freiwillig)");
  });

  test("keeps a first line break of a long text", () => {
    const text = html(<TextArea name="a" label="Text" form={{ values: { a: "\nx" }, errors: {} }} />);
    expect(text).toContain(">\n\nx</textarea>");
  });

  test("of radio buttons lends its name as id to the first button, because the error summary links there", () => {
    const options = [
      { value: "yes", label: "Ja" },
      { value: "no", label: "Nein" },
    ];
    const text = html(
      <RadioGroup name="known" label="Erkenntnisse" options={options} form={emptyForm} fallback="no" required />,
    );
    expect(text).toContain('id="known" name="known" value="yes"/>');
    expect(text).toContain('id="known-2" name="known" value="no" checked=""');
  });
});

test("a form posts, leaves checking to the server and carries the version it was made from", () => {
  const text = html(
    <Form action="/ersuchen/1" version={7}>
      <SubmitButton>Ersuchen absenden</SubmitButton>
    </Form>,
  );
  expect(text).toContain('method="post" action="/ersuchen/1" novalidate=""');
  expect(text).toContain('<input type="hidden" name="version" value="7"/>');
});

test("the error summary links to each field and shows an error of the whole form as text", () => {
  const text = html(
    <ErrorSummary form={{ values: {}, errors: { reason: "Grund fehlt.", "": "Der Stand ist veraltet." } }} />,
  );
  expect(text).toContain('<a href="#reason">Grund fehlt.</a>');
  expect(text).toContain("<li>Der Stand ist veraltet.</li>");
  expect(html(<ErrorSummary form={emptyForm} />)).toBe("");
});

describe("a table", () => {
  const columns = [
    { key: "due", label: "Frist", sortable: true, cell: (row: { id: string; due: string }) => row.due },
    { key: "id", label: "Nummer", cell: (row: { id: string; due: string }) => row.id },
  ];

  test("names rows and columns, says how it is sorted, and links the head of each row", () => {
    const text = html(
      <DataTable
        caption="Fristen"
        columns={columns}
        rows={[{ id: "F-1", due: "heute" }]}
        sort={{ key: "due", direction: "asc" }}
        sortHref={(key) => `?sort=${key}`}
        rowHref={(row) => `/fristen/${row.id}`}
        empty="Keine"
      />,
    );
    expect(text).toContain('aria-sort="ascending"');
    expect(text).toContain('<a href="/fristen/F-1">heute</a>');
    expect(text).toContain('<th scope="row" data-label="Frist">');
  });

  test("a column that holds a control has no label beside it where rows become blocks", () => {
    const action = { key: "end", label: "Beenden", action: true, cell: () => <button type="submit">Beenden</button> };
    const text = html(
      <DataTable
        caption="Vertretungen"
        columns={[...columns, action]}
        rows={[{ id: "F-1", due: "heute" }]}
        empty="Keine"
      />,
    );
    expect(text).toContain('<td><button type="submit">Beenden</button></td>');
  });

  test("without rows shows the reason instead of an empty frame", () => {
    expect(html(<DataTable caption="Fristen" columns={columns} rows={[]} empty="Heute nichts fällig." />)).toBe(
      '<div class="aw-empty-list">Heute nichts fällig.</div>',
    );
  });
});

test("a course of events shows days as days and instants with their time", () => {
  const text = html(
    <Timeline
      entries={[
        { at: new Date("2026-11-20T14:55:00Z"), title: "gesendet", actor: "A. Beispiel" },
        { at: day("2026-11-18"), title: "Gutachten angefragt" },
      ]}
    />,
  );
  expect(text).toContain("20.11.2026, 15:55 Uhr</time> · A. Beispiel");
  expect(text).toContain("Mi 18.11.2026");
});
