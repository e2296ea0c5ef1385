const list = (names: string): readonly string[] => names.trim().split(/\s+/);

/** Universal part-of-speech tags (universaldependencies.org/u/pos). */
export const UPOS = list('ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X');

/** Fine tags: the Penn Treebank set as the UD English treebanks use it. */
export const TAGS = list(
  `NN IN DT NNP PRP JJ . RB , VB NNS CC VBD VBP VBZ CD VBN VBG TO MD PRP$ UH : WDT -RRB- -LRB- WRB WP \`\` '' HYPH RP POS
   NNPS JJR JJS EX RBR NFP SYM $ GW ADD FW PDT RBS LS AFX WP$`,
);

/** Universal Dependencies relations with the subtypes of the English treebanks (universaldependencies.org/en/dep). */
export const RELATIONS = list(
  `root nsubj nsubj:pass nsubj:outer csubj csubj:pass csubj:outer obj iobj ccomp xcomp obl obl:agent obl:unmarked
   advcl advcl:relcl advmod aux aux:pass cop mark nmod nmod:poss nmod:unmarked nmod:desc appos nummod acl acl:relcl amod
   det det:predet case compound compound:prt conj cc cc:preconj flat fixed goeswith list parataxis discourse
   vocative expl dislocated orphan reparandum dep punct`,
);

/** Relations of older treebank versions, and what they are called now. */
export const RENAMED_RELATIONS: Readonly<Record<string, string>> = {
  'obl:npmod': 'obl:unmarked',
  'obl:tmod': 'obl:unmarked',
  'nmod:npmod': 'nmod:unmarked',
  'nmod:tmod': 'nmod:unmarked',
  'flat:foreign': 'flat',
  'flat:name': 'flat',
  'acl:cleft': 'acl:relcl',
};

/** What a tag's place in a list is; -1 for what is not there. */
export const placeIn = (names: readonly string[]): ((name: string) => number) => {
  const places = new Map(names.map((name, place) => [name, place]));
  return (name) => places.get(name) ?? -1;
};

export const uposOf = placeIn(UPOS);
export const tagOf = placeIn(TAGS);
const plainRelationOf = placeIn(RELATIONS);
/** The number of a relation; an unknown subtype falls back to its relation, an unknown relation to `dep`. */
export const relationOf = (name: string): number => {
  const current = RENAMED_RELATIONS[name] ?? name;
  const exact = plainRelationOf(current);
  if (exact >= 0) return exact;
  const base = plainRelationOf(current.split(':')[0]!);
  return base >= 0 ? base : plainRelationOf('dep');
};
