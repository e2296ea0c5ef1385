import type { Context, Hono } from 'hono';
import { pasteCapture } from '../collect/files.ts';
import type { Capture } from '../domain/capture.ts';
import { articlePath, outcomePath, outwardAddress } from './addresses.ts';
import { answerPage } from './answer.ts';
import { fileCapture } from './dropped-file.ts';
import { atMost, fieldsOf, smallForm } from './forms.ts';
import { operatorOnly } from './guard/strangers.ts';
import type { Outcome, SiteHouse } from './house.ts';
import { outcomePage } from './pages/outcome.ts';
import { type Problem, sourcesPage } from './pages/sources.ts';

const FAILURES_SHOWN = 50;
/** Files taken in at once may be as large as this many of the largest pages. */
const MAX_FILES_PAGES = 10;
/** Room for the other fields of a form. */
const FORM_BYTES = 64_000;
/** A character of a form may take this many bytes in its encoded form. */
const ENCODED_BYTES = 3;

const PUBLISHED = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/;
const REFUSED = 'It was removed from here on request and stays out.';

type Taken = { readonly capture: string; readonly name: string; readonly outcome: Outcome };

/** The Sources page and the ways in: pasted text, files, an address. The operator's alone. */
export function intakeRoutes(site: Hono, house: SiteHouse): void {
  const { settings, clock } = house;
  const operator = operatorOnly(settings);

  const sources = async (c: Context, problem?: Problem) => {
    const after = c.req.query('after');
    const [progress, failures, size, demo] = await Promise.all([
      house.progress(),
      house.pages.failures({ limit: FAILURES_SHOWN, ...(after ? { after } : {}) }),
      house.archive.size(),
      house.demo.state(),
    ]);
    const limits = { textBytes: settings.maxTextBytes, htmlBytes: settings.maxHtmlBytes };
    const view = {
      progress,
      failures,
      size,
      demo,
      limits,
      ...(after ? { after } : {}),
      ...(problem ? { problem } : {}),
    };
    return answerPage(c, house, sourcesPage(view), problem ? 400 : 200);
  };

  const take = async (capture: Capture, name: string): Promise<Taken> => {
    const kept = await house.takeIn(capture);
    const outcome = kept.outcome === 'refused' ? { failure: REFUSED } : await house.awaitOutcome(kept.id);
    return { capture: kept.id, name, outcome };
  };

  /** To the article; to the waiting page; or back to the form with the reason. */
  const goOn = (taken: Taken, c: Context, form: Pick<Problem, 'form' | 'typed'>) => {
    if ('article' in taken.outcome) return c.redirect(articlePath(taken.outcome.article), 303);
    if ('failure' in taken.outcome) return sources(c, { ...form, sentence: taken.outcome.failure });
    return c.redirect(outcomePath([taken]), 303);
  };

  site.get('/sources', operator, (c) => sources(c));

  site.post('/sources/paste', operator, atMost(settings.maxTextBytes * ENCODED_BYTES + FORM_BYTES), async (c) => {
    const typed = await fieldsOf(c, ['text', 'title', 'outlet', 'address', 'published']);
    const form = { form: 'paste', typed } as const;
    if (!typed.text) return sources(c, { ...form, sentence: 'There is no text to take in yet.' });
    if (typed.address && !outwardAddress(typed.address)) return sources(c, { ...form, sentence: NO_ADDRESS });
    if (typed.published && !PUBLISHED.test(typed.published))
      return sources(c, { ...form, sentence: 'The time must look like 2016-08-21 or 2016-08-21T12:06.' });
    const { text, address, ...facts } = typed;
    const given = Object.fromEntries(Object.entries({ ...facts, url: address }).filter(([, value]) => value));
    const capture = pasteCapture(text.replaceAll('\r\n', '\n'), given, clock.nowMs());
    return goOn(await take(capture, 'Pasted text'), c, form);
  });

  site.post('/sources/address', operator, smallForm, async (c) => {
    const typed = await fieldsOf(c, ['address']);
    const form = { form: 'address', typed } as const;
    const address = outwardAddress(typed.address);
    if (!address) return sources(c, { ...form, sentence: NO_ADDRESS });
    const fetched = await house.fetchPage(address);
    if ('error' in fetched) return sources(c, { ...form, sentence: fetched.message });
    return goOn(await take(fetched, address), c, form);
  });

  site.post('/sources/files', operator, atMost(settings.maxHtmlBytes * MAX_FILES_PAGES + FORM_BYTES), async (c) => {
    const { files } = await c.req.parseBody({ all: true });
    const form = { form: 'files', typed: {} } as const;
    const given = [files].flat().filter((file): file is File => file instanceof File && file.name !== '');
    if (given.length === 0) return sources(c, { ...form, sentence: 'Choose at least one file.' });
    const taken: Taken[] = [];
    for (const file of given) {
      const capture = await fileCapture(file, clock.nowMs());
      taken.push(
        'skipped' in capture
          ? { capture: '', name: file.name, outcome: { failure: capture.message } }
          : await take(capture, file.name),
      );
    }
    if (taken.length === 1) return goOn(taken[0]!, c, form);
    return taken.some(({ capture }) => capture === '')
      ? answerPage(c, house, outcomePage(taken))
      : c.redirect(outcomePath(taken), 303);
  });

  site.get('/sources/outcome', operator, async (c) => {
    const names = c.req.queries('name') ?? [];
    const captures = (c.req.queries('capture') ?? []).slice(0, 1000);
    const taken = await Promise.all(
      captures.map(async (capture, at): Promise<Taken> => {
        return { capture, name: names[at] ?? capture, outcome: await house.awaitOutcome(capture) };
      }),
    );
    const only = taken.length === 1 ? taken[0]!.outcome : undefined;
    if (only && 'article' in only) return c.redirect(articlePath(only.article), 303);
    return answerPage(c, house, outcomePage(taken));
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

const NO_ADDRESS = 'The address must begin with http:// or https://.';
