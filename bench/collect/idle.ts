import { monitorEventLoopDelay } from 'node:perf_hooks';

/** A process that does nothing but measure how late its own timers are: what the machine's load alone costs. */
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.stdin.on('end', () => process.stdout.write(`${delay.percentile(99) / 1e6}\n`)).resume();
