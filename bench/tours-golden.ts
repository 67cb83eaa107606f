/** Costs that the solver version below reaches in the CI part of the benchmark; any other cost needs a new version. */
export const golden: { version: string; costs: Readonly<Record<string, number>> } = {
  version: "tours-1",
  costs: {},
};
