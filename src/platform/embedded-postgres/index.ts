/** Door of the embedded database: a real PostgreSQL that comes with `npm ci` and belongs to one data folder. */
export { EmbeddedPostgresError, type EmbeddedPostgresFailure } from "./embedded-postgres-error.ts";
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from "./start.ts";
