/** Words around numbers. Source: the English language; currency codes after ISO 4217, unit signs after the SI brochure. */
import type { Figure } from '../../domain/reading.ts';

export type Bound = NonNullable<Figure['bound']>;

/** Words before a number that bound it, longest first. */
export const BOUNDS: readonly (readonly [words: string, bound: Bound])[] = [
  ['no fewer than', 'atLeast'],
  ['no less than', 'atLeast'],
  ['not less than', 'atLeast'],
  ['a minimum of', 'atLeast'],
  ['at least', 'atLeast'],
  ['no more than', 'atMost'],
  ['as many as', 'atMost'],
  ['as much as', 'atMost'],
  ['a maximum of', 'atMost'],
  ['at most', 'atMost'],
  ['up to', 'atMost'],
  ['more than', 'over'],
  ['greater than', 'over'],
  ['in excess of', 'over'],
  ['upwards of', 'over'],
  ['well over', 'over'],
  ['just over', 'over'],
  ['over', 'over'],
  ['above', 'over'],
  ['exceeding', 'over'],
  ['fewer than', 'under'],
  ['less than', 'under'],
  ['just under', 'under'],
  ['under', 'under'],
  ['below', 'under'],
  ['an estimated', 'about'],
  ['estimated', 'about'],
  ['close to', 'about'],
  ['in the region of', 'about'],
  ['around', 'about'],
  ['about', 'about'],
  ['roughly', 'about'],
  ['approximately', 'about'],
  ['nearly', 'about'],
  ['almost', 'about'],
  ['some', 'about'],
  ['only', 'exact'],
  ['exactly', 'exact'],
];

/** Numbers without a number: from, to. */
export const VAGUE: readonly (readonly [words: string, from: number, to: number])[] = [
  ['hundreds of thousands', 1e5, 999_999],
  ['tens of thousands', 1e4, 99_999],
  ['several hundred thousand', 2e5, 999_999],
  ['several thousand', 2000, 9999],
  ['a few thousand', 2000, 9999],
  ['several hundred', 200, 999],
  ['a few hundred', 200, 999],
  ['several dozen', 24, 99],
  ['a few dozen', 24, 99],
  ['hundreds of millions', 1e8, 999_999_999],
  ['tens of millions', 1e7, 99_999_999],
  ['billions', 1e9, 9_999_999_999],
  ['millions', 1e6, 9_999_999],
  ['thousands', 1000, 9999],
  ['hundreds', 100, 999],
  ['dozens', 24, 99],
  ['scores', 40, 99],
  ['a couple of hundred', 200, 299],
  ['a couple of thousand', 2000, 2999],
  ['a couple of dozen', 24, 35],
  ['half a dozen', 6, 6],
  ['a dozen', 12, 12],
  ['two dozen', 24, 24],
  ['three dozen', 36, 36],
  ['a hundred', 100, 100],
  ['a thousand', 1000, 1000],
  ['a million', 1e6, 1e6],
  ['a billion', 1e9, 1e9],
];

export const FRACTIONS: Readonly<Record<string, number>> = {
  half: 1 / 2,
  third: 1 / 3,
  thirds: 1 / 3,
  quarter: 1 / 4,
  quarters: 1 / 4,
  fifth: 1 / 5,
  fifths: 1 / 5,
  tenth: 1 / 10,
  tenths: 1 / 10,
};

export const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  a$: 'AUD',
  c$: 'CAD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₺': 'TRY',
  '₪': 'ILS',
  '₴': 'UAH',
  '₩': 'KRW',
  '₦': 'NGN',
};

/** ISO 4217 codes and short forms that stand before the number: "USD 20 million". */
export const CURRENCY_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...Object.fromEntries(
      'USD EUR GBP JPY CNY INR PKR RUB TRY ILS UAH KRW NGN CHF SEK NOK DKK PLN CZK HUF AUD CAD NZD ZAR KES BRL MXN AED SAR'
        .split(' ')
        .map((code) => [code, code]),
    ),
    Rs: 'rupees',
    RM: 'MYR',
    RMB: 'CNY',
    Ksh: 'KES',
    KSh: 'KES',
    Tk: 'BDT',
  }),
);

/** Word after the number → code, or the word itself where several states use it. */
export const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  dollar: 'USD',
  dollars: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  yen: 'JPY',
  yuan: 'CNY',
  renminbi: 'CNY',
  rupees: 'rupees',
  roubles: 'RUB',
  rubles: 'RUB',
  hryvnia: 'UAH',
  hryvnias: 'UAH',
  shekels: 'ILS',
  lira: 'TRY',
  liras: 'TRY',
  won: 'KRW',
  naira: 'NGN',
  rand: 'ZAR',
  zlotys: 'PLN',
  crowns: 'crowns',
  kronor: 'SEK',
  kroner: 'kroner',
  francs: 'francs',
  pesos: 'pesos',
  reais: 'BRL',
  riyals: 'SAR',
  dirhams: 'AED',
  dinars: 'dinars',
  marks: 'marks',
  forints: 'HUF',
  cents: 'cents',
  pence: 'pence',
  usd: 'USD',
  eur: 'EUR',
  gbp: 'GBP',
  chf: 'CHF',
};

export const UNITS: Readonly<Record<string, string>> = {
  '%': '%',
  percent: '%',
  'per cent': '%',
  pc: '%',
  'percentage points': 'percentage points',
  'percentage point': 'percentage points',
  km: 'km',
  kms: 'km',
  kilometre: 'km',
  kilometres: 'km',
  kilometer: 'km',
  kilometers: 'km',
  mile: 'mi',
  miles: 'mi',
  metre: 'm',
  metres: 'm',
  meter: 'm',
  meters: 'm',
  feet: 'ft',
  foot: 'ft',
  inches: 'in',
  centimetres: 'cm',
  centimeters: 'cm',
  millimetre: 'mm',
  millimeter: 'mm',
  millimetres: 'mm',
  millimeters: 'mm',
  mm: 'mm',
  'square kilometres': 'km²',
  'square kilometers': 'km²',
  'square miles': 'mi²',
  'square metres': 'm²',
  'square meters': 'm²',
  'cubic metres': 'm³',
  'cubic meters': 'm³',
  hectares: 'ha',
  hectare: 'ha',
  acres: 'acres',
  tonnes: 't',
  tonne: 't',
  tons: 'tons',
  ton: 'tons',
  kg: 'kg',
  kilograms: 'kg',
  kilogrammes: 'kg',
  kilos: 'kg',
  grams: 'g',
  litres: 'l',
  liters: 'l',
  barrels: 'barrels',
  barrel: 'barrels',
  gallons: 'gallons',
  megawatts: 'MW',
  megawatt: 'MW',
  mw: 'MW',
  gigawatts: 'GW',
  gigawatt: 'GW',
  kilowatts: 'kW',
  kilowatt: 'kW',
  'degrees celsius': '°C',
  'degrees centigrade': '°C',
  'degrees fahrenheit': '°F',
  '° c': '°C',
  '° f': '°F',
  degrees: '°',
  mph: 'mph',
  'km/h': 'km/h',
  bushels: 'bushels',
};

/** Who is counted as people, beside plurals of nationalities and of words in -er, -or, -ist, -ant. */
export const PEOPLE = new Set(
  'people persons person civilians civilian troops soldiers soldier fighters militants insurgents rebels policemen policeman police officers officer men man women woman children child boys girls babies infants students pupils passengers crew refugees migrants prisoners detainees hostages captives victims dead wounded injured missing casualties fatalities deaths lives bodies residents citizens villagers families workers employees staff journalists reporters protesters demonstrators activists lawmakers deputies members officials diplomats doctors nurses patients guards sailors marines commandos recruits conscripts veterans terrorists extremists jihadists gunmen attackers suspects voters mourners pilgrims tourists survivors relatives friends inmates servicemen personnel households inhabitants farmers fishermen teachers observers peacekeepers volunteers mercenaries'.split(
    ' ',
  ),
);

/** Words that tell what befell those counted, by kind; looked for just before or after the number. */
export const HARM: readonly (readonly [kind: string, before: RegExp, after: RegExp])[] = [
  [
    'killed',
    /\b(?:kill(?:ed|ing|s)?|slain|murder(?:ed|ing)?|execut(?:ed|ing)|deaths? of|death toll\b.{0,40}|lives of|claim(?:ed|ing)|toll\b.{0,30}|(?:number|count) of (?:the )?dead\b.{0,30}|(?:people|those|number of .{0,20})(?: who (?:were|had been))? killed\b.{0,70}(?:to|at|reached|is|was))\s*$/i,
    /^(?:[\p{L}’'-]+ ){0,4}?(?:(?:were|was|are|is|have been|had been|has been|being|had|have|are now known to have|are known to have|were known to have|are feared|were reported) )?(?:killed|dead\b|died|deaths|fatalities|lives\b|slain|murdered|executed|bodies|lost their lives|perished)/iu,
  ],
  [
    'wounded',
    /\b(?:wound(?:ed|ing|s)|injur(?:ed|ing|es)|hurt(?:ing)?)\s*$/i,
    /^(?:[\p{L}’'-]+ ){0,3}?(?:(?:were|was|are|have been|had been|others were|being) )?(?:wounded|injured|hurt\b|injuries)/iu,
  ],
  ['missing', /\bmissing\s*$/i, /^(?:[\p{L}’'-]+ ){0,3}?(?:(?:were|are|was|is|remain|remained) )?(?:still )?missing/iu],
  [
    'displaced',
    /\b(?:displac(?:ed|ing|es)|uproot(?:ed|ing)|forc(?:ed|ing))\s*$/i,
    /^(?:[\p{L}’'-]+ ){0,3}?(?:(?:were|have been|had been) )?(?:displaced|fled\b|from their homes|homeless|uprooted)/iu,
  ],
  [
    'detained',
    /\b(?:detain(?:ed|ing)|arrest(?:ed|ing)|jail(?:ed|ing)|imprison(?:ed|ing))\s*$/i,
    /^(?:[\p{L}’'-]+ ){0,3}?(?:(?:were|was|have been|had been) )?(?:detained|arrested|jailed|imprisoned)/iu,
  ],
  [
    'released',
    /\b(?:releas(?:ed|ing)|freed|freeing|release of)\s*$/i,
    /^(?:[\p{L}’'-]+ ){0,3}?(?:(?:were|was|have been|had been) )?(?:released|freed)/iu,
  ],
  [
    'captured',
    /\b(?:captur(?:ed|ing)|seiz(?:ed|ing)|abduct(?:ed|ing)|kidnapp(?:ed|ing))\s*$/i,
    /^(?:[\p{L}’'-]+ ){0,3}?(?:(?:were|was|have been|had been) )?(?:captured|abducted|kidnapped|taken hostage|taken prisoner)/iu,
  ],
  [
    'infected',
    /\b(?:infect(?:ed|ing|s)|sicken(?:ed|ing))\s*$/i,
    /^(?:[\p{L}’'-]+ ){0,3}?(?:(?:were|was|are|have been|had been|have|had) )?(?:infected|tested positive|sickened|cases of infection)/iu,
  ],
  [
    'rescued',
    /\b(?:rescu(?:ed|ing|es)|sav(?:ed|ing))\s*$/i,
    /^(?:[\p{L}’'-]+ ){0,3}?(?:(?:were|was|have been|had been) )?rescued/iu,
  ],
  ['evacuated', /\bevacuat(?:ed|ing)\s*$/i, /^(?:[\p{L}’'-]+ ){0,3}?(?:(?:were|was|have been|had been) )?evacuated/iu],
];

/** What can befall only people: trucks are not captured as men are. */
export const ONLY_PEOPLE = new Set(
  'missing displaced detained released captured infected rescued evacuated'.split(' '),
);

/** Words at which what is counted ends. */
export const STOP = new Set(
  'a an the and or but nor of in on at by for from to with without within into onto over under after before since until till during through throughout across against between among amid around about near off below above downstream upstream beyond behind out up down as than that which who whom whose when where while because if though although is are was were be been being has have had do does did will would can could may might must shall should not never also still now then there here said says say told tells killed wounded injured died dead missing detained arrested displaced infected rescued evacuated released freed captured who’ve it they he she we you i this these those its their his her our my your both per each every all any some no so too very just only more less other another apart later earlier ago away hours days weeks months years including'.split(
    ' ',
  ),
);

/** Plurals that end what is counted though they do not end in s. */
export const IRREGULAR_PLURALS = new Set(
  'people men women children police troops personnel staff crew cattle sheep fish aircraft feet policemen servicemen fishermen gunmen'.split(
    ' ',
  ),
);

/** Capitalised words before a number that is a name, not a count. */
export const NUMBERED =
  /^(?:Article|Articles|Resolution|Section|Chapter|Paragraph|Clause|Flight|Route|Highway|Channel|Page|Room|Unit|Boeing|Airbus|Type|Class|Phase|Level|Tier|Group|Zone|Gate|Act|Law|Decree|Order|No|Number|Nos|Rule|Protocol|Pier|Block|Bus|Area|Apollo|Formula|Radio|Category|Grade|Stage|Version|Division|Brigade|Battalion|Squadron|Radio|TV)$/;

/** Small written numbers of such things say little: the two sides, two countries. */
export const NOT_COUNTED = new Set(
  'sides parties countries nations states neighbours neighbors leaders presidents governments ministers things ways times banks halves hand hands point points side'.split(
    ' ',
  ),
);
