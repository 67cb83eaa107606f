/** The frame around every gallery page: fictional officer, fictional authority. */
import type { Frame, Settings } from "../../src/ui/index.ts";

export const now = new Date("2026-11-23T07:14:05Z");

const menu = [
  ["/arbeitsvorrat", "Arbeitsvorrat"],
  ["/faelle", "Fälle"],
  ["/ersuchen", "Ersuchen"],
  ["/transporte", "Transporte"],
  ["/fluege", "Flüge"],
  ["/lage", "Lage"],
  ["/fristen", "Fristen"],
  ["/fallkonferenz", "Fallkonferenz"],
  ["/erreichbarkeit", "Erreichbarkeit"],
  ["/berichte", "Berichte"],
] as const;

export const frame = (current: string, settings?: Settings, stopped = false): Frame => ({
  officerName: "A. Beispiel",
  authorityName: "Ausländerbehörde Stadt Musterstadt",
  roleLabel: "Sachbearbeitung",
  demo: true,
  nav: menu.map(([href, label]) => ({
    href,
    label,
    current: href === current,
    count: label === "Ersuchen" ? "4" : undefined,
  })),
  stopBands: stopped ? [{ href: "/stopp/1", text: "Maßnahme M-2026-0377/1 · 07:58 Uhr · 2 von 4 bestätigt" }] : [],
  now,
  version: "0.1.0",
  onCall: "R. Probe, 0000 12-345",
  settings,
});
