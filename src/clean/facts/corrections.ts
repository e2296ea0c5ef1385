import { type Draft, learn, type Step } from '../draft.ts';
import { readByline } from './person-names.ts';

/** A correction says what was wrong; a mere "Corrections" is a link to a page of them. */
const SHORTEST_NOTE = 30;
const LONGEST_NOTE = 700;

/** What the article says about itself: that it was corrected, and who reported and edited it. Both stay in the text. */
export const corrections: Step = {
  name: 'corrections',
  what: 'Lists correction notes and reads who reported from the closing “(Reporting by …; editing by …)”.',
  for: 'both',
  run(draft: Draft): void {
    for (const { text, removed } of draft.blocks) {
      if (text.length >= SHORTEST_NOTE && text.length <= LONGEST_NOTE && CORRECTION.test(text))
        draft.corrections.push(text);
      const reported = !removed && text.length <= 400 ? REPORTING.exec(text)?.groups?.names : undefined;
      if (!reported) continue;
      const { persons } = readByline(reported.replace(/\s+in\s+[^,;]+?(?=,|;|\sand\s|$)/g, ''));
      if (persons.length) learn(draft, 'authors', persons);
    }
  },
};

/** Openings of correction notes; source: general knowledge of how newspapers word them. */
const CORRECTION =
  /^[([*_\s]*(?:corrections?\b|clarification\b|this (?:article|story|report|piece|headline|post) (?:was|has been) (?:amended|corrected|updated to (?:correct|clarify))|an earlier version of this|editor[’']s note: (?:this|an earlier)|korrektur\b|richtigstellung\b|in einer früheren (?:version|fassung)|berichtigung\b|rectificatif\b|erratum\b|fe de erratas|rectificación|sprostowanie|rettelse|rättelse|correctie:)/i;

const REPORTING = /^\(?(?:additional )?reporting by (?<names>[^;)]+)/i;
