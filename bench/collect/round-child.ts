import { collectRound } from '../../src/collect/round.ts';
import { openDesk } from './desk.ts';

/** One round in a process of its own, to be killed; the number sets its clock ahead of the one before. */
const [dataDir, number] = process.argv.slice(2) as [string, string];
const desk = await openDesk(dataDir);
desk.goOn(Number(number) * 6 * 3_600_000);
process.stdout.write('begins\n');
await collectRound(desk.ports);
await desk.close();
