/**
 * The published role × compartment matrix (data/access-matrix.json) as typed data.
 * Row-level-security policies, the documentation page and the access tests are all made from it.
 */
import matrix from "../../../data/access-matrix.json" with { type: "json" };

export type Role = keyof typeof matrix.roles;
export type Compartment = keyof typeof matrix.compartments;
export type TableName = keyof typeof matrix.tables;
export type Right = "W" | "R" | "A" | "WA" | "S" | "log" | "-";
export type Scope =
  | "case"
  | "owner"
  | "ownerReads"
  | "party"
  | "request"
  | "requestLine"
  | "openRequest"
  | "stop"
  | "stopRecipient"
  | "report"
  | "journal"
  | "accessLog"
  | "officer";
export type TableRule = {
  scope: Scope;
  compartment: Compartment;
  appendOnly?: boolean;
  delete?: boolean;
  /** Only these of the roles that write the compartment: the matrix names an act for them (domain.md 5.5, „W approve“). */
  writers?: readonly Role[];
  /** Rows that are seen only with a further compartment as well: which one a row belongs to, as SQL, and which there are. */
  rows?: { by: string; of: readonly Compartment[] };
};

export const roles = Object.keys(matrix.roles) as Role[];
export const roleLabels: Record<Role, string> = matrix.roles;
export const compartments = Object.keys(matrix.compartments) as Compartment[];
export const compartmentLabel = (compartment: Compartment): string => matrix.compartments[compartment].label;
export const rightLegend: Record<Right, string> = matrix.legend;
// JSON modules type every value as string; the access test checks that each one is a Scope, Compartment and Right.
export const tableRules = matrix.tables as Record<TableName, TableRule>;

/** What roles may do past the compartments, each through one function of the database that checks the role itself. */
export type Act = { label: string; function: string; writes: string; roles: Role[]; why: string };
// JSON modules type every value as string; the access test tries each act in each role.
export const acts = matrix.acts as Record<keyof typeof matrix.acts, Act>;

/** What a role may do with a compartment (domain.md 5.5). */
export const rightOf = (role: Role, compartment: Compartment): Right =>
  matrix.compartments[compartment].access[role] as Right;

const rolesWith = (compartment: Compartment, rights: readonly Right[]): Role[] =>
  roles.filter((role) => rights.includes(rightOf(role, compartment)));

/** Roles that read the compartment in cases of their own authority. */
export const ownerReaders = (compartment: Compartment): Role[] => rolesWith(compartment, ["W", "R"]);
/** Roles that write the compartment in cases of their own authority. */
export const ownerWriters = (compartment: Compartment): Role[] => rolesWith(compartment, ["W"]);
/** Roles that read the compartment while their authority is a party to the case. */
export const partyReaders = (compartment: Compartment): Role[] => rolesWith(compartment, ["A", "WA"]);
/** Roles that write the rows of a table in cases of their own authority. */
export const ownerWritersOf = ({ compartment, writers }: TableRule): Role[] =>
  ownerWriters(compartment).filter((role) => writers?.includes(role) ?? true);
export const partyWriters = (compartment: Compartment): Role[] => rolesWith(compartment, ["WA"]);

/** True for a role name that the matrix knows; tokens of a sign-in provider may carry others. */
export const isRole = (text: string): text is Role => (roles as string[]).includes(text);
