/** The search words of a case: names, aliases, file number, place. Written with the case, read by the search. */
import { searchForms } from "../../kernel/search-form.ts";
import type { Change } from "../../platform/change.ts";
import type { CaseDraft } from "./case-draft.ts";

export type TokenKind = "name" | "birthName" | "alias" | "fileNumber" | "place";
export type Token = { token: string; kind: TokenKind };

const ofText = (text: string | undefined, kind: TokenKind): Token[] =>
  searchForms(text ?? "").map((token) => ({ token, kind }));

/** The file number counts as a whole, without spaces and in upper case. */
export const fileNumberToken = (fileNumber: string): string =>
  fileNumber
    .toUpperCase()
    .replaceAll(/[^A-Z0-9./-]/g, "")
    .slice(0, 80);

/** The file number as a whole and from each of its parts on, so that "0147" finds "31.30-0147". */
export const fileNumberTokens = (fileNumber: string): string[] => {
  const whole = fileNumberToken(fileNumber);
  const starts = [0, ...[...whole.matchAll(/[./-]+(?=[A-Z0-9])/g)].map(({ index, 0: sign }) => index + sign.length)];
  return [...new Set(starts.map((start) => whole.slice(start)))].filter(({ length }) => length >= 2).slice(0, 8);
};

export function tokensOf({ fileNumber, person, address }: CaseDraft, aliases: readonly string[] = []): Token[] {
  const tokens = [
    ...ofText(`${person.familyName} ${person.givenNames}`, "name"),
    ...ofText(person.birthName, "birthName"),
    ...aliases.flatMap((alias) => ofText(alias, "alias")),
    ...ofText(address.place, "place"),
    ...fileNumberTokens(fileNumber).map((token) => ({ token, kind: "fileNumber" as const })),
  ];
  return [...new Map(tokens.map((each) => [`${each.token} ${each.kind}`, each])).values()];
}

/** Replaces the words of a case. */
export async function saveTokens(
  { trx }: Change,
  caseId: string,
  ownerId: string,
  tokens: readonly Token[],
): Promise<void> {
  await trx.deleteFrom("search_token").where("case_id", "=", caseId).execute();
  if (tokens.length === 0) return;
  await trx
    .insertInto("search_token")
    .values(tokens.map(({ token, kind }) => ({ owner_id: ownerId, case_id: caseId, token, kind })))
    .execute();
}
