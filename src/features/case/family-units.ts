/** Family units (Familienverbände) by the label that their members share. The same label is the same unit, never a second one. */
import { newId } from "../../kernel/id.ts";
import type { Change } from "../../platform/change.ts";
import type { CaseDraft } from "./case-draft.ts";

/** Finds or makes the family units of the own authority; in one order, so that two imports cannot wait for each other. */
export async function familyUnitIds(
  { trx }: Change,
  ownerId: string,
  drafts: readonly Pick<CaseDraft, "familyLabel">[],
): Promise<Map<string, string>> {
  const labels = [...new Set(drafts.flatMap(({ familyLabel }) => familyLabel ?? []))].sort();
  if (labels.length === 0) return new Map();
  const rows = await trx
    .insertInto("family_unit")
    .values(labels.map((label) => ({ id: newId(), owner_id: ownerId, label })))
    .onConflict((conflict) =>
      conflict.columns(["owner_id", "label"]).doUpdateSet((eb) => ({ label: eb.ref("excluded.label") })),
    )
    .returning(["id", "label"])
    .execute();
  return new Map(rows.map(({ id, label }) => [label, id]));
}
