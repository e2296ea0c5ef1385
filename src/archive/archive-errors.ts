/** Another program holds the archive and did not let go within five seconds. */
export class ArchiveLockedError extends Error {
  override readonly name = 'ArchiveLockedError';
  readonly file: string;
  constructor(file: string, cause?: unknown) {
    super(`The archive ${file} is in use by another program; wait until it is done, or stop it.`, { cause });
    this.file = file;
  }
}

/** The file was written by a newer Stemma, whose tables this one does not know. Nothing was touched. */
export class ArchiveNewerError extends Error {
  override readonly name = 'ArchiveNewerError';
  readonly file: string;
  readonly found: number;
  readonly known: number;
  constructor(file: string, found: number, known: number) {
    super(
      `The archive ${file} was written by a newer Stemma (form ${found}; this one knows up to ${known}); update Stemma, or choose another folder with STEMMA_DATA.`,
    );
    this.file = file;
    this.found = found;
    this.known = known;
  }
}

/** The file is not an archive, is damaged, or may not be opened. */
export class ArchiveUnreadableError extends Error {
  override readonly name = 'ArchiveUnreadableError';
  readonly file: string;
  constructor(file: string, reason: string, cause?: unknown) {
    super(`The archive ${file} cannot be opened: ${reason}.`, { cause });
    this.file = file;
  }
}

/** SQLite's primary result codes that have a meaning for people (sqlite.org/rescode.html). */
const BUSY = 5;
const LOCKED = 6;
const REASONS: Readonly<Record<number, string>> = {
  3: 'this user may not',
  8: 'it may only be read',
  10: 'the disk refuses to read or write',
  11: 'the file is damaged',
  13: 'the disk is full',
  14: 'the folder or file cannot be opened by this user',
  26: 'the file is not an archive of Stemma',
};

/** The named error for what SQLite reports, or the error itself where it is a fault of the program. */
export function archiveError(error: unknown, file: string): unknown {
  const code = (error as { readonly errcode?: unknown })?.errcode;
  if (typeof code !== 'number') return error;
  const primary = code & 0xff;
  if (primary === BUSY || primary === LOCKED) return new ArchiveLockedError(file, error);
  const reason = REASONS[primary];
  return reason === undefined ? error : new ArchiveUnreadableError(file, reason, error);
}
