/** Door of the measure: what other features and the commands may call. */
export { publishMeasureRules } from "./publish-rules.ts";
