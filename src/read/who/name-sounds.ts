import { CYRILLIC, SOUNDS } from './name-forms.ts';

/** The words of a name in small Latin letters without accents, apostrophes and the articles of Arabic and English names. */
export function plainWords(name: string): readonly string[] {
  const latin = [...name.toLowerCase()].map((letter) => CYRILLIC[letter] ?? letter).join('');
  const plain = latin
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`.]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/[əæ]/g, 'e')
    .replace(/ı/g, 'i');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word !== 'the' && word !== 'al' && word !== 'el');
}

/** One spelling for what transliterations write in several ways: Sergei and Sergey, Mohammed and Muhammad. */
export function soundOf(word: string): string {
  let sound = word;
  for (const [from, to] of SOUNDS) if (sound.includes(from)) sound = sound.replaceAll(from, to);
  return sound.replace(/(.)\1+/g, '$1');
}
