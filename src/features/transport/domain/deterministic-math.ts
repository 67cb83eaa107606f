/**
 * Logarithm, exponential and random numbers from + − × ÷ and 32-bit integers only, so that a plan is byte-identical on
 * every machine and Node version (Math.exp and Math.log may differ). Never used for anything secret.
 */
const LN2 = Math.LN2;

/** Natural logarithm of x > 0. */
export function ln(x: number): number {
  let exponent = 0;
  let m = x;
  while (m > 1.5) {
    m /= 2;
    exponent++;
  }
  while (m < 0.75) {
    m *= 2;
    exponent--;
  }
  const y = (m - 1) / (m + 1);
  let sum = 0;
  let power = y;
  for (let k = 1; k < 30; k += 2) {
    sum += power / k;
    power *= y * y;
  }
  return 2 * sum + exponent * LN2;
}

/** e to the x for |x| ≤ 50. */
export function exp(x: number): number {
  const small = x / 1024;
  let term = 1;
  let sum = 1;
  for (let k = 1; k < 12; k++) {
    term *= small / k;
    sum += term;
  }
  for (let k = 0; k < 10; k++) sum *= sum;
  return sum;
}

/** Source of repeatable chance (Zufallsfolge): the same seed gives the same plan on every machine. */
export type Random = { next(): number; below(n: number): number };

/** sfc32: 128 bits of state, passes the usual tests, 32-bit integer operations only. */
export function randomFrom(seed: number): Random {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x243f6a88;
  let c = 0xb7e15162 ^ Math.imul(seed, 0x85ebca6b);
  let counter = 1;
  const bits = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let k = 0; k < 16; k++) bits();
  return { next: () => bits() / 4294967296, below: (n) => Math.floor((bits() / 4294967296) * n) };
}
