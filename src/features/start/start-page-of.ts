/** Where a role begins after sign-in (ux-and-data 4.2). */
import type { Role } from "../../platform/access/matrix.ts";

const firstPages: Partial<Record<Role, string>> = {
  districtPolice: "/ersuchen",
  liaison: "/ersuchen",
  auditor: "/zugriffe",
};

export const startPageOf = (role: Role): string => firstPages[role] ?? "/arbeitsvorrat";
