import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { enforceabilityStates } from "./enforceability-state.ts";
import { definitionOf, fieldsOf, legalEventTypes } from "./legal-event.ts";
import { voluntaryReturnDiagram } from "./voluntary-return-diagram.ts";

const page = readFileSync(new URL("../../../../docs/domain/vollziehbarkeit.md", import.meta.url), "utf8");

test("the page shows the diagram that the transition table draws", () => {
  expect(page).toContain("```mermaid\n" + voluntaryReturnDiagram() + "```");
});

test.each(Object.entries(enforceabilityStates))("the page explains the state %s", (state, label) => {
  expect(page).toContain(`| \`${state}\` | ${label} |`);
});

test.each(legalEventTypes)("the page lists the event %s with label, norm and fields", (type) => {
  const { label, norm } = definitionOf(type);
  const fields = fieldsOf(type).slice(1);
  const names = fields.map(({ name, required }) => `${name}${required ? "" : "?"}`).join(", ") || "–";

  expect(page).toContain(`| \`${type}\` | ${label} | ${norm.norm} | ${names} |`);
});
