import { type Draft, kept, type Step, setAside } from '../draft.ts';
import { furnitureWording, type Place } from './wording.ts';

/** Sets aside lines whose whole wording is a page's and not an article's. */
export const wording: Step = {
  name: 'wording',
  what: 'Sets aside whole lines worded as page furniture: follow, share, newsletter, copyright, advertising, comment form.',
  for: 'both',
  run(draft: Draft): void {
    const blocks = kept(draft);
    const isFull = fullParagraphs(blocks.map((block) => block.text));
    const first = isFull.indexOf(true);
    const last = isFull.lastIndexOf(true);
    let section: string | undefined;
    for (const [index, block] of blocks.entries()) {
      const place: Place = index > last ? 'tail' : index < first ? 'head' : 'body';
      const rule = furnitureWording(block.text, place);
      if (rule) {
        setAside(block, 'wording', rule.reason);
        section = rule.rest ? rule.reason : undefined;
      } else if (section !== undefined) {
        // What a "Related articles" or "Leave a Reply" head opens goes on until the article's own paragraphs come back.
        if (isFull[index] || /[.!?。]["”’)]?$/.test(block.text))
          section = section === 'comment form' && index > last ? section : undefined;
        if (section !== undefined) setAside(block, 'wording', section);
      }
    }
  },
};

/** Which lines read as full paragraphs: long enough, ended like a sentence, and not worded as furniture. */
function fullParagraphs(lines: readonly string[]): readonly boolean[] {
  const long = lines.some((line) => isParagraph(line, 120)) ? 120 : 60;
  return lines.map((line) => isParagraph(line, long));
}

const isParagraph = (line: string, minChars: number) =>
  line.length >= minChars && /[.!?。…:]["”’»)\]]*$/.test(line) && furnitureWording(line, 'tail') === undefined;
