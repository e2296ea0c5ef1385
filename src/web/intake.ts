import { Buffer } from 'node:buffer';
import type { Context, Hono } from 'hono';
import type { Capture, GivenFacts } from '../domain/capture.ts';
import { sha256, shortHash } from '../domain/ids.ts';
import { articlePath, outcomePath, outwardAddress } from './addresses.ts';
import { answerPage } from './answer.ts';
import { atMost, fieldsOf, smallForm } from './forms.ts';
import { operatorOnly } from './guard/strangers.ts';
import type { Outcome, SiteHouse } from './house.ts';
import { outcomePage } from './pages/outcome.ts';
import { type Problem, sourcesPage } from './pages/sources.ts';

const FAILURES_SHOWN = 50;
/** Files taken in at once, by the size of the largest page. */
const MAX_FILES_PAGES = 10;

const REFUSED = 'It was removed from here on request and stays out.';

type Taken = { readonly capture: string; readonly outcome: Outcome };

/** The Sources page and the ways in: pasted text, files, an address. The operator's alone. */
export function intakeRoutes(site: Hono, house: SiteHouse): void {
  const { settings } = house;
  const operator = operatorOnly(settings);

  const sources = async (c: Context, problem?: Problem) => {
    const after = c.req.query('after');
    const [progress, failures, size, demo] = await Promise.all([
      house.progress(),
      house.pages.failures({ limit: FAILURES_SHOWN, ...(after ? { after } : {}) }),
      house.archive.size(),
      house.demo.state(),
    ]);
    const page = sourcesPage({
      progress,
      failures,
      size,
      demo,
      limits: { textBytes: settings.maxTextBytes, htmlBytes: settings.maxHtmlBytes },
      ...(after ? { after } : {}),
      ...(problem ? { problem } : {}),
    });
    return answerPage(c, house, page, problem ? 400 : 200);
  };

  const take = async (capture: Capture): Promise<Taken> => {
    const kept = await house.takeIn(capture);
    if (kept.outcome === 'refused') return { capture: kept.id, outcome: { failure: REFUSED } };
    return { capture: kept.id, outcome: await house.awaitOutcome(kept.id) };
  };

  /** To the article; to the waiting page; or back to the form with the reason. */
  const goOn = ({ capture, outcome }: Taken, name: string, c: Context, problem: Omit<Problem, 'sentence'>) => {
    if ('article' in outcome) return c.redirect(articlePath(outcome.article), 303);
    if ('failure' in outcome) return sources(c, { ...problem, sentence: outcome.failure });
    return c.redirect(outcomePath([{ capture, name }]), 303);
  };

  site.get('/sources', operator, (c) => sources(c));

  site.post('/sources/paste', operator, atMost(settings.maxTextBytes * 3 + 64_000), async (c) => {
    const typed = await fieldsOf(c, ['text', 'title', 'outlet', 'address', 'published']);
    const problem = { form: 'paste', typed } as const;
    if (!typed.text) return sources(c, { ...problem, sentence: 'There is no text to take in yet.' });
    if (typed.address && !outwardAddress(typed.address))
      return sources(c, { ...problem, sentence: 'The address must begin with http:// or https://.' });
    if (
      typed.published &&
      !/^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/.test(typed.published)
    )
      return sources(c, {
        ...problem,
        sentence: 'The time of publication must look like 2016-08-21 or 2016-08-21T12:06.',
      });
    const body = Buffer.from(typed.text.replaceAll('\r\n', '\n'), 'utf8');
    const capture = captureOf(body, {
      origin: 'paste',
      contentType: 'text/plain; charset=utf-8',
      fetchedAtMs: house.clock.nowMs(),
      given: {
        ...(typed.title ? { title: typed.title } : {}),
        ...(typed.outlet ? { outlet: typed.outlet } : {}),
        ...(typed.published ? { published: typed.published } : {}),
      },
      ...(typed.address ? { url: typed.address } : {}),
    });
    return goOn(await take(capture), 'Pasted text', c, problem);
  });

  site.post('/sources/address', operator, smallForm, async (c) => {
    const typed = await fieldsOf(c, ['address']);
    const problem = { form: 'address', typed } as const;
    const address = outwardAddress(typed.address);
    if (!address) return sources(c, { ...problem, sentence: 'The address must begin with http:// or https://.' });
    const fetched = await house.fetchPage(address);
    if ('error' in fetched) return sources(c, { ...problem, sentence: fetched.message });
    return goOn(await take(fetched), address, c, problem);
  });

  site.post('/sources/files', operator, atMost(settings.maxHtmlBytes * MAX_FILES_PAGES + 64_000), async (c) => {
    const { files } = await c.req.parseBody({ all: true });
    const given = [files].flat().filter((file): file is File => file instanceof File && file.name !== '');
    const problem = { form: 'files', typed: {} } as const;
    if (given.length === 0) return sources(c, { ...problem, sentence: 'Choose at least one file.' });
    const taken: { name: string; taken: Taken }[] = [];
    for (const file of given) {
      const body = Buffer.from(await file.arrayBuffer());
      const contentType = file.type || (/\.x?html?$/i.test(file.name) ? 'text/html' : 'text/plain');
      const given: GivenFacts = { fileName: file.name };
      const fetchedAtMs = house.clock.nowMs();
      taken.push({
        name: file.name,
        taken: await take(captureOf(body, { origin: 'file', contentType, fetchedAtMs, given })),
      });
    }
    if (taken.length === 1) return goOn(taken[0]!.taken, taken[0]!.name, c, problem);
    return c.redirect(outcomePath(taken.map(({ name, taken }) => ({ name, capture: taken.capture }))), 303);
  });

  site.get('/sources/outcome', operator, async (c) => {
    const names = c.req.queries('name') ?? [];
    const captures = (c.req.queries('capture') ?? []).slice(0, 1000);
    const outcomes = await Promise.all(
      captures.map(async (capture, at) => ({
        capture,
        name: names[at] ?? capture,
        outcome: await house.awaitOutcome(capture),
      })),
    );
    const only = outcomes.length === 1 ? outcomes[0]!.outcome : undefined;
    if (only && 'article' in only) return c.redirect(articlePath(only.article), 303);
    return answerPage(c, house, outcomePage(outcomes));
  });

  site.post('/demo/add', operator, smallForm, async (c) => {
    await house.demo.add();
    return c.redirect('/', 303);
  });

  site.post('/demo/remove', operator, smallForm, async (c) => {
    await house.demo.remove();
    return c.redirect('/sources', 303);
  });
}

/** Bytes that the reader handed over, as a capture. The same bytes with the same facts beside them are the same capture. */
function captureOf(
  body: Uint8Array,
  {
    contentType,
    ...facts
  }: Pick<Capture, 'origin' | 'fetchedAtMs' | 'url'> & { given: GivenFacts; contentType: string },
): Capture {
  const digest = sha256(body);
  return {
    ...facts,
    id: shortHash(facts.origin, digest, facts.url ?? '', JSON.stringify(facts.given)),
    headers: { 'content-type': contentType },
    sha256: digest,
    body,
  };
}
