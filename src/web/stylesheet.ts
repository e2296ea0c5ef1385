import { readdirSync, readFileSync } from 'node:fs';
import { shortHash } from '../domain/ids.ts';

const folder = new URL('./styles/', import.meta.url);

/** All styles as one file, in the order of their names' numbers. */
export const stylesheet: string = readdirSync(folder)
  .filter((name) => name.endsWith('.css'))
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');

/** Address of the stylesheet; it changes with the content, so that browsers may keep it for good. */
export const stylesheetPath = `/styles/stemma.${shortHash(stylesheet)}.css`;

/** Three copies and their common ancestor: the mark of the site. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#9a2b1c"/><g fill="none" stroke="#fff" stroke-width="2"><path d="M16 10v5M16 15H8v5M16 15h8v5M16 15v5"/></g><g fill="#fff"><circle cx="16" cy="8" r="3"/><circle cx="8" cy="23" r="3"/><circle cx="16" cy="23" r="3"/><circle cx="24" cy="23" r="3"/></g></svg>
`;
