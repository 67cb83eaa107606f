/** Plain values that travel to a template. Nothing else does: no function, no date, no markup. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
