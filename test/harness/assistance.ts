/** Takes a measure to a request for police assistance through the pages, as officials would, up to the point a test needs. */
import { newId } from "../../src/kernel/id.ts";
import type { TestApp } from "./app.ts";
import type { TestClient } from "./client.ts";

type Form = Record<string, string | readonly string[]>;

/** The version that the forms of a page carry. */
export const versionOn = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? "";

/** Says what somebody else's case is opened for, as its pages ask once a day. */
export async function statePurpose(app: TestApp, client: TestClient, measureId: string): Promise<void> {
  const [measure] = await app.sql("select case_id from measure where id = $1", [measureId]);
  const said = await client.post(`/faelle/${String(measure?.["case_id"])}/wozu`, { purpose: "approval" });
  if (said.status !== 303) throw new Error(`${said.status}`);
}

/** Posts a form from the page that shows it; gives the answer. */
export async function submit(client: TestClient, page: string, action: string, form: Form = {}): Promise<Response> {
  return client.post(action, { version: versionOn(await client.page(page)), ...form });
}

export const statementFields = (change: Form = {}): Form => ({
  id: newId(),
  nature: "fact",
  text: "Am 26.10. wurde die Tür nicht geöffnet.",
  origin: "Vermerk A. Beispiel, Bl. 27",
  dated: "26.10.2026",
  reliability: "documented",
  concerns: ["team", "children"],
  measureKind: "planned",
  measureText: "zivile Kleidung",
  remarkKind: "notHeard",
  remarkText: "Die Person war nicht anwesend.",
  legalBasis: "§ 86 Satz 1 AufenthG",
  expiresOn: "31.12.2026",
  ...change,
});

/** Own findings with one statement, two sources without findings, reviewed by another person. */
export async function assessedMeasure(app: TestApp, measureId: string): Promise<void> {
  const author = await app.as("witten-beispiel");
  const base = `/massnahmen/${measureId}/gefaehrdung`;
  const expectRedirect = (response: Response): void => {
    if (response.status !== 303) throw new Error(`${response.status}`);
  };
  const statement = statementFields();
  const page = await author.page(`${base}/eigene/aussage`);
  expectRedirect(await author.post(`${base}/eigene/aussage`, { version: versionOn(page), ...statement }));
  for (const source of ["polizei", "staatsanwaltschaft"])
    expectRedirect(
      await submit(author, `${base}/${source}`, `${base}/${source}`, {
        answeredOn: "18.11.2026",
        reference: "Antwort vom 18.11.2026",
      }),
    );
  const reviewer = await app.as("witten-probe", "caseworker");
  await statePurpose(app, reviewer, measureId);
  expectRedirect(await submit(reviewer, base, `${base}/abschliessen`));
}

/** A draft; gives its id. */
export async function draftedRequest(app: TestApp, measureId: string): Promise<string> {
  const author = await app.as("witten-beispiel");
  const id = newId();
  const response = await author.post(`/massnahmen/${measureId}/vollzugshilfe/neu`, { id });
  if (response.status !== 303) throw new Error(`${response.status} ${await response.text()}`);
  return id;
}

export const measureTopic: Form = {
  reason: "Widerstand zu erwarten; eigene Kräfte reichen nicht aus",
  norms: ["§ 71 Abs. 1 AufenthG", "§§ 47 ff. PolG NRW"],
  freeText: "",
  startsOn: "01.12.2026",
  startsAt: "06:15",
  nightFacts: "",
};
export const forcesTopic: Form = {
  name: "A. Beispiel",
  phone: "0000 12-340",
  nightPhone: "0000 12-345",
  authority_0: "ABH Witten",
  persons_0: "zwei",
  tel_0: "0000 12-341",
};

export async function saveTopic(client: TestClient, id: string, slug: string, form: Form): Promise<Response> {
  const path = `/ersuchen/${id}/aufgaben/${slug}`;
  return submit(client, path, path, form);
}

/** A draft in which nothing mandatory is missing. */
export async function completeDraft(app: TestApp, measureId: string): Promise<string> {
  const id = await draftedRequest(app, measureId);
  const author = await app.as("witten-beispiel");
  for (const [slug, form] of [
    ["massnahme", measureTopic],
    ["kraefte", forcesTopic],
  ] as const) {
    const saved = await saveTopic(author, id, slug, form);
    if (saved.status !== 303) throw new Error(`${slug}: ${saved.status}`);
  }
  return id;
}

export const send = async (client: TestClient, id: string, form: Form = {}): Promise<Response> =>
  submit(client, `/ersuchen/${id}/pruefen`, `/ersuchen/${id}/absenden`, { confirmed: "on", ...form });

export async function sentRequest(app: TestApp, measureId: string): Promise<string> {
  const id = await completeDraft(app, measureId);
  const response = await send(await app.as("witten-beispiel"), id);
  if (response.status !== 303) throw new Error(`${response.status} ${await response.text()}`);
  return id;
}

/** One step of a side from the page of the request. */
export async function step(client: TestClient, id: string, type: string, form: Form = {}): Promise<Response> {
  const api = await client.get(`/api/v1/requests/${id}`);
  const version = String(((await api.json()) as { version?: number }).version ?? "");
  return client.post(`/ersuchen/${id}/schritte/${type}`, { version, ...form });
}

export const statusOf = async (app: TestApp, id: string): Promise<unknown> =>
  (await app.sql("select status from request where id = $1", [id]))[0]?.["status"];
