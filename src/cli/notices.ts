import type { Command } from './command.ts';
export const command = {} as Command;
