/** Words of the names of sites. Source: the English language. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What a site's name ends in. */
export const SITE = set(
  'street st avenue ave road rd boulevard blvd lane drive parade square plaza bridge park gardens stadium arena hospital infirmary clinic hospice airport aerodrome station terminal church cathedral chapel mosque temple synagogue shrine monastery abbey prison jail courthouse market barracks cemetery graveyard beach harbour harbor pier quay dock refinery factory dam reservoir canal checkpoint crossing center centre court embassy consulate university college school academy library museum theatre theater hotel inn castle palace hall mall tower towers field zoo casino speedway raceway racecourse marina farm ranch pub club mill creek falls trail highway freeway expressway bypass roundabout plantation island islands hill hills heights lake river bay woods forest valley point mountain mount peak estate village',
);

/** Nouns that name bodies as well: a site only where something happens at, in or near it. */
export const SITE_AFTER_PREPOSITION = set(
  'center centre court embassy consulate university college school academy library club hall house market field mill temple park church farm tower towers island islands hill hills heights lake river bay woods forest valley point mountain mount peak village estate station trail st drive factory',
);

/** Words before such a noun that make it a site all the same. */
export const LARGE_SITE = set(
  'medical health shopping convention community detention correctional civic conference leisure sports district magistrates magistrate crown county superior circuit criminal municipal high primary elementary secondary middle national railway train police fire bus subway tube metro power town city village state',
);

/** Small words inside a site's name: "Rue de la Paix". */
export const IN_SITE = set('the de la le du des del y &');

/** Capitalised words before a site's name that are none of it. */
export const NO_SITE = set(
  'the a an in at on near from to and but or for after before when while where this that these those his her their its our my your another both each every as by with of if monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mr mrs ms dr president senator minister police officials officers former supreme high federal the',
);
