/** What was ticked in a list, as it travels in addresses and forms: identifiers only, nothing about a person. */
import { z } from "zod";

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const entry = new RegExp(`^${uuid}(\\.${uuid})?$`);

/** Nothing, one or several; anything that is no identifier is left out, as if it had not been ticked. */
export const selectionField = () =>
  z.preprocess(
    (raw) => [raw].flat().filter((text) => typeof text === "string" && entry.test(text)),
    z.array(z.string()).max(100, "Höchstens 100 Aufgaben auf einmal."),
  );

export type Selection = {
  /** As it was ticked, to be sent on. */
  ticked: readonly string[];
  caseIds: readonly string[];
  /** Resubmissions among them. */
  closes: readonly string[];
};

export function selectionFrom(ticked: readonly string[]): Selection {
  const parts = ticked.map((text) => text.split("."));
  return {
    ticked,
    caseIds: [...new Set(parts.map(([caseId = ""]) => caseId))],
    closes: [...new Set(parts.flatMap(([, closes]) => closes ?? []))],
  };
}

const places = new RegExp(`^/(arbeitsvorrat|faelle/${uuid})(\\?[\\w=&%.+-]*)?$`);

/** Back to the list or the case that asked; never to another place. */
export const wayBack = (wanted: string | undefined): string =>
  wanted && places.test(wanted) ? wanted : "/arbeitsvorrat";

const acts = {
  wiedervorlage: "Wiedervorlage gesetzt",
  zugewiesen: "zugewiesen",
  erledigt: "Wiedervorlage erledigt",
  rueckgaengig: "Rückgängig gemacht",
};
export type Act = keyof typeof acts;

/** The way back to a list carries what was done; a case shows it by itself. */
export function doneHref(back: string, act: Act, count: number): string {
  if (!back.startsWith("/arbeitsvorrat")) return back;
  const [path = "", search = ""] = back.split("?");
  const query = new URLSearchParams(search);
  query.set("meldung", `${act}.${count}`);
  return `${path}?${query.toString()}`;
}

/** Whether what was done may be taken back (last-act.ts). */
export const isUndoable = (meldung: string | undefined): boolean =>
  doneText(meldung) !== undefined && !/^rueckgaengig|\.0$/.test(meldung ?? "");

/** „3 Fälle zugewiesen.“; undefined for anything that no act of ours has written. */
export function doneText(meldung: string | undefined): string | undefined {
  const [act = "", count = ""] = (meldung ?? "").split(".");
  if (!Object.hasOwn(acts, act) || !/^\d{1,3}$/.test(count)) return undefined;
  if (act === "zugewiesen")
    return count === "0"
      ? "Kein Fall wurde neu zugewiesen."
      : `${count} ${count === "1" ? "Fall" : "Fälle"} zugewiesen.`;
  return `${acts[act as Act]}: ${count}.`;
}
