import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeArchive } from './archive.spec.ts';
import { openArchive } from './archive.ts';
import { describeQueue } from './queue.spec.ts';
import { describeSources } from './sources.spec.ts';

async function open() {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-archive-'));
  let nowMs = 1_750_001_000_000;
  const opened = await openArchive({ dataDir, clock: { nowMs: () => nowMs } });
  return {
    ...opened,
    pass: (ms: number) => {
      nowMs += ms;
    },
    close: async () => {
      await opened.archive.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

describeArchive('SQLite', open);
describeQueue('SQLite', open);
describeSources('SQLite', open);
