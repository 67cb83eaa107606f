/**
 * An obstacle (Hindernis) is open or closed; both need a reason, and a closed one stays closed: a new one is opened.
 * Nothing closes by time-out, and no obstacle is ever edited.
 */
import { type Day, isBefore } from "../../../kernel/day.ts";
import { ok, refused, type Result } from "../../../kernel/result.ts";
import {
  type Blocking,
  isObstacleType,
  obstacleDefinition,
  obstacleTypes,
  type ObstacleType,
} from "./obstacle-type.ts";

type Opening = { type: ObstacleType; openedOn: Day; reason: string };

/** An open obstacle (offenes Hindernis). */
export type OpenObstacle = { status: "open" } & Opening;

/** A closed obstacle (geschlossenes Hindernis) with the day and the reason of its end. */
export type ClosedObstacle = { status: "closed"; closedOn: Day; closingReason: string } & Opening;

/** An obstacle to a removal (Hindernis; domain report 2.4). */
export type Obstacle = OpenObstacle | ClosedObstacle;

/** What happens to an obstacle (Vorgang am Hindernis). */
export type ObstacleEvent =
  | { type: "opened"; obstacle: string; on: Day; reason: string }
  | { type: "closed"; on: Day; reason: string };

export const obstacleRefusals = {
  unknownType: "Diese Art von Hindernis gibt es nicht.",
  reasonMissing: "Geben Sie eine Begründung ein.",
  alreadyOpen: "Dieses Hindernis ist bereits offen. Schließen Sie es, bevor Sie es neu erfassen.",
  alreadyClosed: "Dieses Hindernis ist bereits geschlossen. Erfassen Sie ein neues, wenn es wieder besteht.",
  closedBeforeOpened: "Das Ende liegt vor dem Beginn des Hindernisses. Prüfen Sie das Datum.",
} as const;

/** Why an obstacle was not opened or closed (Ablehnungsgrund). */
export type ObstacleRefusal = keyof typeof obstacleRefusals;

/** The obstacle of one kind in a case, before anyone has opened it (noch nicht erfasst). */
export type ObstacleSlot = { status: "none" } | Obstacle;

type Status = ObstacleSlot["status"];
type In<S extends Status> = Extract<ObstacleSlot, { status: S }>;
type On<T extends ObstacleEvent["type"]> = Extract<ObstacleEvent, { type: T }>;
type Step<From, Event> = (from: From, event: Event) => Obstacle | ObstacleRefusal;

const open: Step<ObstacleSlot, On<"opened">> = (_, { obstacle, on, reason }) => {
  if (!isObstacleType(obstacle)) return "unknownType";
  return reason.trim() === ""
    ? "reasonMissing"
    : { status: "open", type: obstacle, openedOn: on, reason: reason.trim() };
};

const close: Step<In<"open">, On<"closed">> = (from, { on, reason }) => {
  if (reason.trim() === "") return "reasonMissing";
  if (isBefore(on, from.openedOn)) return "closedBeforeOpened";
  return { ...from, status: "closed", closedOn: on, closingReason: reason.trim() };
};

/** Every status answers every event: with a step, or with the refusal that says why not. */
const steps: { [S in Status]: { [T in ObstacleEvent["type"]]: Step<In<S>, On<T>> | ObstacleRefusal } } = {
  none: { opened: open, closed: "alreadyClosed" },
  open: { opened: "alreadyOpen", closed: close },
  closed: { opened: open, closed: "alreadyClosed" },
};

export function changeObstacle(from: ObstacleSlot, event: ObstacleEvent): Result<Obstacle, ObstacleRefusal> {
  // The table pairs each step with its own status and event; the compiler cannot follow that through two lookups.
  const step = steps[from.status][event.type] as Step<ObstacleSlot, ObstacleEvent> | ObstacleRefusal;
  const next = typeof step === "string" ? step : step(from, event);
  return typeof next === "string" ? refused(next) : ok(next);
}

/** House rules of an authority (Hausregeln): which policy obstacles do not stop a measure there. */
export type HousePolicy = Partial<Record<ObstacleType, Exclude<Blocking, "policy">>>;

/** Whether an open obstacle stops every measure. A policy obstacle does, unless the authority has decided otherwise. */
export function isBlocking({ status, type }: Obstacle, housePolicy: HousePolicy = {}): boolean {
  const { blocking } = obstacleDefinition(type);
  return status === "open" && (blocking === "policy" ? (housePolicy[type] ?? "yes") : blocking) === "yes";
}

export const blockingObstacles = (obstacles: readonly Obstacle[], housePolicy: HousePolicy = {}): OpenObstacle[] =>
  obstacles.filter((obstacle) => obstacle.status === "open").filter((obstacle) => isBlocking(obstacle, housePolicy));

/** Kinds of obstacle that a Duldung for this AZR reason points to, as a proposal for the official. */
export const obstaclesForReason = (code: string): ObstacleType[] =>
  (Object.keys(obstacleTypes) as ObstacleType[]).filter((type) =>
    obstacleDefinition(type).azrCodes?.some((azrCode) => azrCode === code),
  );
