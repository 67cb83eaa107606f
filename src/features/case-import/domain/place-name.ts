/** Spellings of place names: "Halle/Westf.", "Halle (Westf.)" and "Halle" lead to the same head. For comparing only. */
import { fold } from "./fold.ts";

/** A place name cut for comparing (Ortsname): all its words, the head before any addition, and the addition. */
export type PlaceName = { whole: string; head: string; addition: string[] };

const titles = new Set("stadt gemeinde markt kreisstadt hansestadt landeshauptstadt universitaetsstadt".split(" "));
const links = new Set("am an auf b bei d der im in i ob vor v vorm zum zur a".split(" "));

const wordsOf = (name: string): string[] => {
  const words = fold(name)
    .split(" ")
    .map((word) => (word === "st" ? "sankt" : word));
  return words.length > 1 && titles.has(words[0] ?? "") ? words.slice(1) : words;
};

export function cutPlaceName(name: string): PlaceName {
  const words = wordsOf(name);
  const openAt = name.search(/[(/,]/);
  const bracket = openAt > 0 ? wordsOf(name.slice(0, openAt)).length : words.length;
  const link = words.findIndex((word, at) => at > 0 && links.has(word));
  const end = Math.min(bracket, link > 0 ? link : words.length);
  const addition = words.slice(end).filter((word) => word.length >= 3 && !links.has(word));
  return { whole: words.join(" "), head: words.slice(0, end).join(" "), addition };
}

/** Whether two additions may mean the same: "Westf." and "Westfalen" do, "Saale" and "Westf." do not. */
export const areAdditionsAlike = (a: string[], b: string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((one) => b.some((two) => one.startsWith(two) || two.startsWith(one)));
