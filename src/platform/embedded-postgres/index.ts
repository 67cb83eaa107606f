/** Door of the embedded database: a real PostgreSQL that comes with `npm ci` and belongs to one data folder. */
export type { AddressOf } from "./address.ts";
export { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
export { upgradeNeeded } from "./cluster-version.ts";
export { startEmbeddedPostgres, type Waiting } from "./start.ts";
export { connectEmbeddedPostgres } from "./connect.ts";
