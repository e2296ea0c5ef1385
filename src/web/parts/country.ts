import { alpha3ToAlpha2 } from 'i18n-iso-countries/index.js';

const regions = new Intl.DisplayNames('en', { type: 'region' });

/** The English name of a state by its three letters; nothing for letters that no state has. */
export function countryName(alpha3: string): string | undefined {
  const alpha2 = alpha3ToAlpha2(alpha3);
  return alpha2 && regions.of(alpha2);
}
