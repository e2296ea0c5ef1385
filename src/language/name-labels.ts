/** The kinds of name that the model tells apart; nationalities (NORP) are added by rule from a list. */
export const NAME_KINDS = ['PER', 'ORG', 'LOC', 'MISC'] as const;

/** Where in a name a word stands. */
export const PLACES = ['begin', 'inside', 'last', 'single'] as const;

/** 0 is "no name"; then four labels for each kind, in the order of {@link PLACES} (the BILOU scheme of Ratinov & Roth, 2009). */
export const NAME_LABEL_COUNT = 1 + NAME_KINDS.length * 4;

export const nameLabel = (kind: number, place: number): number => 1 + kind * 4 + place;
export const kindOf = (label: number): number => (label - 1) >> 2;
export const placeOf = (label: number): number => (label - 1) & 3;

/** Is a name open behind this label? */
const isOpen = (label: number): boolean => label > 0 && placeOf(label) < 2;

/** `FOLLOWS[a * count + b]` is 1 where label b may follow label a. */
export const FOLLOWS: Uint8Array = Uint8Array.from({ length: NAME_LABEL_COUNT * NAME_LABEL_COUNT }, (_, pair) => {
  const before = Math.floor(pair / NAME_LABEL_COUNT);
  const after = pair % NAME_LABEL_COUNT;
  const goesOn = after > 0 && (placeOf(after) === 1 || placeOf(after) === 2);
  if (isOpen(before)) return goesOn && kindOf(before) === kindOf(after) ? 1 : 0;
  return goesOn ? 0 : 1;
});

/** A sentence begins as if no name were open, and must not end inside one. */
export const mayEnd = (label: number): boolean => !isOpen(label);
