/** The form under which place names are compared: no accents, no apostrophes, small letters, "st." as "saint", hyphens as spaces. */
export function placeKey(name: string): string {
  const plain = /^[\x20-\x7e]*$/.test(name)
    ? name
    : name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').replaceAll('ł', 'l').replaceAll('ø', 'o');
  return plain
    .toLowerCase()
    .replace(/[’‘'`ʼ]/g, '')
    .replace(/[-‐–]/g, ' ')
    .replace(/\bst\.? (?=\p{L})/gu, 'saint ')
    .replace(/\bmt\.? (?=\p{L})/gu, 'mount ')
    .replace(/\s+/g, ' ')
    .replace(/^the /, '')
    .trim();
}
