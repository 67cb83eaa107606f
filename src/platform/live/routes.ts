/** Server-sent events: tells an open page which of its topics changed. It carries no content, only the topic. */
import { setTimeout as pause } from "node:timers/promises";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { isId } from "../../kernel/id.ts";
import { allow } from "../http/access.ts";
import type { AppEnv } from "../http/env.ts";
import { HttpProblem } from "../http/problem.ts";
import type { LiveHub } from "./hub.ts";
import { moved } from "./listeners.ts";

const heartbeatMs = 15_000;
const kinds = new Set(["case", "measure", "request", "import"]);

const isTopic = (topic: string): boolean => {
  const [kind = "", id = ""] = topic.split(":", 2);
  return kinds.has(kind) && isId(id);
};

/** `GET /live?topics=request:ID,case:ID`; stops, alerts and the inbox of the own authority are always part of it. */
export const liveRoutes = (hub: LiveHub) =>
  new Hono<AppEnv>().get("/live", allow("signedIn"), (c) => {
    const asked = (c.req.query("topics") ?? "").split(",").filter(Boolean);
    if (asked.length > 20 || !asked.every(isTopic))
      throw new HttpProblem(400, "Thema unbekannt", "Die Seite fragt nach unbekannten Änderungen. Bitte neu laden.");
    const authority = c.var.context.actor.authorityId;
    const stops = `stops:${authority}`;
    const topics = [...new Set([...asked, stops, `inbox:${authority}`, `alerts:${authority}`])];
    const end = c.var.signedIn?.expiresAt.getTime() ?? 0;

    c.header("x-accel-buffering", "no");
    return streamSSE(c, async (stream) => {
      const leaving = Promise.withResolvers<"leaving">();
      const unsubscribe = hub.subscribe(topics, (topic) => {
        if (topic === moved) leaving.resolve("leaving");
        else void stream.writeSSE({ event: topic === stops ? "stop" : "change", data: topic });
      });
      stream.onAbort(unsubscribe);
      await stream.writeSSE({ event: "open", data: "" });
      while (!stream.aborted && Date.now() < end) {
        // A timer that keeps no process alive: nobody waits for the beat of a page that is gone.
        if (await Promise.race([leaving.promise, pause(heartbeatMs, undefined, { ref: false })])) break;
        await stream.writeSSE({ event: "beat", data: "" });
      }
      if (!stream.aborted && Date.now() < end) await stream.writeSSE({ event: "moved", data: "" });
      unsubscribe();
    });
  });
