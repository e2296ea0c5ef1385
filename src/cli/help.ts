import { settingRows } from '../settings.ts';
import type { Command } from './command.ts';

/** The page that `stemma --help` prints. */
export function overview(commands: readonly Command[], version: string): string {
  return [
    `Stemma ${version}: follow the story to its source.`,
    '',
    'Usage: stemma COMMAND [OPTION…] [FILE…]',
    '',
    'Commands',
    ...columns(commands.map((command) => [command.name, command.summary])),
    '',
    'Settings, from the environment',
    ...columns(settingRows.map((row) => [row.name, `${row.help}${row.fallback ? ` [${row.fallback}]` : ''}`])),
    '',
    '`stemma COMMAND --help` says more of a command. Exit code: 0 every line answered, 1 nothing usable, 2 wrong use.',
    '',
  ].join('\n');
}

/** The page that `stemma COMMAND --help` prints. */
export function commandHelp(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]) => [
    `${option.short ? `-${option.short}, ` : ''}--${name}${option.type === 'string' ? ' VALUE' : ''}`,
    command.optionHelp[name] ?? '',
  ]);
  return [
    `Usage: stemma ${command.usage}`,
    '',
    command.help.trim(),
    '',
    ...(options.length ? ['Options', ...columns(options as [string, string][]), ''] : []),
  ].join('\n');
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left!.length));
  return rows.map(([left, right]) => `  ${left!.padEnd(width)}  ${right}`);
}
