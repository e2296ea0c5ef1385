import type { Capture } from '../domain/capture.ts';

/** A file that brings no capture, with the reason. `error` is for programs, `message` for people. */
export type SkippedFile = {
  readonly skipped: true;
  readonly path: string;
  readonly error: 'missing' | 'unreadable' | 'not-read' | 'binary' | 'empty' | 'too-large' | 'damaged' | 'no-articles';
  readonly message: string;
};

export const isSkipped = (result: Capture | SkippedFile): result is SkippedFile => 'skipped' in result;
