import { describe, expect, test } from "vitest";
import { disclosuresFor, registrationProblems, sliceFor } from "./disclosure.ts";
import { envelopeGaps, type Envelope } from "./envelope.ts";
import { after, exampleEvents, exampleFields, exampleType, type ExampleFields } from "./request-examples.ts";
import { decide, mayDo, reachStage, type Request } from "./request-type.ts";
import type { Party, RequestEventType } from "./request.ts";

const request = (change: Partial<Request<ExampleFields>> = {}): Request<ExampleFields> => ({
  state: { status: "draft" },
  stage: undefined,
  fields: exampleFields,
  ...change,
});

describe("a kind of request", () => {
  test("can demand something before an event, and is told what is missing", () => {
    const empty = request({ fields: { ...exampleFields, reason: "" } });
    expect(decide(exampleType, empty, exampleEvents.sent)).toEqual({
      ok: false,
      refusal: { code: "missing", missing: ["reason"] },
    });
    expect(decide(exampleType, request(), exampleEvents.sent)).toMatchObject({
      ok: true,
      value: { state: { status: "sent" } },
    });
  });

  test("cannot allow what the common table forbids, nor forbid a withdrawal", () => {
    const guarded = { ...exampleType, guards: { ...exampleType.guards, withdrawn: () => ["never"] } };
    expect(decide(guarded, request(), exampleEvents.executed)).toEqual({ ok: false, refusal: { code: "notPossible" } });
    expect(decide(guarded, request(), exampleEvents.withdrawn).ok).toBe(true);
  });

  test("reaches its stages in their order, and loses them with the status", () => {
    const accepted = request({ state: after("sent", "received", "accepted") });
    expect(reachStage(exampleType, accepted, "onSite").ok).toBe(false);
    const briefed = reachStage(exampleType, accepted, "briefed");
    expect(briefed).toMatchObject({ ok: true, value: { stage: "briefed" } });
    if (!briefed.ok) return;
    expect(reachStage(exampleType, briefed.value, "onSite").ok).toBe(true);
    expect(decide(exampleType, briefed.value, exampleEvents.amended)).toMatchObject({
      ok: true,
      value: { stage: undefined },
    });
  });

  test.each<[RequestEventType, Party, string, boolean]>([
    ["sent", "requester", "caseworker", true],
    ["sent", "addressee", "districtPolice", false],
    ["sent", "requester", "auditor", false],
    ["accepted", "addressee", "districtPolice", true],
    ["accepted", "requester", "caseworker", false],
    ["accepted", "mediator", "liaison", false],
    ["mediationStarted", "mediator", "liaison", true],
    ["withdrawn", "addressee", "districtPolice", false],
  ])("lets %s happen by the %s in the role %s: %s", (event, party, role, allowed) => {
    expect(mayDo(exampleType, event, { party, role })).toBe(allowed);
  });

  test("reads its fields with the schema at the boundary", () => {
    expect(exampleType.schema.safeParse({ reason: "x", persons: "keine Liste" }).success).toBe(false);
  });
});

describe("the slice of a recipient", () => {
  test("holds only the fields named for its capacity", () => {
    expect(sliceFor(exampleType, "districtPolice", exampleFields)).toEqual({
      reason: "Widerstand zu erwarten",
      room: "12",
      persons: [],
    });
    expect(sliceFor(exampleType, "airportPolice", exampleFields)).toEqual({ persons: [] });
    expect(sliceFor(exampleType, "monitor", exampleFields)).toEqual({});
  });

  test("is written to the ledger with names and basis, without content and without empty fields", () => {
    const at = new Date("2026-11-23T08:00:00Z");
    const entries = disclosuresFor(
      exampleType,
      exampleFields,
      { authority: "pp-beispiel", capacity: "districtPolice" },
      at,
    );
    expect(entries.map(({ compartment, fields, legalBasis }) => [compartment, fields, legalBasis.norm])).toEqual([
      ["legal", ["reason"], "§ 47 PolG NRW"],
      ["address", ["room"], "§ 86 AufenthG"],
    ]);
    expect(JSON.stringify(entries)).not.toContain("Widerstand");
  });

  test("writes nothing when there is nothing to disclose", () => {
    const recipient = { authority: "bpol-beispiel", capacity: "airportPolice" };
    expect(disclosuresFor(exampleType, exampleFields, recipient, new Date(0))).toEqual([]);
  });
});

describe("a registration", () => {
  const slice = {
    compartment: "identity",
    fields: ["persons"],
    capacity: "districtPolice",
    legalBasis: { norm: "§ 86 AufenthG", version: "2026-11-21" },
  };

  test.each([
    ["as it is", exampleType, []],
    [
      "asylum reasons for anybody",
      { ...exampleType, slices: [{ ...slice, compartment: "asylumReasons" }] },
      ["example: asylum reasons go to nobody"],
    ],
    [
      "sealed medical data for the police",
      { ...exampleType, slices: [{ ...slice, compartment: "medicalSealed" }] },
      ["example: sealed medical data must not go to districtPolice"],
    ],
    [
      "sealed medical data for a doctor",
      { ...exampleType, slices: [{ ...slice, compartment: "medicalSealed", capacity: "healthProfessional" }] },
      [],
    ],
    [
      "a slice without basis and field",
      { ...exampleType, slices: [{ ...slice, fields: [], legalBasis: { norm: "", version: "" } }] },
      ["example: slice identity has no legal basis", "example: slice identity names no field"],
    ],
    [
      "nobody to answer",
      { ...exampleType, roles: { ...exampleType.roles, addressee: [] } },
      ["example: no role may act for the addressee"],
    ],
  ])("with %s", (_, type, problems) => {
    expect(registrationProblems(type)).toEqual(problems);
  });
});

describe("an envelope", () => {
  const envelope: Envelope<ExampleFields> = {
    id: "1",
    type: "example",
    sendKey: "k",
    version: 1,
    caseRef: "31.30-0147",
    measureRef: "M-2026-0412/1",
    requestingAuthority: "abh-musterstadt",
    responsibleOfficer: { name: "A. Beispiel", phone24h: "0000 12-340", mailbox: "rueckkehr@musterstadt.example" },
    addressee: { authority: "pp-beispiel", capacity: "districtPolice" },
    legalBasis: { norm: "§§ 47 ff. PolG NRW", version: "2026-11-21" },
    purpose: "Vollzugshilfe",
    requestedFor: undefined,
    answerDue: undefined,
    attachments: [],
    fieldsDisclosed: [],
    request: request(),
    clock: undefined,
    history: [],
  };

  test("that is complete has no gaps", () => {
    expect(envelopeGaps(envelope)).toEqual([]);
  });

  test("names every gap: an authority cannot ask itself, and somebody has to be reachable at night", () => {
    const gaps = envelopeGaps({
      ...envelope,
      addressee: { authority: "abh-musterstadt", capacity: "districtPolice" },
      legalBasis: { norm: " ", version: "" },
      purpose: "",
      responsibleOfficer: { ...envelope.responsibleOfficer, phone24h: "" },
    });
    expect(gaps).toEqual(["addressee", "legalBasis", "purpose", "phone"]);
  });
});
