/** From points to the matrix of an instance: one answer of the engine, closed so that leaving a stop out never costs time. */
import { closeTimes } from "../domain/closure.ts";
import type { TravelMatrix } from "../domain/model.ts";
import type { LonLat, MatrixAnswer, MatrixRequest, TravelTimes } from "./port.ts";

export async function travelMatrix(
  engine: TravelTimes,
  points: readonly LonLat[],
  request: MatrixRequest,
): Promise<TravelMatrix> {
  return toTravelMatrix(await engine.matrix(points, request), `${engine.id} ${engine.version}`);
}

export const toTravelMatrix = (answer: MatrixAnswer, source: string): TravelMatrix =>
  closeTimes({
    source: answer.estimated ? `${source} (geschätzt)` : source,
    size: Math.round(Math.sqrt(answer.seconds.length)),
    time: Float64Array.from(answer.seconds),
    distance: Float64Array.from(answer.metres),
    estimated: answer.estimated,
  });
