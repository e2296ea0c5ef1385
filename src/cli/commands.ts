import type { Command } from './command.ts';

/** Every command by name. Loaded when asked for, so that a filter does not pay for the site. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: () => import('./serve.ts').then((file) => file.command),
  add: () => import('./add.ts').then((file) => file.command),
  read: () => import('./read.ts').then((file) => file.command),
  clean: () => import('./clean.ts').then((file) => file.command),
  names: () => import('./names.ts').then((file) => file.command),
  copies: () => import('./copies.ts').then((file) => file.command),
  group: () => import('./group.ts').then((file) => file.command),
  relate: () => import('./relate.ts').then((file) => file.command),
  collect: () => import('./collect.ts').then((file) => file.command),
  sources: () => import('./sources.ts').then((file) => file.command),
  feed: () => import('./feed.ts').then((file) => file.command),
  parse: () => import('./parse.ts').then((file) => file.command),
  actors: () => import('./actors.ts').then((file) => file.command),
  knowledge: () => import('./knowledge.ts').then((file) => file.command),
  events: () => import('./events.ts').then((file) => file.command),
  timeline: () => import('./timeline.ts').then((file) => file.command),
  compare: () => import('./compare.ts').then((file) => file.command),
  fetch: () => import('./fetch.ts').then((file) => file.command),
  robots: () => import('./robots.ts').then((file) => file.command),
  export: () => import('./export.ts').then((file) => file.command),
  remove: () => import('./remove.ts').then((file) => file.command),
  notices: () => import('./notices.ts').then((file) => file.command),
  demo: () => import('./demo.ts').then((file) => file.command),
};
