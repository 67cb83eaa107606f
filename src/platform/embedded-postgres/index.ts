/** Door of the embedded database: a real PostgreSQL that comes with `npm ci` and belongs to one data folder. */
export { EmbeddedPostgresError, type EmbeddedPostgresFailure } from "./embedded-postgres-error.ts";
export { upgradeNeeded } from "./cluster-version.ts";
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from "./start.ts";
export { connectEmbeddedPostgres, type EmbeddedConnection } from "./connect.ts";
