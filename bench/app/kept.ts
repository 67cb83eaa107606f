/** What a kept database remembers between two runs: how far it is filled, with which templates, and how often it was used. */
import type { BenchApp } from "./bench-app.ts";

/** Cases that officials made through the services; everything generated repeats them. `officers`: ids that stay. */
export type Templates = { draft: string; draftRequest: string; sent: string; officers: string[]; version: string };

/** `round`: every run writes into cases that no earlier run has touched. */
export type Kept = { size: number; round: number; templates: Templates };

export async function readKept({ sql }: BenchApp): Promise<Kept | undefined> {
  await sql("create table if not exists bench_kept (id integer primary key default 1, kept jsonb not null)");
  const [row] = await sql("select kept from bench_kept");
  // Written by the function below and by nobody else.
  return row?.["kept"] as Kept | undefined;
}

export const keep = ({ sql }: BenchApp, kept: Kept): Promise<unknown> =>
  sql("insert into bench_kept (kept) values ($1) on conflict (id) do update set kept = excluded.kept", [
    JSON.stringify(kept),
  ]);
