/** Listing, opening and changing cases in the JSON API: the same services and the same German refusals as the pages. */
import { createRoute, z } from "@hono/zod-openapi";
import { newId } from "../../../kernel/id.ts";
import { allow } from "../../../platform/http/access.ts";
import {
  createApiRouter,
  decodeCursor,
  encodeCursor,
  idParams,
  invalid,
  jsonAnswer,
  jsonBody,
  pageOf,
  pageQuery,
  problemResponses,
  seenVersion,
} from "../../../platform/http/api.ts";
import { checkForm } from "../../../platform/http/form.ts";
import { changeAddress, changePerson } from "../change-person.ts";
import { addressOf, addressShape } from "../forms/address-form.ts";
import { caseShape, openForm } from "../forms/open-form.ts";
import { personOf, personShape } from "../forms/person-form.ts";
import { cursorSchema, sortKeys, stateKeys } from "../list/list-definition.ts";
import { type ListedCase, listCases } from "../list/queries-list.ts";
import { openByHand, openRefusals } from "../open-by-hand.ts";
import { openOwnCase } from "../open-case-page.ts";

const listedSchema = z
  .object({
    id: z.uuid(),
    fileNumber: z.string(),
    state: z.enum(stateKeys),
    since: z.string().nullable(),
    nextDue: z.string().nullable(),
    openObstacles: z.int(),
    municipality: z.string().nullable(),
    officer: z.string().nullable(),
  })
  .openapi("ListedCase");

const listed = ({ id, fileNumber, state, since, nextDue, openObstacles, municipality, officer }: ListedCase) => ({
  id,
  fileNumber,
  state,
  since: since?.toString() ?? null,
  nextDue: nextDue?.toString() ?? null,
  openObstacles,
  municipality: municipality ?? null,
  officer: officer ?? null,
});

const text = z.string().optional();
const personBody = {
  familyName: z.string().openapi({ example: "Đurić-Muster" }),
  givenNames: text,
  birthName: text,
  originalScript: text,
  birthDate: text.openapi({ example: "1990-00-00" }),
  nationality: text.openapi({ example: "998" }),
  nationality2: text,
  nationality3: text,
  nationality4: text,
  familyLabel: text,
  language: text,
};
const addressBody = {
  street: text,
  houseNumber: text,
  room: text,
  facility: text,
  postcode: text.openapi({ example: "58452" }),
  ags: text.openapi({ example: "05954036", description: "Amtlicher Gemeindeschlüssel; die Postleitzahl genügt nicht" }),
};

const personSchema = z.object(personBody).openapi("PersonInput");
const addressSchema = z.object(addressBody).openapi("AddressInput");
const newCaseSchema = z
  .object({ id: z.uuid().optional(), fileNumber: z.string(), ...personBody, ...addressBody })
  .openapi("NewCase");
const doneSchema = z.object({ id: z.uuid() });

const listRoute = createRoute({
  method: "get",
  path: "/cases",
  summary: "Fälle der eigenen Behörde, nach Aktenzeichen oder rechtlichen Daten geordnet",
  middleware: [allow("caseworker", "supervisor")],
  request: {
    query: pageQuery.extend({
      sort: z.enum(sortKeys).default("az"),
      stand: z.enum(stateKeys).optional(),
      bearbeitung: z.union([z.literal("ich"), z.literal("niemand"), z.uuid()]).optional(),
      gemeinde: z
        .string()
        .regex(/^\d{8}$/)
        .optional(),
      hindernis: z.enum(["offen", "keins"]).optional(),
      az: z.string().min(2).max(50).optional(),
    }),
  },
  responses: {
    200: jsonAnswer(pageOf(listedSchema), "Eine Seite; Namen stehen im einzelnen Fall"),
    ...problemResponses,
  },
});

const openRoute = createRoute({
  method: "post",
  path: "/cases",
  summary: "Einen Fall anlegen",
  middleware: [allow("caseworker")],
  request: jsonBody(newCaseSchema),
  responses: { 201: jsonAnswer(doneSchema, "Angelegt"), ...problemResponses },
});

const writing = (path: string, summary: string, schema: z.ZodType) =>
  createRoute({
    method: "put",
    path,
    summary,
    middleware: [allow("caseworker")],
    request: { params: idParams, ...jsonBody(schema) },
    responses: { 200: jsonAnswer(doneSchema, "Gespeichert"), ...problemResponses },
  });

const personRoute = writing("/cases/{id}/person", "Personendaten ersetzen (If-Match nötig)", personSchema);
const addressRoute = writing("/cases/{id}/address", "Anschrift ersetzen (If-Match nötig)", addressSchema);

const faults = (errors: Readonly<Record<string, string>>) =>
  invalid(Object.entries(errors).map(([field, message]) => ({ field, message })));

/** The checks of the form decide, so that both ways in refuse the same. */
function checked<S extends z.ZodType>(body: unknown, schema: S): z.output<S> {
  const read = checkForm(body as Record<string, unknown>, schema);
  if (!read.ok) throw faults(read.form.errors);
  return read.value;
}

export const caseWriteApi = () =>
  createApiRouter()
    .openapi(listRoute, async (c) => {
      const { context } = c.var;
      const { limit, cursor, sort, ...filter } = c.req.valid("query");
      const after = decodeCursor(cursor, cursorSchema);
      const found = await listCases(context, { filter, sort, descending: false, after, limit: limit + 1 });
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      const ownerId = context.actor.authorityId;
      context.noteAccess({ what: "Fallliste (API)", purpose: "Bearbeitung", ownerId, hits: items.length });
      return c.json({ items: items.map(listed), next: last ? encodeCursor(last.key) : null }, 200);
    })
    .openapi(openRoute, async (c) => {
      const { context } = c.var;
      const body = { id: newId(), ...c.req.valid("json") };
      const input = checked(body, openForm(context.today));
      const address = await addressOf(context, input);
      if (!address.ok) throw faults({ ags: address.refusal });
      const { id, fileNumber, familyLabel, language } = input;
      const draft = { id, fileNumber, familyLabel, language, person: personOf(input), address: address.value };
      const opened = await openByHand(context, draft);
      if (!opened.ok) throw faults({ fileNumber: openRefusals[opened.refusal] });
      return c.json({ id: opened.value }, 201);
    })
    .openapi(personRoute, async (c) => {
      const { context } = c.var;
      const { id } = await openOwnCase(c, "Personendaten ändern (API)");
      const input = checked(c.req.valid("json"), z.object({ ...personShape(context.today), ...caseShape }));
      const { familyLabel, language } = input;
      await changePerson(context, id, { seenVersion: seenVersion(c), person: personOf(input), familyLabel, language });
      return c.json({ id }, 200);
    })
    .openapi(addressRoute, async (c) => {
      const { context } = c.var;
      const { id } = await openOwnCase(c, "Anschrift ändern (API)");
      const address = await addressOf(context, checked(c.req.valid("json"), z.object(addressShape)));
      if (!address.ok) throw faults({ ags: address.refusal });
      await changeAddress(context, id, { seenVersion: seenVersion(c), address: address.value });
      return c.json({ id }, 200);
    });
