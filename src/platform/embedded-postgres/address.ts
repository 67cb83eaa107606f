/** Addresses of databases behind a unix socket, in the form node-postgres reads. */
export type AddressOf = (database: string, user?: string) => string;

export const PORT = 5432;
export const SUPERUSER = "postgres";

/** Any folder name works: blank, comma, quote and umlaut are escaped. */
export function addressesAt(socketFolder: string): AddressOf {
  const server = `host=${encodeURIComponent(socketFolder)}&port=${PORT}`;
  return (database, user = SUPERUSER) =>
    `postgresql://${encodeURIComponent(user)}@/${encodeURIComponent(database)}?${server}`;
}
