import { type Block, type Draft, kept, learn, type Step, setAside } from '../draft.ts';
import { agencyNamed } from '../facts/agencies.ts';
import { furnitureWording } from '../furniture/wording.ts';

/** Lines that say where a text comes from. What they say is kept as a step of the chain or as the outlet's name. */
export const creditLines: Step = {
  name: 'credit-lines',
  what: 'Reads source, original, copyright and follow lines (whose text it is), then sets them aside.',
  for: 'both',
  run(draft: Draft): void {
    const blocks = kept(draft);
    let bodyChars: number | undefined;
    let charsBefore = 0;
    for (const block of blocks) {
      const line = block.text;
      const before = charsBefore;
      charsBefore += line.length;
      if (line.length > 2500) continue;
      const source = sourceNamed(line);
      if (source) bodyChars ??= charsOfBody(blocks);
      if (source && before >= (bodyChars ?? 0) * FIRST_SOURCE_LINE) {
        if (!draft.chain.some((step) => step.from === source))
          draft.chain.push({ step: 'republishes', from: source, evidenceText: line });
        learn(draft, 'agency', agencyNamed(source));
        setAside(block, 'credit-lines', 'source line');
      } else if (ORIGINAL_UNNAMED.test(line)) {
        if (!draft.chain.some((step) => step.step === 'republishes'))
          draft.chain.push({ step: 'republishes', from: 'an original article that is not named', evidenceText: line });
        setAside(block, 'credit-lines', 'link to the original');
      }
    }
    for (const { text } of draft.blocks) {
      if (text.length <= 300 && COPYRIGHT.test(text)) learn(draft, 'rightsLine', text);
      nameOutlet(draft, text);
    }
  },
};

const COPYRIGHT = /^(?:©|\(c\)\s|copyright\b).{3,}/i;

/** Long notices of an aggregator behind the article are no part of its length. */
const charsOfBody = (blocks: readonly Block[]) =>
  blocks.reduce((sum, { text }) => sum + (furnitureWording(text, 'tail') ? 0 : text.length), 0);

/** A source line stands at the end; one before this share of the text belongs to a table or picture. */
const FIRST_SOURCE_LINE = 0.5;

const SOURCE =
  /^(?:source|original source|originally published (?:by|on|in|at)|this (?:article|story|post) (?:was )?(?:originally|first) (?:appeared|published) (?:on|in|by|at)|first published (?:by|in|on)|courtesy(?: of)?|quelle|source de l[’']article|fuente|fonte|źródło|bron|kilde|källa|источник|zdroj)(?:\s*[:：]\s*|\s+)(?<name>\S.*)$/iu;
const NEEDS_COLON = /^(?:source|quelle|fuente|fonte|źródło|bron|kilde|källa|источник|zdroj|courtesy)\s+[^:：]/iu;
const ORIGINAL_UNNAMED =
  /^(?:read|view|see|continue reading|lire|leggi|lesen sie|leer|lees)\b.{0,20}\b(?:the )?original (?:article|story|post|report|version|source)\b.{0,20}$/iu;

/** Whom a line such as "Source: VOA News" names; not addresses, pictures or a list of works. */
function sourceNamed(line: string): string | undefined {
  if (line.length > 120 || NEEDS_COLON.test(line)) return undefined;
  const name = SOURCE.exec(line)
    ?.groups?.name?.replace(/[.\s]+$/, '')
    .replace(/^(?:the )?(?:website|site) (?:of )?/i, '');
  if (
    !name ||
    name.length > 60 ||
    /^https?:|getty|shutterstock|photo|image|bild|foto|data|author|company|survey/i.test(name)
  )
    return undefined;
  return /^[\p{Lu}\p{N}\p{Lo}«"]/u.test(name) ? name : undefined;
}

function nameOutlet(draft: Draft, line: string): void {
  if (draft.facts.outletName !== undefined || line.length > 2500) return;
  const copyright =
    /^(?:©|\(c\)|copyright)\s*(?:©|copyright|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?\s*(?:by )?)?(?<name>\p{Lu}[^.,|©\d]{1,50}?)(?:\s+\d{4}(?:\s*[-–]\s*\d{4})?)?\s*(?:[.,|©]|all rights|$)/iu.exec(
      line,
    )?.groups?.name;
  const follow =
    /^(?:follow|like|find|join)\s+(?<name>(?:\p{Lu}|\d)[^|]{1,60}?)\s*(?:\||(?<!\p{L})on\s+(?:twitter|facebook|instagram|x|youtube|telegram|whatsapp|google)\b)/iu.exec(
      line,
    )?.groups?.name;
  const aggregator =
    /[!.:]\s*(?<name>\p{Lu}[\w.&-]*(?: \p{Lu}[\w.&-]*){0,3}) is an? (?:\w+ ){0,2}(?:aggregator|news (?:site|portal|platform)|website)\b/u.exec(
      line,
    )?.groups?.name;
  const name = (aggregator ?? copyright ?? follow)
    ?.replace(/\s*\([^)]*\)\s*/g, ' ')
    .replace(/^(?:by|the author|us|me)\b.*$/i, '')
    .trim();
  if (name && name.length > 1 && !/^(?:all|rights|reserved|us|me|him|her|them|our)$/i.test(name))
    learn(draft, 'outletName', name);
}
