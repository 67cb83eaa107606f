/** What a clerk probably meant by a character that DIN 91379 refuses. A proposal is shown, never applied by itself. */
import { latinLetters, nameSigns, splitLetters } from "./name-letters.ts";

const isAllowed = (letter: string): boolean => latinLetters.has(letter) || nameSigns.has(letter);
const areAllowed = (text: string): boolean => text !== "" && splitLetters(text).every(isAllowed);

/** Look-alike and meant letter, pair by pair: Cyrillic, Greek, African and phonetic letters, typographic signs. */
const lookAlikes = new Map(
  (
    "АA аa ВB ЕE еe КK МM НH ОO оo РP рp СC сc ТT УY уy ХX хx ІI іi ЈJ јj ЅS ѕs ЁË ёë " +
    "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO οo ΡP ΤT ΥY ΧX " +
    "ꞗb ƀb ɓb ƁB ɖd ƉD ɗd ƊD ɛe ƐE ɠg ƓG ƙk ƘK ɲn ƝN ɔo ƆO ʋv ƲV ƴy ƳY ǝə " +
    "‘’ ‛’ ʼ’ ′’ ʻʿ –- —- ‐- ‑- ‒- −-"
  )
    .split(" ")
    .map((pair): [string, string] => {
      const [seen = "", meant = ""] = pair;
      return [seen, meant];
    }),
);

/** The allowed spelling that comes nearest, the empty text for an invisible character, or undefined. */
export function proposeLetter(refused: string): string | undefined {
  if (/^\p{Cf}+$/u.test(refused)) return "";
  const compatible = lookAlikes.get(refused) ?? refused.normalize("NFKC");
  if (areAllowed(compatible)) return compatible;
  const base = refused.normalize("NFD").replace(/\p{M}/gu, "");
  const plain = [...base].map((sign) => lookAlikes.get(sign) ?? sign).join("");
  return areAllowed(plain) ? plain : undefined;
}
