/** The navigation by role, and the frame that every page carries. */
import { alertBands } from "./features/deadline-watch/index.ts";
import { stopBands } from "./features/stop-signal/index.ts";
import type { Frame } from "./kernel/frame.ts";
import { type Role, roleLabels } from "./platform/access/matrix.ts";
import type { Context } from "./platform/context.ts";
import type { SignedIn } from "./platform/sign-in/session.ts";

type Entry = { href: string; label: string; roles: readonly Role[] };

const immigration: readonly Role[] = ["caseworker", "supervisor"];
const addressees: readonly Role[] = ["districtPolice", "liaison"];

/** Menu entries appear only where the role may use them. */
const entries: readonly Entry[] = [
  { href: "/arbeitsvorrat", label: "Arbeitsvorrat", roles: immigration },
  { href: "/faelle", label: "Fälle", roles: immigration },
  { href: "/ersuchen", label: "Ersuchen", roles: [...immigration, ...addressees] },
  { href: "/stopp", label: "Stopp-Signale", roles: [...immigration, ...addressees] },
  { href: "/import", label: "Import", roles: ["caseworker"] },
  { href: "/fristen", label: "Fristen", roles: immigration },
  { href: "/fristalarme", label: "Fristalarme", roles: immigration },
  { href: "/berichte", label: "Berichte", roles: [...immigration, ...addressees, "auditor"] },
  { href: "/protokoll", label: "Protokoll", roles: ["supervisor", "auditor"] },
  { href: "/zugriffe", label: "Zugriffe", roles: ["supervisor", "auditor"] },
];

type FrameInput = {
  context: Context;
  signedIn: SignedIn;
  current: string;
  demo: boolean;
  isFilling: boolean;
  version: string;
};

export async function frameFor({ context, signedIn, current, ...edge }: FrameInput): Promise<Frame> {
  const { actor } = signedIn;
  const [alerts, stops] = await Promise.all([alertBands(context), stopBands(context)]);
  return {
    officerName: actor.name,
    authorityName: actor.authorityName,
    roleLabel: roleLabels[actor.role],
    otherRoles: signedIn.roles.filter((role) => role !== actor.role).map((role) => ({ role, label: roleLabels[role] })),
    ...edge,
    nav: entries
      .filter(({ roles }) => roles.includes(actor.role))
      .map(({ href, label }) => ({
        href,
        label,
        current: href === current,
        count: href === "/fristalarme" ? alerts.count : undefined,
      })),
    stopBands: stops,
    alertBands: alerts.bands,
    moreAlerts: alerts.more,
    now: context.now,
    sessionEnds: signedIn.expiresAt,
    settings: signedIn.settings,
  };
}
