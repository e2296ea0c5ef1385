/**
 * Runs a step over a list, so many at a time in all and so many for one host: a slow or polite host holds up its own
 * rows, not those of others. Order within a host is kept.
 */
export async function inLanes<T>(
  list: readonly T[],
  limits: { readonly atOnce: number; readonly perHost: number },
  hostOf: (one: T) => string,
  step: (one: T) => Promise<void>,
): Promise<void> {
  const lanes = [...Map.groupBy(list, hostOf).values()].map((rows) => ({ rows: rows.values(), running: 0 }));
  const next = (): { readonly lane: (typeof lanes)[number]; readonly one: T } | undefined => {
    for (let tries = lanes.length; tries > 0; tries--) {
      const lane = lanes.shift()!;
      if (lane.running < limits.perHost) {
        const taken = lane.rows.next();
        if (taken.done) continue;
        lanes.push(lane);
        return { lane, one: taken.value };
      }
      lanes.push(lane);
    }
    return undefined;
  };
  await new Promise<void>((resolve, reject) => {
    let running = 0;
    const fill = (): void => {
      while (running < limits.atOnce) {
        const taken = next();
        if (!taken) break;
        running++;
        taken.lane.running++;
        step(taken.one).then(() => {
          running--;
          taken.lane.running--;
          fill();
        }, reject);
      }
      if (running === 0) resolve();
    };
    fill();
  });
}
