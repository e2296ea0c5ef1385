/** One end of the time in which an article can have been written. What is not `sure` gives way where it contradicts. */
export type Bound = { readonly day: string; readonly why: string; readonly sure: boolean };
