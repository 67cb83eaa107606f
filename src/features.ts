/** All features, in the order they are mounted. A new feature is one folder and one line here. */
import type { Hono } from "hono";
import { apiRoutes } from "./api.ts";
import type { Pool } from "./platform/database/pool.ts";
import type { AppEnv } from "./platform/http/env.ts";
import type { JobHandlers, PeriodicJobs } from "./platform/jobs.ts";
import type { LiveHub } from "./platform/live/hub.ts";
import type { Oidc } from "./platform/sign-in/oidc.ts";
import type { Sessions } from "./platform/sign-in/session.ts";
import { aboutRoutes } from "./features/about/index.ts";
import { authorityRoutes } from "./features/authority/index.ts";
import {
  type CasePanel,
  caseRoutes,
  competencePanel,
  eventLabel,
  eventRoutes,
  eventsPanel,
  familyPanel,
  listEvents,
  obstaclesPanel,
  openOwnCase,
  personPanel,
  recalculationJobs,
  standingPanel,
  stepsPanel,
  timelineTab,
} from "./features/case/index.ts";
import { importedPanel, importJobs, importRoutes } from "./features/case-import/index.ts";
import { pathPanel, pathRoutes } from "./features/critical-path/index.ts";
import { deadlineRoutes, deadlinesTab, lapseJobs } from "./features/deadline/index.ts";
import { noticesPanel, watchJobs, watchRoutes } from "./features/deadline-watch/index.ts";
import { deputyRoutes } from "./features/deputy/index.ts";
import {
  assistancePanel,
  draftRoutes,
  enforcementAssistance,
  hazardRoutes,
  sendRoutes,
} from "./features/enforcement-assistance/index.ts";
import {
  dutyRoutes,
  measureRoutes,
  measuresPanel,
  type MeasurePanel,
  preparationRoutes,
} from "./features/measure/index.ts";
import { accessTab, eventText, journalTab, oversightRoutes } from "./features/oversight/index.ts";
import {
  disclosuresTab,
  requestFileRoutes,
  requestNoteRoutes,
  requestRoutes,
  requestsPanel,
  type RequestTypes,
} from "./features/request/index.ts";
import { resubmissionsPanel } from "./features/resubmission/index.ts";
import { signInRoutes } from "./features/sign-in/index.ts";
import { startRoutes } from "./features/start/index.tsx";
import { stopRoutes } from "./features/stop-signal/index.ts";
import { statisticsRoutes } from "./features/statistics/index.ts";
import { staticFileRoutes } from "./features/static-files/index.ts";
import { returnPanel, voluntaryReturnRoutes } from "./features/voluntary-return/index.ts";
import {
  alertWork,
  deadlineChangeWork,
  deadlineWork,
  dutyWork,
  gateWork,
  measureWork,
  obstacleWork,
  requestWork,
  resubmissionWork,
  standingWork,
  stopWork,
  workOfCase,
  worklistRoutes,
  type WorkSource,
} from "./features/worklist/index.ts";

export type RequestLog = { id: string; method: string; route: string; status: number; ms: number };

export type FeatureDeps = {
  pool: Pool;
  sessions: Sessions;
  oidc: Oidc;
  hub: LiveHub;
  baseUrl: () => string;
  /** Demo mode shows its accounts on the start page and a banner on every page. */
  demo: boolean;
  /** The demo serves pages before all of its cases exist, and says so. */
  isFilling: () => boolean;
  log: (line: RequestLog) => void;
};

/** Kinds of requests between authorities. */
const requestTypes: RequestTypes = [enforcementAssistance];

/** What the work queue is made of. */
export const workSources: readonly WorkSource[] = [
  stopWork,
  alertWork,
  deadlineWork,
  deadlineChangeWork,
  requestWork,
  gateWork,
  obstacleWork,
  resubmissionWork,
  dutyWork,
  standingWork,
  measureWork,
];

/** What stands on the case page, in this order. */
const casePanels: readonly CasePanel[] = [
  standingPanel,
  obstaclesPanel,
  measuresPanel,
  personPanel,
  eventsPanel,
  stepsPanel(workOfCase(workSources)),
  resubmissionsPanel,
  returnPanel,
  familyPanel,
  competencePanel,
  timelineTab(eventText),
  deadlinesTab(listEvents, eventLabel),
  requestsPanel(requestTypes),
  importedPanel,
  disclosuresTab(requestTypes),
  journalTab,
  accessTab,
];

/** What stands on the page of a measure. */
const measurePanels: readonly MeasurePanel[] = [pathPanel(requestTypes), assistancePanel];

export const features: readonly ((deps: FeatureDeps) => Hono<AppEnv>)[] = [
  staticFileRoutes,
  startRoutes,
  signInRoutes,
  aboutRoutes,
  authorityRoutes,
  () => caseRoutes({ casePanels }),
  eventRoutes,
  () => measureRoutes({ measurePanels }),
  preparationRoutes,
  () => pathRoutes({ requestTypes }),
  dutyRoutes,
  ({ demo }) => requestRoutes({ requestTypes, demo }),
  () => requestNoteRoutes({ requestTypes }),
  ({ demo }) => requestFileRoutes({ requestTypes, demo }),
  hazardRoutes,
  draftRoutes,
  sendRoutes,
  voluntaryReturnRoutes,
  stopRoutes,
  statisticsRoutes,
  oversightRoutes,
  importRoutes,
  ({ baseUrl }) => deadlineRoutes({ openCase: openOwnCase, eventsOf: listEvents, baseUrl, panel: noticesPanel }),
  watchRoutes,
  () => worklistRoutes({ workSources }),
  deputyRoutes,
  () => apiRoutes({ requestTypes }),
];

/** What runs after a commit, by job name. */
export const jobHandlers: JobHandlers = { ...importJobs };

/** What runs by the clock, by job name. */
export const periodicJobs: PeriodicJobs = { ...watchJobs, ...lapseJobs, ...recalculationJobs };
