/**
 * The failed measures of source document 003 (answer AW/0048/2025 of 16.06.2025, no. 3 b): 13 in 2024 and 12 in 2025 so
 * far, for example by expiry of the transfer period, missing capacity of the receiving state and illness. The document
 * gives totals and examples of causes; how they spread over causes and days is invented here.
 */
import { openCase } from "../features/case/index.ts";
import { type FailureCause, openMeasure } from "../features/measure/index.ts";
import { issueStop } from "../features/stop-signal/index.ts";
import { newId } from "../kernel/id.ts";
import { dayInGermany } from "../kernel/day.ts";
import type { As } from "./as.ts";

const spread: readonly [day: string, cause: FailureCause][] = [
  ...["2024-01-18", "2024-02-06", "2024-03-12", "2024-05-23", "2024-09-03"].map(
    (on) => [on, "transferPeriodExpired"] as [string, FailureCause],
  ),
  ...["2024-04-09", "2024-06-18", "2024-08-21", "2024-11-05"].map(
    (on) => [on, "receivingStateRefusal"] as [string, FailureCause],
  ),
  ...["2024-02-27", "2024-07-02", "2024-10-15", "2024-12-10"].map((on) => [on, "medical"] as [string, FailureCause]),
  ...["2025-01-14", "2025-02-04", "2025-03-11", "2025-04-15", "2025-05-20"].map(
    (on) => [on, "transferPeriodExpired"] as [string, FailureCause],
  ),
  ...["2025-01-28", "2025-03-25", "2025-05-06"].map((on) => [on, "receivingStateRefusal"] as [string, FailureCause]),
  ...["2025-02-18", "2025-04-01", "2025-04-29", "2025-06-03"].map((on) => [on, "medical"] as [string, FailureCause]),
];

export async function fillKoblenz(as: As): Promise<void> {
  for (const [index, [on, cause]] of spread.entries()) {
    const happenedAt = new Date(`${on}T09:00:00Z`);
    const context = await as("koblenz-statistik", happenedAt);
    const caseId = await context.change((change) =>
      openCase(
        change,
        {
          fileNumber: `33.20-${String(index + 1).padStart(3, "0")}`,
          person: { familyName: "Beispielperson", givenNames: `Nummer ${index + 1}`, nationalities: ["998"] },
          address: { postcode: "56068", place: "Koblenz", ags: "07111000" },
        },
        [],
        dayInGermany(happenedAt),
      ),
    );
    const measure = await openMeasure(context, {
      id: newId(),
      caseId,
      kind: "euTransfer",
      targetState: "FR",
      companions: [],
    });
    if (!measure.ok) throw new Error(measure.refusal);
    await issueStop(context, {
      id: newId(),
      measureId: measure.value,
      reason: cause === "medical" ? "medical" : "authority",
      source: "Demo: nach Quelle 003",
      happenedAt,
      cause,
    });
    await context.finish();
  }
}
