import { SettingError } from '../settings.ts';
import { Complaint, UsageError } from './command.ts';

/** What a failure means to the person at the terminal: one sentence and an exit code. */
export type Explained = { readonly message: string; readonly exitCode: 1 | 2 };

type Coded = Error & { readonly code?: string; readonly path?: string; readonly port?: number };

/** Sentences for what the system refuses; anything else that is an Error speaks for itself, without its stack. */
const SYSTEM: Readonly<Record<string, (error: Coded) => string>> = {
  ENOENT: (error) => `There is no file ${error.path ?? ''}.`,
  EACCES: (error) => `${error.path ?? 'A file'} may not be opened by this user.`,
  EISDIR: (error) => `${error.path ?? 'That'} is a folder.`,
  ENOSPC: () => 'The disk is full; nothing was half-written.',
  EADDRINUSE: (error) =>
    `Port ${error.port ?? ''} is taken by another program (perhaps Stemma is running already); stop it, or set STEMMA_PORT to another one.`,
};

export function explain(error: unknown): Explained {
  if (error instanceof UsageError) return { message: error.message, exitCode: 2 };
  if (error instanceof SettingError) return { message: error.message, exitCode: 2 };
  if (error instanceof Complaint) return { message: error.message, exitCode: 1 };
  if (error instanceof Error) {
    const coded = error as Coded;
    return { message: SYSTEM[coded.code ?? '']?.(coded) ?? error.message, exitCode: 1 };
  }
  return { message: String(error), exitCode: 1 };
}
