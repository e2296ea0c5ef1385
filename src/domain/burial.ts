import { sha256 } from './ids.ts';

/** Hashes under which a removed article is known again: nothing can be read back from them. */
export const addressHash = (address: string): string => sha256(`address\n${address}`);
export const bytesHash = (sha256OfBytes: string): string => sha256(`bytes\n${sha256OfBytes}`);

/** Of the words alone, in lower case: spacing, line ends, quotation marks and punctuation do not make another text. */
export const textHash = (text: string): string =>
  sha256(
    `text\n${text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ')}`,
  );
