/** Path of a Chromium on this machine: STEMMA_CHROMIUM, else the first known name on PATH. Undefined where there is none. */
export function chromiumPath(env?: Readonly<Record<string, string | undefined>>): string | undefined;
