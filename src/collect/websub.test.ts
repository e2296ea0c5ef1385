import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { callbackAddress, dueAfterPush, isSigned, needsRenewal, newLease, subscriptionForm, verify } from './websub.ts';

const NOW_MS = Date.parse('2026-11-22T08:00:00Z');
const lease = newLease('https://hub.example/', 'https://a.example/feed');

test('every subscription has a callback of its own that cannot be guessed', () => {
  const others = Array.from({ length: 100 }, () => newLease(lease.hub, lease.topic));
  assert.equal(new Set(others.map((one) => one.token)).size, 100);
  assert.ok(lease.token.length >= 32 && !callbackAddress(lease, 'https://desk.example').includes(lease.secret));
  assert.equal(
    subscriptionForm(lease, 'https://desk.example', 'subscribe').get('hub.callback'),
    `https://desk.example/websub/${lease.token}`,
  );
});

test('a hub that asks back about what was asked for is confirmed, about anything else denied', () => {
  const query = (more: Record<string, string>) =>
    new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': lease.topic,
      'hub.challenge': 'c7',
      'hub.lease_seconds': '864000',
      ...more,
    });
  const good = verify(lease, query({}), NOW_MS);
  assert.ok(good.answer === 200 && good.body === 'c7');
  assert.deepEqual([good.lease.state, good.lease.expiresAtMs], ['confirmed', NOW_MS + 864_000_000]);
  assert.equal(verify(lease, query({ 'hub.topic': 'https://evil.example/' }), NOW_MS).answer, 404);
  assert.equal(verify(lease, query({ 'hub.mode': 'unsubscribe' }), NOW_MS).answer, 404);
  const refused = verify(lease, query({ 'hub.mode': 'denied' }), NOW_MS);
  assert.equal(refused.answer === 200 && refused.lease.state, 'refused');
});

test('only a push signed with our secret counts as signed', () => {
  const body = Buffer.from('<rss/>');
  const sign = (secret: string, algorithm: string) =>
    `${algorithm}=${createHmac(algorithm, secret).update(body).digest('hex')}`;
  assert.equal(isSigned(lease, sign(lease.secret, 'sha256'), body), true);
  assert.equal(isSigned(lease, sign('guess', 'sha256'), body), false);
  assert.equal(isSigned(lease, sign(lease.secret, 'sha256'), Buffer.from('<rss>x</rss>')), false);
  for (const bad of [undefined, '', 'md5=00', 'sha256=zz', 'sha256=00'])
    assert.equal(isSigned(lease, bad, body), false);
});

test('an unsigned push hastens a poll now and then, and never drives them', () => {
  assert.equal(dueAfterPush(true, NOW_MS - 1000, NOW_MS), NOW_MS);
  assert.equal(dueAfterPush(false, NOW_MS - 1000, NOW_MS), undefined);
  assert.equal(dueAfterPush(false, NOW_MS - 3_600_000, NOW_MS), NOW_MS);
});

test('a lease is renewed before it runs out', () => {
  const confirmed = { ...lease, state: 'confirmed', expiresAtMs: NOW_MS + 9 * 86_400_000 } as const;
  assert.equal(needsRenewal(confirmed, NOW_MS), false);
  assert.equal(needsRenewal(confirmed, NOW_MS + 8.5 * 86_400_000), true);
});
