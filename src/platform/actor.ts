/** Who acts: one officer, of one authority, in one role. Every read and every change carries it down to the database. */
import type { Role } from "./access/matrix.ts";

export type Actor = {
  officerId: string;
  name: string;
  authorityId: string;
  authorityName: string;
  role: Role;
};
