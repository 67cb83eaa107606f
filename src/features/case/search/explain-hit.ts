/** Says which spelling of a case answered a search, so that nobody takes a person for another one. */
import { matchedForm } from "../../../kernel/search-form.ts";
import { fileNumberToken } from "../search-tokens.ts";

export type SearchTexts = {
  fileNumber: string;
  name: string;
  birthName: string | undefined;
  aliases: readonly string[];
  place: string | undefined;
};

const kinds = { search: "Suchform", short: "Kurzform", passport: "Form im Pass" } as const;

function sourcesOf({ name, birthName, aliases, place }: SearchTexts): { label: string; text: string }[] {
  return [
    { label: "Name", text: name },
    ...(birthName ? [{ label: "Geburtsname", text: birthName }] : []),
    ...aliases.map((text) => ({ label: "weiterer Name", text })),
    ...(place ? [{ label: "Ort", text: place }] : []),
  ];
}

function explainWord(word: string, texts: SearchTexts): string | undefined {
  for (const { label, text } of sourcesOf(texts)) {
    const [match] = matchedForm(word, text) ?? [];
    if (match) return `${label} „${match.word}“ (${kinds[match.kind]} ${match.form})`;
  }
  const token = fileNumberToken(word);
  return token !== "" && fileNumberToken(texts.fileNumber).includes(token)
    ? `Aktenzeichen ${texts.fileNumber}`
    : undefined;
}

/** One line a word of the search, in its order. */
export const explainHit = (query: string, texts: SearchTexts): string[] => [
  ...new Set(
    query
      .trim()
      .split(/\s+/)
      .flatMap((word) => explainWord(word, texts) ?? []),
  ),
];
