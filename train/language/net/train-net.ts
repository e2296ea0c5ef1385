import { join } from 'node:path';
import { readPacked } from '../../packed.ts';
import { runPython } from '../../python.ts';
import { saveModel } from '../save.ts';
import { exportLessons, NET_FOLDER } from './export.ts';

/** Makes models/net: numbers out, learning in Python (goes on after its last whole round), bytes in. */
export async function trainNet(): Promise<void> {
  exportLessons();
  runPython(join(import.meta.dirname, 'learn.py'), [NET_FOLDER]);
  const { facts, sections } = readPacked(NET_FOLDER);
  saveModel('net', facts, sections);
}
