/** Port to travel times (Fahrzeiten). Only self-hosted engines: addresses of homes never go to a public service. */
export type LonLat = { lon: number; lat: number };

export type MatrixRequest = { profile: "car" | "coach"; departure?: Date; signal?: AbortSignal };

export type MatrixAnswer = {
  seconds: Int32Array;
  metres: Int32Array;
  /** Points that cannot reach, or be reached from, the first point. */
  unreachable: number[];
  estimated: boolean;
};

export type TravelTimes = {
  readonly id: string;
  /** Goes into the planId: another engine or map is another question. */
  readonly version: string;
  matrix(points: readonly LonLat[], request: MatrixRequest): Promise<MatrixAnswer>;
};
