/** What is said between the line and the thread in which pages are cleaned and read. */
export type StageQuestion = { readonly stage: 'clean' | 'read'; readonly input: unknown };
/** `ready` once the thread has loaded what it needs: a page's time counts from its question on. */
export type StageAnswer = { readonly output: unknown } | { readonly error: string } | { readonly ready: true };
