import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Command, type House, UsageError } from './cli/command.ts';
import { COMMANDS } from './cli/commands.ts';
import { explain } from './cli/failures.ts';
import { commandHelp, overview } from './cli/help.ts';
import type { Clock } from './domain/ports/clock.ts';
import { readSettings, type Settings } from './settings.ts';
import { keepRunning } from './work/keep-running.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

// What was compiled once is taken from the temporary folder next time: a start costs half. Threads are told through the environment.
const { directory } = enableCompileCache();
if (directory) process.env.NODE_COMPILE_CACHE ??= directory;

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  const { message, exitCode } = explain(error);
  process.stderr.write(`stemma: ${message}\n`);
  return exitCode;
});

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === '--version' || name === '-V') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview(await Promise.all(Object.values(COMMANDS).map((load) => load())), version));
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) throw new UsageError(`There is no command ${name}; \`stemma --help\` lists them.`);
  return run(await load(), rest, wire(readSettings(process.env)));
}

async function run(command: Command, argv: readonly string[], house: House): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(commandHelp(command));
    return 0;
  }
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...argv], options: command.options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(
      `${(error as Error).message.split('. ')[0]!.replace(/\.?$/, '.')} \`stemma ${command.name} --help\` lists the options.`,
    );
  }
  return command.run({ flags: parsed.values, operands: parsed.positionals }, house);
}

/** The only place where parts are wired together. */
function wire(settings: Settings): House {
  const clock: Clock = { nowMs: Date.now };
  const base = process.env.INIT_CWD ?? process.cwd();
  const dataDir = resolve(base, settings.dataDir);
  return {
    version,
    settings: { ...settings, dataDir },
    clock,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    // https://no-color.org: any value but the empty one.
    colour: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
    path: (given) => resolve(base, given),
    openArchive: async () => (await import('./archive/archive.ts')).openArchive({ dataDir, clock }),
    openPages: async () => (await import('./archive/pages-pool.ts')).openPages({ dataDir }),
    makeSite: async (open, pages, fetcher) => {
      const { siteOver } = await import('./main.site.ts');
      return siteOver({ version, settings: { ...settings, dataDir }, clock, open, pages, fetcher, base });
    },
    startLine: () =>
      keepRunning(new URL('./work/line.worker.ts', import.meta.url), { settings: { ...settings, dataDir } }),
    startCollector: () =>
      keepRunning(new URL('./work/collector.worker.ts', import.meta.url), {
        version,
        settings: { ...settings, dataDir },
      }),
    root,
  };
}
