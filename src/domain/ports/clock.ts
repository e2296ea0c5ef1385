/** The time, as UTC ms. */
export type Clock = { readonly nowMs: () => number };
