/** Reads what the list of requests shows: the tab of the address, its page, its counts; notes the access with its hits. */
import { formatInstant } from "../../ui/index.ts";
import { csvAnswer } from "../../platform/http/csv.ts";
import type { Http } from "../../platform/http/env.ts";
import { contentFor } from "./content-for.ts";
import { requestStatusLabels } from "./domain/request.ts";
import { InboxPage, type InboxRow, type InboxView } from "./pages/inbox-page.tsx";
import { countRequests } from "./queries.ts";
import { counterparts, countTab, listTab, municipalities, type SortKey } from "./queries-list.ts";
import { type RequestTypes, typeOf } from "./registered-type.ts";
import { knowsCourse, type Tab, tabsFor } from "./tabs.ts";

const rowsPerPage = 50;
/** More lines than a spreadsheet is read with; a longer list is filtered first. */
const mostCsvRows = 10_000;
const sortKeys: readonly SortKey[] = ["waiting", "start", "place", "number"];
/** What an order or a filter would tell although the line does not show it. */
const secretKeys: readonly SortKey[] = ["start", "place"];

type Asked = Pick<InboxView, "tab" | "sort" | "descending" | "with" | "municipality">;

function askedOf(c: Http, tabs: readonly Tab[]): Asked {
  const sort = c.req.query("sort");
  // tabsFor gives at least one tab for every role.
  const tab = tabs.find(({ name }) => name === c.req.query("ansicht")) ?? (tabs[0] as Tab);
  const known = knowsCourse(tab) ? sortKeys : sortKeys.filter((key) => !secretKeys.includes(key));
  return {
    tab,
    sort: known.find((key) => key === sort) ?? "waiting",
    descending: c.req.query("richtung") === "ab",
    with: c.req.query("behoerde") || undefined,
    municipality: (knowsCourse(tab) && c.req.query("ort")) || undefined,
  };
}

async function rowsOf(c: Http, types: RequestTypes, asked: Asked, page: { limit: number; offset: number }) {
  const { context } = c.var;
  const { tab, ...query } = asked;
  const { side, statuses } = tab;
  const rows = await listTab(context, context.actor.authorityId, { side, statuses, ...query, ...page });
  return rows.map((stored): InboxRow => {
    const type = typeOf(types, stored.type);
    return { stored, line: type.listLine(contentFor(type.domain, context.actor, stored)) };
  });
}

export async function showList(c: Http, types: RequestTypes) {
  const { context } = c.var;
  const { authorityId, authorityName, role } = context.actor;
  const tabs = tabsFor(role);
  const asked = askedOf(c, tabs);
  const { tab } = asked;
  const total = await countTab(context, authorityId, { ...tab, ...asked });
  const pages = Math.max(1, Math.ceil(total / rowsPerPage));
  const page = Math.min(pages, Math.max(1, Math.floor(Number(c.req.query("seite"))) || 1));
  const rows = await rowsOf(c, types, asked, { limit: rowsPerPage, offset: (page - 1) * rowsPerPage });
  context.noteAccess({ what: "Liste der Ersuchen", purpose: "Bearbeitung", hits: rows.length });
  const view: InboxView = {
    ...asked,
    tabs: await countsOf(c, tabs),
    rows,
    total,
    page,
    pages,
    counterparts: await counterparts(context, authorityId, tab.side),
    municipalities: knowsCourse(tab)
      ? await municipalities(context, authorityId, { ...tab, with: undefined, municipality: undefined })
      : [],
    authorityName,
    now: context.now,
  };
  return c.html(<InboxPage view={view} frame={await c.var.frame("/ersuchen")} />);
}

async function countsOf({ var: { context } }: Http, tabs: readonly Tab[]) {
  const counted = [];
  for (const tab of tabs) {
    const byStatus = await countRequests(context, context.actor.authorityId, tab.side);
    counted.push({ tab, count: tab.statuses.reduce((sum, status) => sum + Number(byStatus.get(status) ?? 0), 0) });
  }
  return counted;
}

/** Numbers, authorities and times of the dialogue; neither names nor places nor the planned start (§ 97a AufenthG). */
export async function downloadList(c: Http, types: RequestTypes) {
  const { context } = c.var;
  const rows = await rowsOf(c, types, askedOf(c, tabsFor(context.actor.role)), { limit: mostCsvRows, offset: 0 });
  context.noteAccess({ what: "Liste der Ersuchen (CSV)", purpose: "Bearbeitung", hits: rows.length });
  const instant = (at: Date | undefined): string => (at ? formatInstant(at) : "");
  const lines = rows.map(({ stored }) => [
    stored.number,
    typeOf(types, stored.type).domain.germanName,
    stored.ownerName,
    stored.addresseeName,
    requestStatusLabels[stored.state.status],
    instant(stored.sentAt),
    instant(stored.waitingSince),
    instant(stored.answerDueAt),
  ]);
  const head = ["Ersuchen", "Art", "Von", "An", "Stand", "Gesendet", "Wartet seit", "Antwort erbeten bis"];
  return csvAnswer("ersuchen.csv", [head, ...lines]);
}
