import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeArchive } from './archive.spec.ts';
import { openArchive } from './archive.ts';
import { describeCorrections } from './corrections.spec.ts';
import { describeImportedKnowledge } from './imported-knowledge.spec.ts';
import { openImportedNames } from './imported-names.ts';
import { describeQueue } from './queue.spec.ts';
import { describeSources } from './sources.spec.ts';

async function open() {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-archive-'));
  let nowMs = 1_750_001_000_000;
  const opened = await openArchive({ dataDir, clock: { nowMs: () => nowMs } });
  return {
    ...opened,
    names: () => openImportedNames(dataDir),
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
describeCorrections('SQLite', open);
describeQueue('SQLite', open);
describeSources('SQLite', open);
describeImportedKnowledge('SQLite', open);
