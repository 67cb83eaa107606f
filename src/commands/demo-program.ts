/** What the demo does beside and after the start of its database: server, schema, reference data, fictional cases. */
import { randomBytes } from "node:crypto";
import { fillDemo } from "../demo/fill.ts";
import { beginFilling, endFilling, fillState } from "../demo/fill-state.ts";
import { refuseRealPeople } from "../demo/refuse-real-people.ts";
import type { AddressOf, Waiting } from "../platform/embedded-postgres/index.ts";
import type { DemoConfig } from "../platform/config.ts";
import { openPool } from "../platform/database/pool.ts";
import { createDatabase, dropDatabase } from "../platform/database/roles.ts";
import { programVersion } from "../platform/root.ts";
import { type RunningServer, startServer } from "../server.ts";
import { loadDirectory, prepareSchema } from "./prepare-database.ts";

/** `filled` rejects when the cases could not be made; pages are served before it resolves, and say so. */
export type RunningDemo = RunningServer & { isNew: boolean; filled: Promise<void> };

const name = "amtsweg";

type Database = Waiting & { started: Promise<unknown> };

export async function startDemo(database: Database, { port, stopWithinMs }: DemoConfig): Promise<RunningDemo> {
  const { addressOf } = database;
  const ready = database.started.then(() => readyDatabase(addressOf));
  // A server that found its port taken waits for it no more.
  ready.catch(() => undefined);
  const isNew = database.isNew || (await ready);
  let isFilling = isNew;
  const directory = Promise.withResolvers();
  const databaseUrl = addressOf(name, "amtsweg_app");
  const server = await startServer({
    port,
    stopWithinMs,
    databaseUrl,
    sessionSecret: randomBytes(32).toString("hex"),
    version: programVersion(),
    log: () => undefined,
    isFilling: () => isFilling,
    database: ready,
    directory: directory.promise,
  });
  const pool = openPool(withoutWaiting(databaseUrl), 4);
  // Takes longer than all else of a first start, and the page before sign-in needs nothing of it.
  directory.resolve(loadDirectory(withoutWaiting(addressOf(name, "amtsweg_owner"))));
  const fill = async (): Promise<void> => {
    await directory.promise;
    if (!isNew) return;
    await fillDemo(pool);
    await endFilling(addressOf(name, "amtsweg_owner"));
    isFilling = false;
  };
  const stop = async (): Promise<boolean> => {
    // What is still to be filled begins nothing any more; the next start makes it anew.
    void pool.end();
    await directory.promise.catch(() => undefined);
    return server.stop();
  };
  return { ...server, stop, isNew, filled: fill() };
}

/** True where the cases are still to be made. A demo that was cut off while it was filled is made anew. */
async function readyDatabase(addressOf: AddressOf): Promise<boolean> {
  const superuserUrl = addressOf("postgres");
  const ownerUrl = withoutWaiting(addressOf(name, "amtsweg_owner"));
  await createDatabase(superuserUrl, name);
  await refuseRealPeople(ownerUrl);
  const state = await fillState(ownerUrl);
  if (state === "half") {
    await dropDatabase(superuserUrl, name);
    await createDatabase(superuserUrl, name);
  }
  await prepareSchema(ownerUrl);
  if (state !== "filled") await beginFilling(ownerUrl);
  return state !== "filled";
}

/** Schema and demo data can be made again; waiting for the disk at each of some hundred commits cannot be undone. */
const withoutWaiting = (url: string): string => `${url}&options=${encodeURIComponent("-c synchronous_commit=off")}`;
