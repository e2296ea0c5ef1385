/** English words that are written with a full stop of their own. Source: general knowledge, checked against the Universal Dependencies English treebanks (EWT, GUM). */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Stand before a name or a number and never end a sentence. Lower case, without the stop. */
export const TITLES = words(`
  mr mrs ms messrs mme mlle dr drs prof profs rev revd fr hon gov govs sen sens rep reps pres gen col lt
  ltcol brig maj sgt cpl pvt capt cpt cmdr comdr adm rear-adm supt insp det const ofc amb atty st ste mt ft
  msgr bp abp vice-adm
`);

/** Months and days; a number or another word follows. Capitalised only. */
export const CALENDAR = words(
  'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Weds Thu Thur Thurs Fri',
);

/** Abbreviations only when a number follows: "No. 5", "p. 12". Lower case. */
export const BEFORE_NUMBER = words('no nos p pp art arts sec secs ch fig figs vol vols para paras pt c ca v');

/** May also stand at the end of a sentence. Lower case. */
export const MAY_END = words(`
  inc corp co cos ltd llc plc bros jr sr esq etc al ave blvd rd hwy dept univ assn intl natl est approx
  min mins hr hrs yr yrs lb lbs oz ft sq ext tel ed eds vs viz cf esp incl govt mfg bldg
  ph.d
`);

/** Never end a sentence though no name follows. Lower case. */
export const NEVER_END = words('vs viz cf e.g i.e eg ie approx incl esp a.k.a');

/** The old abbreviations of the American states, as newspapers write them. Capitalised. */
export const STATES = words(`
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa
  Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Sask
`);

/** Words that, capitalised after an abbreviation, show that a new sentence has begun ("… of the U.S. The company …"). */
export const SENTENCE_STARTERS = words(`
  The A An This That These Those There Here He She It We They You I His Her Its Our Their My In On At By For From
  With After Before During Since While When Where Who What Why How If As But And Or So Yet However Meanwhile
  Although Though Because Until Unless Also Both Each Every Some Many Most Several Few Not No Yes Now Then
  Last Earlier Later Under Among According Despite Such Other Another One Two
`);
