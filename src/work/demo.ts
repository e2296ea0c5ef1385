import { readFileSync } from 'node:fs';
import { captureOf } from '../collect/capture-id.ts';
import type { Capture } from '../domain/capture.ts';
import type { Archive } from '../domain/ports/archive.ts';
import type { Knowledge, KnownActor } from '../domain/ports/knowledge.ts';
import type { Queue } from '../domain/ports/queue.ts';
import { knowledgeOf, loadKnowledge } from '../read/knowledge.ts';
import { takeIn } from './intake.ts';

const FOLDER = new URL('../../examples/demo/', import.meta.url);

type DemoFile = { readonly file: string; readonly url: string };
type DemoPlan = { readonly files: readonly DemoFile[]; readonly knowledge: readonly KnownActor[] };

let plan: DemoPlan | undefined;
function demoPlan(): DemoPlan {
  plan ??= JSON.parse(readFileSync(new URL('demo.json', FOLDER), 'utf8')) as DemoPlan;
  return plan;
}

/** The pages of the invented affair, as if they had been fetched from the outlets that do not exist. */
export function demoCaptures(nowMs: number): readonly Capture[] {
  return demoPlan().files.map(({ file, url }) =>
    captureOf({
      origin: 'file',
      url,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      fetchedAtMs: nowMs,
      body: readFileSync(new URL(file, FOLDER)),
      given: { fileName: file },
    }),
  );
}

/** What is known of invented states and persons, before what is known of real ones. Only the demo is read with it. */
export function demoKnowledge(): Knowledge {
  knowledge ??= joined(knowledgeOf(demoPlan().knowledge), loadKnowledge());
  return knowledge;
}
let knowledge: Knowledge | undefined;

const joined = (first: Knowledge, second: Knowledge): Knowledge => ({
  snapshot: second.snapshot,
  named: (form) => [...first.named(form), ...second.named(form)],
  sounding: (form) => [...first.sounding(form), ...second.sounding(form)],
  longest: (lower) => Math.max(first.longest?.(lower) ?? 0, second.longest?.(lower) ?? 0),
  actor: (id) => first.actor(id) ?? second.actor(id),
});

/** Puts the demo on the line. After it was removed it comes back only with `again`. Answers whether it was put there. */
export async function addDemo(
  ports: { readonly archive: Archive; readonly queue: Queue },
  nowMs: number,
  options: { readonly again: boolean },
): Promise<boolean> {
  const state = await ports.archive.demoState();
  if (state === 'removed') {
    if (!options.again) return false;
    await ports.archive.allowDemo();
  }
  for (const capture of demoCaptures(nowMs)) await takeIn(ports, capture, { demo: true });
  return true;
}
