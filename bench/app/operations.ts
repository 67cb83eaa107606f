/** What is measured: each operation as an official does it, through the real application, and which case a run takes. */
import type { TestClient } from "../../test/harness/client.ts";

/** What a run may use: the case of this run with its name, and the draft of this run. */
export type Target = { caseId: string; name: string; fileNumber: string; requestId: string; number: number };

export type Operation = {
  name: string;
  writes: boolean;
  run: (official: TestClient, target: Target) => Promise<Response>;
  status: number;
  /** By the colleague with 400 cases, instead of the official with nearly a third of all. */
  isOfColleague?: boolean;
};

const get = (name: string, path: (target: Target) => string, isOfColleague = false): Operation => ({
  name,
  isOfColleague,
  writes: false,
  status: 200,
  run: (official, target) => official.get(path(target)),
});

/** What is searched for stands in the body: names have no place in an address. */
const search = (name: string, words: (target: Target) => string): Operation => ({
  name,
  writes: false,
  status: 200,
  run: (official, target) => official.json("/api/v1/case-search", { q: words(target) }),
});

export const pages: readonly Operation[] = [
  get("workQueue", () => "/arbeitsvorrat"),
  get("workQueueToday", () => "/arbeitsvorrat?ansicht=heute"),
  get("workQueueNew", () => "/arbeitsvorrat?ansicht=neu"),
  get("workQueueWaiting", () => "/arbeitsvorrat?ansicht=wartet"),
  get("workQueueTeam", () => "/arbeitsvorrat?ansicht=team"),
  get("workQueueMine", () => "/arbeitsvorrat?zustaendig=ich"),
  get("workQueueOfColleague", () => "/arbeitsvorrat?zustaendig=ich", true),
  get("workQueueUnassigned", () => "/arbeitsvorrat?zustaendig=niemand"),
  get("workQueueByKind", () => "/arbeitsvorrat?art=deadlines"),
  get("workQueueByFileNumber", ({ fileNumber }) => `/arbeitsvorrat?az=${fileNumber.slice(0, -2)}`),
  get("caseList", () => "/faelle"),
  get("caseListBackwards", () => "/faelle?richtung=ab"),
  get("caseListBySince", () => "/faelle?sort=seit"),
  get("caseListByDeadline", () => "/faelle?sort=frist"),
  get("caseListByState", () => "/faelle?stand=enforceable"),
  get("caseListByStateAndDeadline", () => "/faelle?stand=enforceable&sort=frist"),
  get("caseListMine", () => "/faelle?bearbeitung=ich"),
  get("caseListMineByDeadline", () => "/faelle?bearbeitung=ich&sort=frist"),
  get("caseListOfColleague", () => "/faelle?bearbeitung=ich&sort=frist", true),
  get("caseListUnassigned", () => "/faelle?bearbeitung=niemand&sort=seit"),
  get("caseListByMunicipality", () => "/faelle?gemeinde=05954036&sort=frist"),
  get("caseListWithObstacle", () => "/faelle?hindernis=offen&sort=frist"),
  get("caseListByFileNumber", ({ fileNumber }) => `/faelle?az=${fileNumber.slice(3, -3)}`),
  search("searchByName", ({ name }) => name),
  search("searchByFileNumber", ({ fileNumber }) => fileNumber),
  search("searchByCommonWord", ({ name }) => `Witten ${name.split(" ")[0]?.slice(0, 3)}`),
  get("casePage", ({ caseId }) => `/faelle/${caseId}`),
];

export const recordEvent: Operation = {
  name: "recordLegalEvent",
  writes: true,
  status: 303,
  run: (official, { caseId }) =>
    official.post(`/faelle/${caseId}/ereignisse/obligationToLeaveArisen`, {
      version: "1",
      on: "20.11.2026",
      enforceableBy: "law",
    }),
};

export const sendRequest = (version: string): Operation => ({
  name: "sendRequest",
  writes: true,
  status: 303,
  run: (official, { requestId }) => official.post(`/ersuchen/${requestId}/absenden`, { version, confirmed: "on" }),
});
