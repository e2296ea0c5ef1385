import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeArchive } from './archive.spec.ts';
import { openArchive } from './archive.ts';

describeArchive('SQLite', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-archive-'));
  let nowMs = 1_750_001_000_000;
  const { archive, queue } = await openArchive({ dataDir, clock: { nowMs: () => nowMs } });
  return {
    archive,
    queue,
    pass: (ms) => {
      nowMs += ms;
    },
    close: async () => {
      await archive.close();
      rmSync(dataDir, { recursive: true });
    },
  };
});
