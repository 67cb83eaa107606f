import { expect, test } from "vitest";
import { reference } from "./examples.test-support.ts";
import { readNationalities } from "./nationality.ts";

test.each([
  ["Andorra", ["123"]],
  ["andorranisch", ["123"]],
  ["Andorranische", ["123"]],
  ["andorranische Staatsangehörige", ["123"]],
  ["AND", ["123"]],
  ["ad", ["123"]],
  ["123", ["123"]],
  ["staatenlos", ["997"]],
  ["ungeklaert", ["998"]],
  ["Russland", ["160"]],
  ["Bosnien und Herzegowina", ["122"]],
  ["Kongo, Demokratische Republik", ["246"]],
  ["DR Kongo", ["246"]],
  ["Republik Kongo", ["245"]],
  ["Andorra, Liechtenstein", ["123", "141"]],
  ["andorranisch/bosnisch", ["123", "122"]],
  ["andorranisch und bosnisch; andorranisch", ["123", "122"]],
])("%s is nationality %j", (text, keys) => {
  expect(readNationalities(text, reference.nationalities)).toEqual({ ok: true, value: keys });
});

test.each([
  ["deutsch", "Deutsche Staatsangehörige sind keine Ausländer (§ 2 Abs. 1 AufenthG)."],
  ["0", "Deutsche Staatsangehörige sind keine Ausländer"],
  ["DEU", "Deutsche Staatsangehörige sind keine Ausländer"],
  ["andorranisch, deutsch", "Deutsche Staatsangehörige sind keine Ausländer"],
  ["Kongo", "„Kongo“ ist nicht eindeutig: Demokratische Republik Kongo (246) oder Republik Kongo (245)."],
  ["Jugoslawien", "„Jugoslawien“ (120) ist keine heutige Staatsangehörigkeit."],
  ["Testland", "„Testland“ ist keine bekannte Staatsangehörigkeit."],
  ["Andorra, Testland", "„Testland“ ist keine bekannte Staatsangehörigkeit."],
  ["777", "„777“ ist keine bekannte Staatsangehörigkeit."],
  [",", "„,“ ist keine bekannte Staatsangehörigkeit."],
  ["Åland", "„Åland“ ist keine bekannte Staatsangehörigkeit."],
])("%s is refused: %s", (text, reason) => {
  const read = readNationalities(text, reference.nationalities);
  expect(read.ok ? read.value : read.refusal).toContain(reason);
});
