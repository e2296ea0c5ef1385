import type { Capture } from '../domain/capture.ts';
import type { Sources } from '../domain/ports/sources.ts';

const PAGE = 100;

/** Every capture that is kept with its bytes, oldest first, of one source or of all: for `writeWarc` and for counting. */
export async function* keptCaptures(sources: Sources, source?: string): AsyncGenerator<Capture> {
  let after: string | undefined;
  for (;;) {
    const page = await sources.captures({
      limit: PAGE,
      ...(source !== undefined && { source }),
      ...(after !== undefined && { after }),
    });
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.id;
  }
}
