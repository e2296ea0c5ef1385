import { plainEnds, scanWords } from '../scan.ts';

/** A word of the text as places see it: possessives cut off, hyphens apart, points kept with what they shorten. */
export type Word = {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly possessive: boolean;
  /** Begins with a letter. */
  readonly isWord: boolean;
  /** Begins with a capital letter. */
  readonly isCapital: boolean;
};

const WORD = /(?:\p{L}\.){2,}|\p{L}+(?:['’‘`]\p{L}+)*\.?|\d+|\n+|[^\s]/uy;
const ENDS = plainEnds(',;:!?)"-');

/** States and provinces as the press shortens them. Source: the stylebooks of the Associated Press and the Canadian Press. */
const ABBREVIATED =
  /^(?:St|Mt|Ft|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Alta|Man|Ont|Sask|Que|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Rev|Prof|Capt)\.$/;

const POINT = 46;
const SMALL_S = 115;

export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  const push = (word: string, start: number, possessive = false) => {
    const code = word.charCodeAt(0);
    const lower = word.toLowerCase();
    const isWord = code < 128 ? (code | 32) >= 97 && (code | 32) <= 122 : /^\p{L}/u.test(word);
    const isCapital = code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word);
    words.push({ text: word, lower, start, end: start + word.length, possessive, isWord, isCapital });
  };
  scanWords(text, WORD, ENDS, (start, end, small) => {
    const raw = text.slice(start, end);
    if (small) {
      const open = raw.endsWith('s') && text[end] === '’' && /\s/.test(text[end + 1] ?? '');
      words.push({ text: raw, lower: raw, start, end, possessive: open, isWord: true, isCapital: false });
      return;
    }
    const last = raw.charCodeAt(raw.length - 1);
    const pointed = last === POINT && raw.length > 1 && !/^(?:\p{L}\.){2,}$/u.test(raw) && !ABBREVIATED.test(raw);
    const whole = pointed ? raw.slice(0, -1) : raw;
    const marked = /['’]s$/i.test(whole);
    const word = marked ? whole.slice(0, -2) : whole;
    const open = (last | 32) === SMALL_S && /^['’]\s/.test(text.slice(end, end + 2));
    push(word, start, marked || open);
    if (pointed) push('.', end - 1);
  });
  return words;
}

export const startsName = (word: Word | undefined): boolean => word?.isCapital === true;

/** All capitals, as a dateline writes its town. */
export const shouting = (word: Word): boolean => word.text.length > 3 && /^\p{Lu}+$/u.test(word.text);
