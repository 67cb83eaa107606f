/** The main job as a person does it in the browser; every step works with and without JavaScript. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { csvFile } from "../fixtures/spreadsheets.ts";
import { openView, signIn } from "../harness/chromium.ts";

export type Walk = {
  browser: Browser;
  url: string;
  javaScript: boolean;
  /** Called after each page that a person sees. */
  look: (page: Page, name: string) => Promise<void>;
};

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" }).click();
const heading = async (page: Page, text: string | RegExp) => {
  await page.getByRole("heading", { level: 1, name: text }).waitFor();
};

export const as = async ({ browser, url, javaScript }: Walk, account: string): Promise<[Page, BrowserContext]> => {
  const context = await openView(browser, url, { javaScript });
  return [await signIn(context, account), context];
};

/** „TT.MM.JJJJ“, counted from today: a plan never begins in the past. */
const inDays = (days: number): string =>
  new Date(Date.now() + days * 24 * 3600 * 1000).toLocaleDateString("de-DE", {
    timeZone: "Europe/Berlin",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  });

const table = {
  header: ["Aktenzeichen", "Name", "Vorname", "geb.", "Straße", "Hausnr.", "PLZ", "Ort", "Bemerkung"],
  rows: [
    ["31.30-9001", "Đurić-Muster", "Țvetana", "04.03.1991", "Musterweg", "3", "58452", "Witten", ""],
    ["31.30-9002", "Probe", "Jürgen", "31.02.1990", "Musterweg", "4", "58452", "Witten", ""],
  ],
};

/** 1 Import: the good row is taken over, the row with 31.02. is named. */
export async function importCases(walk: Walk, page: Page): Promise<void> {
  await page.goto("/import");
  await walk.look(page, "import");
  const bytes = csvFile(table);
  await page
    .getByLabel(/^Datei/)
    .setInputFiles({ name: "faelle.csv", mimeType: "text/csv", buffer: Buffer.from(bytes) });
  await press(page, /hochladen|einlesen/i);
  await settle(page, /Spalten zuordnen/);
  await walk.look(page, "zuordnung");
  await press(page, "Zeilen prüfen");
  await settle(page, /31\.02\./);
  await walk.look(page, "vorschau");
  // The button comes when every row is judged; on a loaded machine that is later than the first verdict.
  await settle(page, /Zeilen? übernehmen/);
  await press(page, /übernehmen/i);
  await settle(page, /übernommen/);
}

/** Waits until the page says it; without JavaScript a person reloads. */
async function settle(page: Page, text: RegExp): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    if (text.test(await page.locator("main").innerText())) return;
    await page.waitForTimeout(250);
    await page.reload();
  }
  throw new Error(`page never said ${String(text)}:\n${await page.locator("main").innerText()}`);
}

/** 3 Case: opened from the search, legal events recorded until the duty is enforceable, voluntary departure offered. */
export async function prepareCase(walk: Walk, page: Page): Promise<string> {
  await page.goto("/suche");
  await page.locator('main [name="q"]').fill("Duric Muster");
  await page.locator("main").getByRole("button", { name: "Suchen" }).click();
  await page.getByText("1 Treffer").waitFor();
  await walk.look(page, "suche");
  await page.locator('main a[href^="/faelle/"]').first().click();
  await heading(page, "Fallakte");
  const file = page.url();
  await recordEvent(page, file, "obligationToLeaveArisen", { "Entstanden am": "05.01.2026" }, { Vollziehbar: "law" });
  await recordEvent(
    page,
    file,
    "removalThreatServed",
    { "Zugestellt am": "10.01.2026", "Zielstaat oder Zielstaaten": "Frankreich" },
    { Rechtsgrundlage: "aufenthG59", Rechtsbehelfsbelehrung: "correct", "Hat die Klage aufschiebende Wirkung?": "no" },
  );
  await recordEvent(
    page,
    file,
    "departurePeriodSet",
    { "Bekannt gegeben am": "10.01.2026", "Frist bis": "10.02.2026" },
    {},
  );
  expect(await page.locator("main").innerText()).toContain("vollziehbar");
  await walk.look(page, "fallakte");
  return file;
}

async function recordEvent(
  page: Page,
  file: string,
  type: string,
  texts: Record<string, string>,
  choices: Record<string, string>,
): Promise<void> {
  await page.goto(`${file}/ereignisse/neu?art=${type}`);
  for (const [label, value] of Object.entries(texts)) await page.getByLabel(label).first().fill(value);
  for (const [label, value] of Object.entries(choices)) await page.getByLabel(label).first().selectOption(value);
  await send(page, "Ereignis speichern");
  await page.waitForURL(({ pathname }) => !pathname.endsWith("/ereignisse/neu"));
  // An event that moved deadlines shows them first; one that moved none leads back at once.
  await visit(page, file);
  await heading(page, "Fallakte");
}

/** Fills fields by their names: text, choice, box or group, as the page offers them. */
async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`);
    const kind = await field
      .first()
      .evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.localName));
    if (kind === "radio" || kind === "checkbox") await page.locator(`main [name="${name}"][value="${value}"]`).check();
    else if (kind === "select") await field.selectOption(value);
    else await field.fill(value);
  }
}

const visit = async (page: Page, path: string): Promise<void> => {
  const answer = await page.goto(path);
  expect([path, answer?.status()]).toEqual([path, 200]);
};

/** Sends the form of the page; a form with errors says so. */
async function send(page: Page, button: string | RegExp): Promise<void> {
  await press(page, button);
  await page.waitForLoadState();
  const errors = page.locator("#fehler");
  if (await errors.count()) throw new Error(`form refused: ${await errors.innerText()}`);
}

/** 3 (end) The offer comes before any measure; the person declines. */
export async function offerVoluntaryReturn(walk: Walk, page: Page, file: string): Promise<void> {
  await visit(page, `${file}/ausreise/offered`);
  await fill(page, { on: "01.03.2026" });
  await send(page, /Angebot|vermerken|speichern/i);
  await visit(page, `${file}/ausreise/declined`);
  await fill(page, { on: "10.03.2026", statement: "Möchte nicht ausreisen." });
  await send(page, /ablehn|vermerken|speichern/i);
  await walk.look(page, "freiwillige-ausreise");
}

/** 4 Measure as an attempt, with its plan and every gate that people answer. */
export async function openMeasureWithGates(walk: Walk, page: Page, file: string): Promise<string> {
  await visit(page, `${file}/massnahmen/neu`);
  await fill(page, { kind: "removal", targetState: "FR" });
  await send(page, "Maßnahme anlegen");
  const measure = page.url();
  await visit(page, `${measure}/planung`);
  await fill(page, {
    startsOn: inDays(3),
    startsAt: "09:15",
    arrivesOn: inDays(3),
    arrivesAt: "16:00",
    place: "Musterweg 3, Witten",
  });
  await chooseMunicipality(page, walk.javaScript);
  await send(page, "Planung speichern");
  await walk.look(page, "massnahme");
  const gates = await page
    .locator('main a[href*="/pruefpunkte/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(gates).toHaveLength(22);
  for (const gate of gates) {
    await visit(page, gate);
    await fill(page, { answer: "yes", reason: "geprüft", evidence: "Bl. 14" });
    await send(page, "Antwort speichern");
  }
  return measure;
}

async function chooseMunicipality(page: Page, javaScript: boolean): Promise<void> {
  if (!javaScript) {
    await page.locator('main [name="ags-text"]').fill("Witten");
    return;
  }
  const box = page.getByRole("combobox", { name: /Gemeinde des Einsatzorts/ });
  await box.fill("Witten");
  await page
    .getByRole("option", { name: /Witten/ })
    .first()
    .click();
}

/** 5 Hazard assessment from three sources, task list, check page, send: to the police of the municipality. */
export async function askPolice(walk: Walk, page: Page, reviewer: Page, measure: string): Promise<string> {
  for (const source of ["eigene", "polizei", "staatsanwaltschaft"]) {
    await visit(page, `${measure}/gefaehrdung/${source}`);
    await fill(page, { answeredOn: inDays(-1), reference: "Vermerk A. Beispiel" });
    await send(page, "Speichern und weiter");
  }
  await openWithPurpose(reviewer, `${measure}/gefaehrdung`);
  await send(reviewer, "Geprüft: Bewertung abschließen");
  await visit(page, `${measure}/vollzugshilfe/neu`);
  expect(await page.locator("main").innerText()).toContain("Polizeipräsidium Bochum");
  await send(page, "Entwurf anlegen");
  await page.waitForURL(/aufgaben/);
  const request = page.url().replace(/\/aufgaben.*/, "");
  await walk.look(page, "aufgaben");
  await topic(page, request, "massnahme", {
    reason: "Widerstand zu erwarten; eigene Kräfte reichen nicht aus",
    norms: "§ 71 Abs. 1 AufenthG",
    startsOn: inDays(3),
    startsAt: "09:15",
  });
  await topic(page, request, "personen", {});
  await topic(page, request, "einsatzort", { address: "Musterweg 3, Witten" });
  await topic(page, request, "kraefte", { name: "A. Beispiel", phone: "0000 12-340", nightPhone: "0000 12-345" });
  await topic(page, request, "meldung", { time: "08:45", place: "Wache Witten" });
  await topic(page, request, "beschluesse", { need: "none", noneReason: "Kein Betreten einer Wohnung" });
  await visit(page, `${request}/pruefen`);
  await walk.look(page, "pruefen");
  await page.locator('main [name="confirmed"]').check();
  await send(page, "Ersuchen absenden");
  await walk.look(page, "ersuchen");
  return request;
}

/** Somebody else's case asks once what it is opened for. */
async function openWithPurpose(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const purpose = page.locator('main [name="purpose"]');
  if ((await purpose.count()) === 0) return;
  if ((await purpose.first().getAttribute("type")) === "radio") await purpose.first().check();
  else await purpose.first().fill("Prüfung als zweite Person");
  await send(page, /öffnen|weiter/i);
  await page.goto(path);
}

async function topic(page: Page, request: string, name: string, values: Record<string, string>): Promise<void> {
  await visit(page, `${request}/aufgaben/${name}`);
  await fill(page, values);
  await send(page, "Speichern und weiter");
}

/** 6 The duty officer of the police: receipt, telephone note, acceptance with another time; the authority agrees. */
export async function policeAnswers(walk: Walk, police: Page, page: Page, request: string): Promise<void> {
  await visit(police, "/ersuchen");
  await walk.look(police, "polizei-eingang");
  await visit(police, request);
  const shown = await police.locator("main").innerText();
  expect(shown).toContain("Đurić-Muster");
  expect(shown).not.toContain("1991-03-04");
  await walk.look(police, "polizei-ersuchen");
  await send(police, "Zugang bestätigen");
  await visit(police, `${request}/schritte/accepted`);
  await send(police, /annehmen/i);
  await visit(page, request);
  expect(await page.locator("main").innerText()).toContain("angenommen");
}

/** `E-2026-0012`, as the page of the request calls it. */
export const numberOn = async (page: Page): Promise<string> =>
  /E-\d{4}-\d{4,}/.exec(await page.locator("main").innerText())?.[0] ?? "";

const measureNumberOn = async (page: Page): Promise<string> =>
  /M-\d{4}-\d{4,}\/\d+/.exec(await page.locator("main").innerText())?.[0] ?? "";

/** 2 Ticked lines: a resubmission with its reason, then another official by the supervisor. No script is needed. */
export async function workFromTheList(walk: Walk, page: Page, lead: Page): Promise<void> {
  await visit(page, "/arbeitsvorrat?ansicht=heute");
  await walk.look(page, "arbeitsvorrat-heute");
  await page.locator('main input[name="auswahl"]').first().check();
  await page.locator("#sammelaktion button", { hasText: "Wiedervorlage" }).click();
  await heading(page, "Wiedervorlage setzen");
  await walk.look(page, "wiedervorlage");
  await fill(page, { dueOn: "31.12.2099", note: "Probe: noch einmal ansehen" });
  await send(page, "Wiedervorlage setzen");
  await page.getByText("Wiedervorlage gesetzt: 1.").waitFor();
  await visit(page, "/arbeitsvorrat?ansicht=wiedervorlage");
  await page.getByText("Wiedervorlage: Probe: noch einmal ansehen").first().waitFor();
  await visit(lead, "/arbeitsvorrat?zustaendig=niemand");
  await lead.locator('main input[name="auswahl"]').first().check();
  await lead.locator("#sammelaktion button", { hasText: "Zuweisen" }).click();
  await heading(lead, "Fälle zuweisen");
  await walk.look(lead, "zuweisen");
  await lead.locator('main [name="officer"]').selectOption({ label: "A. Beispiel" });
  await send(lead, "Fälle zuweisen");
  await lead.getByText("1 Fall zugewiesen.").waitFor();
}

type Step = (who: Page, type: string, values?: Record<string, string>) => Promise<void>;

const stepsOf =
  (measure: string): Step =>
  async (who, type, values = {}) => {
    await openWithPurpose(who, `${measure}/schritte/${type}`);
    await fill(who, values);
    await who.locator("main form button[type=submit]").last().click();
    await who.waitForURL((url) => !url.pathname.includes("/schritte/"));
  };

/** 4 and 7 Two different people approve; final check, release, start. */
export async function releaseMeasure(
  walk: Walk,
  page: Page,
  leads: readonly Page[],
  measure: string,
  support: { requests: string } | { reason: string },
): Promise<void> {
  const step = stepsOf(measure);
  await step(page, "gateCheckStarted");
  for (const lead of leads) await step(lead, "approvalGiven");
  await step(page, "bookingDecided", { required: "no", reason: "Landweg" });
  await step(page, "supportArranged", support);
  await step(page, "finalCheckStarted");
  await step(page, "released");
  await step(page, "executionStarted");
  expect(await page.locator("main").innerText()).toContain("im Vollzug");
  await walk.look(page, "im-vollzug");
}

/** 7 A new attempt asks first what the court decided, whose call stopped the last one. */
export async function recordDecision(page: Page, file: string): Promise<void> {
  await visit(page, file);
  await page.getByText("Entscheidung des Gerichts erfassen").first().waitFor();
  const decided = { "Beschluss zugestellt am": inDays(0) };
  await recordEvent(page, file, "urgentMotionRejected", decided, {
    Verfahren: "residence",
    Gericht: "administrativeCourt",
  });
  expect(await page.locator("main").innerText()).not.toContain("Entscheidung des Gerichts erfassen");
}

/** 7 Nobody was met: the attempt is broken off, its outcome recorded, and the duty to try again is there with owner and date. */
export async function recordFailure(walk: Walk, page: Page, measure: string, file: string): Promise<void> {
  const step = stepsOf(measure);
  await visit(page, `${measure}/schritte/aborted`);
  // „unbekannt“ needs words, and what was chosen stays.
  await fill(page, { cause: "unknown" });
  await press(page, "Abbruch erfassen");
  await page.locator("#fehler").waitFor();
  expect(await page.locator('main [name="cause"]').inputValue()).toBe("unknown");
  await walk.look(page, "abbruch-fehler");
  await step(page, "aborted", { cause: "notEncountered", text: "Niemand öffnete." });
  await visit(page, `${measure}/schritte/outcomeRecorded`);
  expect(await page.locator('main [name="cause"]').inputValue()).toBe("notEncountered");
  await walk.look(page, "ergebnis");
  await step(page, "outcomeRecorded");
  await walk.look(page, "ergebnis-danach");
  await visit(page, file);
  expect(await page.locator("main").innerText()).toContain("Begründet absehen");
  await walk.look(page, "erneuter-versuch");
  await visit(page, "/arbeitsvorrat?art=duties&zustaendig=ich");
  expect(await page.locator("main").innerText()).toContain(`nach ${await measureNumberAt(page, measure)}`);
}

async function measureNumberAt(page: Page, measure: string): Promise<string> {
  const text = await (await page.request.get(measure)).text();
  return /M-\d{4}-\d{4,}\/\d+/.exec(text)?.[0] ?? "keine Nummer";
}

/** 7 A stop by court order while the measure is under way; every screen that is open shows it. */
export async function stopMeasure(walk: Walk, page: Page, police: Page, measure: string): Promise<void> {
  await visit(police, "/ersuchen");
  await visit(page, `${measure}/stopp`);
  await fill(page, { reason: "court", source: "VG Musterstadt, Anruf 06:40, Beschluss folgt" });
  await send(page, "Maßnahme jetzt stoppen");
  await walk.look(page, "stopp");
  if (!walk.javaScript) await police.reload();
  // The demo has a stop of its own; the newest stands first.
  const band = police.locator("#stopp-signale .aw-stop", { hasText: await measureNumberOn(page) }).locator("a");
  await band.waitFor({ timeout: 5000 });
  await walk.look(police, "polizei-stopp");
  // A band speaks of any case; on paper it would get into the file of another one.
  await police.emulateMedia({ media: "print" });
  expect(await band.isVisible()).toBe(false);
  await police.emulateMedia({ media: "screen" });
  await band.click();
  await send(police, "Stopp bestätigen");
  await page.reload();
  expect(await page.locator("main").innerText()).toContain("2 von 2");
}
