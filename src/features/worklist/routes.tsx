/** The work queue (Arbeitsvorrat): one list of what is due, its file, its saved views, and deriving a standing anew. */
import { Hono } from "hono";
import { z } from "zod";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { isId } from "../../kernel/id.ts";
import { allow } from "../../platform/http/access.ts";
import { decodeCursor, encodeCursor } from "../../platform/http/api.ts";
import { csvAnswer } from "../../platform/http/csv.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { requiredText } from "../../platform/http/fields.ts";
import { readForm, withError } from "../../platform/http/form.ts";
import { notFound } from "../../platform/http/problem.ts";
import { rederiveStanding } from "../case/index.ts";
import { absentToday, deputisedToday } from "../deputy/index.ts";
import { workCsv } from "./csv.ts";
import type { After } from "./domain/work-item.ts";
import { cursorSchema, workHref, type WorkQuery, workQuery } from "./list-definition.ts";
import { WorklistPage } from "./pages/worklist-page.tsx";
import { otherAuthorities } from "./other-authority.ts";
import { isTooShort, keepPlans, savedViews } from "./queries.ts";
import { countTabs, countWork, readTeam } from "./count-work.ts";
import { readWork, wanted, type WorkLine } from "./read-work.ts";
import { bulkRoutes } from "./routes-bulk.tsx";
import { undoRoutes } from "./routes-undo.tsx";
import { deleteView, saveView } from "./saved-views.ts";
import { doneText, isUndoable } from "./selection.ts";
import type { WorkSource } from "./work-source.ts";

export type WorklistDeps = { workSources: readonly WorkSource[] };

const perPage = 50;
const exportedUpTo = 2000;
const officials = allow("caseworker", "supervisor");
const nameForm = z.object({ name: requiredText("Geben Sie der Ansicht einen Namen.", 80) });

export const worklistRoutes = ({ workSources }: WorklistDeps) =>
  new Hono<AppEnv>()
    .route("/", bulkRoutes())
    .route("/", undoRoutes())
    .get("/arbeitsvorrat", officials, (c) => showWork(c, workSources, emptyForm))
    .get("/arbeitsvorrat.csv", officials, async (c) => {
      const query = workQuery.parse({ ...c.req.query(), weiter: undefined });
      // The page says what to do.
      if (await isTooShort(c.var.context, c.var.context.actor, query)) return c.redirect(workHref(query), 303);
      const lines = await readWork(c.var.context, workSources, await wanted(c.var.context, query), {
        limit: exportedUpTo,
      });
      noteAccess(c, "Arbeitsvorrat als CSV", lines.length);
      return csvAnswer("arbeitsvorrat.csv", workCsv(lines));
    })
    .post("/arbeitsvorrat/ansichten", officials, async (c) => {
      const form = await readForm(c, nameForm);
      if (!form.ok) return showWork(c, workSources, form.form);
      const query = workQuery.parse(c.req.query());
      const saved = await saveView(c.var.context, { name: form.value.name, query });
      if (saved.ok) return c.redirect(workHref(query), 303);
      const full = "Es sind schon 50 Ansichten gespeichert. Bitte löschen Sie zuerst eine.";
      return showWork(c, workSources, withError(form.form, "name", full));
    })
    .post("/arbeitsvorrat/ansichten/:id/loeschen", officials, async (c) => {
      const id = c.req.param("id");
      if (!isId(id)) throw notFound();
      await deleteView(c.var.context, id);
      return c.redirect("/arbeitsvorrat", 303);
    })
    .post("/faelle/:id/neu-ableiten", officials, async (c) => {
      const id = c.req.param("id");
      if (!isId(id)) throw notFound();
      await rederiveStanding(c.var.context, id);
      return c.redirect("/arbeitsvorrat", 303);
    });

const noteAccess = ({ var: { context } }: Http, what: string, hits: number): void =>
  context.noteAccess({ what, purpose: "Bearbeitung", ownerId: context.actor.authorityId, hits });

function afterOf(query: WorkQuery): After | undefined {
  const cursor = decodeCursor(query.weiter, cursorSchema);
  return cursor && { place: new Date(cursor[0]), kind: cursor[1], sub: cursor[2] };
}

const cursorOf = ({ place, kind, sub }: WorkLine): string => encodeCursor([place.toISOString(), kind, sub]);

/** What comes first after today: of our own tasks, otherwise of what we watch. */
async function readUpcoming({ var: { context } }: Http, sources: readonly WorkSource[]): Promise<WorkLine[]> {
  const first = async (ansicht: "alle" | "wartet"): Promise<WorkLine[]> =>
    readWork(context, sources, { query: workQuery.parse({ ansicht }), cases: undefined }, { limit: 1 });
  const own = await first("alle");
  return own.length > 0 ? own : first("wartet");
}

async function showWork(c: Http, sources: readonly WorkSource[], viewForm: FormState) {
  const { context } = c.var;
  const query = workQuery.parse(c.req.query());
  const tooShort = await isTooShort(context, context.actor, query);
  const isTeam = query.ansicht === "team";
  const asked = tooShort ? { query, cases: undefined } : await wanted(context, query);
  // One connection, but nothing here waits for the answer before it.
  const [, found, counts, team, absent, others, deputised, views, frame] = await Promise.all([
    keepPlans(context),
    tooShort || isTeam ? [] : readWork(context, sources, asked, { after: afterOf(query), limit: perPage + 1 }),
    tooShort ? undefined : countTabs(context, sources, asked),
    isTeam && !tooShort ? readTeam(context, sources, query) : undefined,
    isTeam ? absentToday(context, context.actor, context.today) : [],
    otherAuthorities(context, context.actor),
    deputisedBy(c, sources),
    savedViews(context, context.actor),
    c.var.frame("/arbeitsvorrat"),
  ]);
  const lines = found.slice(0, perPage);
  const last = found.length > perPage ? lines.at(-1) : undefined;
  const empty = !tooShort && !isTeam && lines.length === 0;
  const upcoming = empty ? await readUpcoming(c, sources) : [];
  noteAccess(c, "Arbeitsvorrat", lines.length);
  const page = (
    <WorklistPage
      query={query}
      lines={lines}
      counts={counts}
      team={team}
      absent={absent}
      others={others}
      next={last && cursorOf(last)}
      upcoming={upcoming[0]}
      deputised={deputised}
      done={doneText(c.req.query("meldung"))}
      mayUndo={isUndoable(c.req.query("meldung"))}
      tooShort={tooShort}
      views={views}
      viewForm={viewForm}
      mayOpen={context.actor.role === "caseworker"}
      now={context.now}
      frame={frame}
    />
  );
  return c.html(page, Object.keys(viewForm.errors).length > 0 ? 422 : 200);
}

/** For whom the reader stands in today; only then their tasks are counted. */
async function deputisedBy({ var: { context } }: Http, sources: readonly WorkSource[]) {
  const deputies = await deputisedToday(context, context.actor, context.today);
  const query = workQuery.parse({ zustaendig: "vertretung" });
  return { deputies, count: deputies.length > 0 ? await countWork(context, sources, query) : 0 };
}
