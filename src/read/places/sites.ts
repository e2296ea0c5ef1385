import type { PlaceMention } from '../../domain/reading.ts';

/** What a site's name ends in. Source: the English language. */
const SITE =
  'Street|St|Avenue|Ave|Road|Rd|Boulevard|Lane|Drive|Parade|Square|Plaza|Bridge|Park|Gardens|Stadium|Arena|Hospital|Infirmary|Clinic|Medical Center|Medical Centre|Airport|Station|Terminal|Church|Cathedral|Chapel|Mosque|Temple|Synagogue|Shrine|Monastery|Prison|Jail|Correctional Center|Detention Center|Courthouse|Market|Barracks|Cemetery|Graveyard|Beach|Harbour|Harbor|Pier|Quay|Dock|Power Station|Power Plant|Plant|Refinery|Factory|Mine|Dam|Reservoir|Canal|Checkpoint|Crossing|Town Hall|City Hall';

const NAME = new RegExp(
  `\\b((?:at|in|on|near|outside|inside|to|from|of|along|opposite|around|block of|corner of)\\s+(?:the\\s+)?)((?:\\p{Lu}[\\p{L}.’'-]*\\s+|\\d{1,3}(?:st|nd|rd|th)\\s+){1,5}(?:${SITE}))(?![\\p{L}])`,
  'gu',
);

/** How far back, in code units, the town that a site is placed by may be named. */
const REACH = 1500;

/**
 * Streets, hospitals, squares and the like that something happens at: no gazetteer holds them, so they stand at the point of
 * the town named nearest before them (or first after), and say so. Nothing is placed where no town is named.
 */
export function findSites(
  text: string,
  places: readonly PlaceMention[],
  towns: readonly PlaceMention[],
): PlaceMention[] {
  if (towns.length === 0) return [];
  const sites: PlaceMention[] = [];
  for (const match of text.matchAll(NAME)) {
    const name = match[2]!.replace(/\s+/g, ' ');
    const start = match.index + match[1]!.length;
    const end = start + match[2]!.length;
    if (places.some((place) => place.start < end && start < place.end)) continue;
    const town =
      towns.filter((place) => place.end <= start && start - place.end < REACH).at(-1) ??
      towns.find((place) => place.start >= end && place.start - end < REACH);
    if (!town) continue;
    sites.push({ start, end, name, country: town.country, lat: town.lat, lon: town.lon, near: town.name });
  }
  return sites;
}
