/**
 * Checks the hash chains of the journal without trusting the database: every hash is computed again here.
 * Names the first bad row of each chain after any delete, change, insertion or reordering.
 */
import { createHash } from "node:crypto";
import type { Client, Pool } from "./database/pool.ts";

export type JournalFault = "missing" | "changed" | "order" | "cut";

export type ChainReport =
  | { chain: string; rows: number; head: string; ok: true }
  | { chain: string; rows: number; ok: false; seq: number; fault: JournalFault };

type Row = { seq: number; text: string; previous: string; hash: string };
type Head = { chain: string; last_seq: number; last_hash: string };

const batch = 5000;

// The text without its first line; the previous hash is put in front here, not taken from the row.
const rowSql = `select seq, substring(app.journal_text(j) from position(E'\\n' in app.journal_text(j)) + 1) as text,
    encode(previous_hash, 'hex') as previous, encode(hash, 'hex') as hash
  from journal j where chain = $1 and seq > $2 order by seq limit ${batch}`;

/** Runs in one snapshot, so that changes during the check do not look like faults. Needs a role that sees all chains. */
export async function checkJournal(ownerPool: Pool): Promise<ChainReport[]> {
  const client = await ownerPool.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const heads = await client.query<Head>(
      `select coalesce(h.chain, j.chain) as chain, coalesce(h.last_seq, 0) as last_seq,
         coalesce(encode(h.last_hash, 'hex'), '') as last_hash
       from journal_chain h full join (select distinct chain from journal) j on j.chain = h.chain order by 1`,
    );
    const reports: ChainReport[] = [];
    for (const head of heads.rows) reports.push(await checkChain(client, head));
    return reports;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

async function checkChain(client: Client, head: Head): Promise<ChainReport> {
  let seq = 0;
  let previous = "";
  for (;;) {
    const { rows } = await client.query<Row>(rowSql, [head.chain, seq]);
    for (const row of rows) {
      const fault = faultOf(row, seq + 1, previous);
      if (fault) return { chain: head.chain, rows: seq, ok: false, seq: seq + 1, fault };
      seq = row.seq;
      previous = row.hash;
    }
    if (rows.length < batch) break;
  }
  if (seq !== head.last_seq || previous !== head.last_hash)
    return { chain: head.chain, rows: seq, ok: false, seq: seq + 1, fault: "cut" };
  return { chain: head.chain, rows: seq, head: previous, ok: true };
}

function faultOf(row: Row, expectedSeq: number, previous: string): JournalFault | undefined {
  if (row.seq !== expectedSeq) return "missing";
  if (row.previous !== previous) return "order";
  const hash = createHash("sha256").update(`${previous}\n${row.text}`).digest("hex");
  return hash === row.hash ? undefined : "changed";
}
