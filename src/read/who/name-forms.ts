const of = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Titles before and after persons' names. Source: general knowledge. */
export const HONORIFIC =
  of(`mr mrs ms miss dr prof professor sir lord lady dame sen senator rep gov president minister king queen prince
princess sheikh shaikh emir ayatollah mullah maulana haji hajji sayyid seyyed sayed pope general gen col colonel maj capt lt sgt adm
jr sr ii iii iv phd md mp esq hon rev bin ibn ben abd`);

/** Legal forms of companies. Source: general knowledge. */
export const COMPANY_FORM =
  of(`ltd limited llc llp lp plc inc incorporated corp corporation co company gmbh ag kg ohg se sa sas sarl srl spa
bv nv oy oyj ab as asa aps kft zrt doo dd jsc ojsc pjsc cjsc oao zao ooo pao ao too tov pt tbk sdn bhd pte pty kk aktiengesellschaft
gesellschaft group holding holdings international and of`);

/** What transliterations of Russian, Ukrainian, Persian and Arabic names write in several ways. Longest first. */
export const SOUNDS: readonly (readonly [from: string, to: string])[] = [
  ['shch', 'sh'],
  ['sch', 'sh'],
  ['tsch', 'ch'],
  ['dzh', 'j'],
  ['dj', 'j'],
  ['kh', 'h'],
  ['gh', 'g'],
  ['ph', 'f'],
  ['ou', 'u'],
  ['oo', 'u'],
  ['ee', 'i'],
  ['yu', 'u'],
  ['iu', 'u'],
  ['ya', 'a'],
  ['ia', 'a'],
  ['yo', 'o'],
  ['ye', 'e'],
  ['ie', 'e'],
  ['ei', 'e'],
  ['ey', 'e'],
  ['iy', 'i'],
  ['yi', 'i'],
  ['y', 'i'],
  ['ks', 'x'],
  ['ck', 'k'],
  ['q', 'k'],
  ['w', 'v'],
  ['ae', 'a'],
  ['oe', 'o'],
  ['ue', 'u'],
  ['dh', 'd'],
  ['th', 't'],
];

/** Cyrillic letters in Latin ones (after ISO 9 and the BGN practice). */
export const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'u',
  я: 'a',
};
