import type { Tx } from './store.ts';

export type DemoState = 'never' | 'present' | 'removed';

/** Whether the invented demo is there. `removed` holds until the reader asks for it again. */
export async function demoStateIn(tx: Tx): Promise<DemoState> {
  const row = await tx.selectFrom('meta').select('value').where('name', '=', 'demo').executeTakeFirst();
  if (row?.value === 'removed') return 'removed';
  const capture = await tx.selectFrom('capture').select('id').where('demo', '=', 1).limit(1).executeTakeFirst();
  return capture ? 'present' : 'never';
}

export async function setDemoState(tx: Tx, value: 'allowed' | 'removed'): Promise<void> {
  await tx
    .insertInto('meta')
    .values({ name: 'demo', value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
