/** What is said between the line and the thread in which pages are cleaned and read. */
export type StageQuestion = { readonly stage: 'clean' | 'read'; readonly input: unknown };
export type StageAnswer = { readonly output: unknown } | { readonly error: string };
