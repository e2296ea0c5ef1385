import type { NoticeKind } from '../domain/notice.ts';

/**
 * Words by which a mail says what it asks for, likeliest first; the first kind with a match in the subject counts, else in the mail.
 * Source: general knowledge of how such letters are worded in English, German and French; a guess that the operator sees and can change.
 */
export const NOTICE_WORDS: readonly { readonly kind: NoticeKind; readonly words: RegExp }[] = [
  {
    kind: 'takedown',
    words:
      /\b(?:take[- ]?down|tak(?:e|en|ing) (?:it|this|them|the \w+) down|remov(?:e|al|ed|ing)|delet(?:e|ion|ed)|eras(?:e|ure)|dmca|infring\w+|copyright|l(?:ö|oe)sch\w+|entfern\w+|urheberrecht\w*|supprim\w+|retir(?:er|ez|ait))\b/iu,
  },
  {
    kind: 'reply',
    words: /\b(?:right of reply|(?:our|my) (?:reply|response|statement)|gegendarstellung|droit de réponse)\b/iu,
  },
  {
    kind: 'correction',
    words:
      /\b(?:correct(?:ion|ions|ed)?|incorrect(?:ly)?|inaccura\w+|erroneous(?:ly)?|misquot\w+|misattribut\w+|mistake\w*|berichtig\w+|falsch\w*|rectifi\w+)\b/iu,
  },
];
