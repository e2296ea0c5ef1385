import { plainWords } from './markup.ts';
import type { Vocabulary } from './namespaces.ts';
import { type Element, elementsOf, resolved } from './xml-tree.ts';

/** Looks elements up by vocabulary and name in one pass over the children. */
export type Fields = {
  readonly first: (...names: readonly FieldName[]) => Element | undefined;
  readonly all: (...names: readonly FieldName[]) => readonly Element[];
};

/** `title`, `dc:creator`: a name with the short name of its vocabulary. */
export type FieldName = string;

/** The children of some elements by their names; the feed's own vocabulary has no prefix, whatever its version. */
export function fieldsOf(element: Element, core: ReadonlySet<Vocabulary>): Fields {
  const byName = new Map<string, Element[]>();
  for (const child of elementsOf(element)) {
    if (child.vocabulary === 'unknown') continue;
    const name = core.has(child.vocabulary) ? child.name : `${child.vocabulary}:${child.name}`;
    const others = byName.get(name);
    if (others) others.push(child);
    else byName.set(name, [child]);
  }
  return {
    first: (...names) => {
      for (const name of names) {
        const found = byName.get(name);
        // An empty element says nothing where another one says something.
        const said =
          found?.find((one) => one.children.length > 0 || Object.keys(one.attributes).length > 0) ?? found?.[0];
        if (said) return said;
      }
      return undefined;
    },
    all: (...names) => names.flatMap((name) => byName.get(name) ?? []),
  };
}

/** The words of an element without white space around; undefined for none. */
export function wordsOf(element: Element | undefined): string | undefined {
  const words = element && plainWords(element).trim();
  return words === '' ? undefined : words;
}

/** The address that an element holds, as text or in one of its attributes, resolved. */
export function addressIn(element: Element | undefined, ...attributes: readonly string[]): string | undefined {
  if (!element) return undefined;
  const said =
    attributes.map((name) => element.attributes[name]).find((value) => value !== undefined) ?? wordsOf(element);
  return said === undefined ? undefined : resolved(said, element.base);
}
