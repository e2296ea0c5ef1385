/**
 * Words that English writes together and grammar takes apart, with the length of each piece
 * (Universal Dependencies: "don't" is do + n't, "cannot" is can + not).
 * Source: the multi-word tokens of the UD English treebanks' guidelines.
 */
export const FUSED: ReadonlyMap<string, readonly number[]> = new Map([
  ['cannot', [3, 3]],
  ['gonna', [3, 2]],
  ['wanna', [3, 2]],
  ['gotta', [3, 2]],
  ['gimme', [3, 2]],
  ['lemme', [3, 2]],
  ['dont', [2, 2]],
  ['didnt', [3, 2]],
  ['doesnt', [4, 2]],
  ['isnt', [2, 2]],
  ['wasnt', [3, 2]],
  ['werent', [4, 2]],
  ['arent', [3, 2]],
  ['couldnt', [5, 2]],
  ['wouldnt', [5, 2]],
  ['shouldnt', [6, 2]],
  ['havent', [4, 2]],
  ['hasnt', [3, 2]],
  ['hadnt', [3, 2]],
  ['im', [1, 1]],
  ['ive', [1, 2]],
  ['thats', [4, 1]],
  ['whats', [4, 1]],
  ['theres', [5, 1]],
]);

/** Endings after an apostrophe that are tokens of their own; the apostrophe belongs to them. */
export const AFTER_APOSTROPHE: ReadonlySet<string> = new Set(['s', 'm', 'd', 're', 've', 'll']);

/** Words that begin with an apostrophe. */
export const APOSTROPHE_FIRST: ReadonlySet<string> = new Set([
  'em',
  'til',
  'till',
  'cause',
  'tis',
  'twas',
  'n',
  'round',
  'bout',
]);

/** Prefixes that keep their hyphen ("anti-war", "co-founder"); every other hyphen between words is a token. */
export const HYPHEN_PREFIXES: ReadonlySet<string> = new Set(
  'anti co counter de e ex extra hyper inter intra mega micro mid mini multi neo non over post pre pro proto pseudo quasi re semi sub super trans ultra un under'.split(
    ' ',
  ),
);

/** Units that are split from the number before them ("35mm" is 35 + mm). */
export const UNITS: ReadonlySet<string> = new Set(
  'mm cm km m kg g mg lb lbs oz ft mi mph kph kmh kw kwh mw gw hz khz mhz ghz kb mb gb tb k bn m tn am pm a.m p.m min mins hr hrs yr yrs sq c f p pc pct x'.split(
    ' ',
  ),
);
