/** Expected refusals are values, not exceptions: the caller has to look at them, and the page has a text for each. */
export type Ok<T> = { ok: true; value: T };
export type Refused<R> = { ok: false; refusal: R };
export type Result<T, R> = Ok<T> | Refused<R>;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const refused = <R>(refusal: R): Refused<R> => ({ ok: false, refusal });
