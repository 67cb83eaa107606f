/** The rules of the catalogue as a choice in forms: each once, whatever versions it has, by number. */
import { catalogue } from "./domain/catalogue.ts";

/** „D09“ before „D10“, services and periods of the authority last. */
export const ruleChoices: readonly { value: string; label: string }[] = [
  ...new Map(
    catalogue
      .filter(({ length }) => length !== undefined)
      .map(({ id, title }) => [id, { value: id, label: `${id} – ${title}` }]),
  ).values(),
].toSorted((a, b) => a.value.localeCompare(b.value, "de", { sensitivity: "variant" }));

export const ruleTitle = (id: string): string => catalogue.find((rule) => rule.id === id)?.title ?? id;
