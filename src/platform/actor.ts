/** Who acts: one officer, of one authority, in one role. Every read and every change carries it down to the database. */
import type { Role } from "./access/matrix.ts";

export type Actor = {
  officerId: string;
  name: string;
  authorityId: string;
  authorityName: string;
  role: Role;
};

/** The program itself. It has no officer and no role, so row-level security shows and allows it nothing. */
export const programAt = (authorityId: string): Actor => ({
  officerId: "",
  name: "System",
  authorityId,
  authorityName: authorityId,
  // An empty role is none of the matrix: every policy and every route refuses it.
  role: "" as Role,
});
