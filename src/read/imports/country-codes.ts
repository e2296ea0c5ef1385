import { createRequire } from 'node:module';

type Codes = { readonly cca2: string; readonly cca3: string };
let codes: ReadonlyMap<string, string> | undefined;

/** ISO 3166-1 alpha-3 of an alpha-2 code in either case (world-countries 5.1.0; Kosovo as `XKX`); undefined for what is none. */
export function alpha3Of(alpha2: string): string | undefined {
  codes ??= new Map(
    (createRequire(import.meta.url)('world-countries/countries.json') as readonly Codes[]).map(({ cca2, cca3 }) => [
      cca2,
      cca2 === 'XK' ? 'XKX' : cca3,
    ]),
  );
  return codes.get(alpha2.toUpperCase());
}
