import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '../knowledge.ts';
import { phraseActor } from './phrase-actor.ts';
import { sameName } from './same-name.ts';

const same = (a: string, b: string, kind?: 'person' | 'organisation') => sameName(a, b, kind) >= 0.5;

test('transliterations, accents and titles do not make another person', () => {
  assert.ok(same('Sergei Volkonin', 'Sergey Volkonin', 'person'));
  assert.ok(same('Сергей Волконин', 'Sergey Volkonin', 'person'));
  assert.ok(same('Dr. Élise Márta', 'Elise Marta', 'person'));
  assert.ok(same('Ilse M. Brandt', 'Ilse Maria Brandt', 'person'));
});

test('another surname or another middle name is another person', () => {
  assert.ok(!same('Ilse Brandt', 'Ilse Vesely', 'person'));
  assert.ok(!same('Kim Sung-ho', 'Kim Yong-ae', 'person'));
});

test('legal forms and initials do not make another company', () => {
  assert.ok(same('Harnwerft GmbH', 'Harnwerft Ltd.', 'organisation'));
  assert.ok(same('Northern Coast Front', 'NCF', 'organisation'));
  assert.ok(!same('Harn Shipping', 'Harn Mining', 'organisation'));
});

test('a phrase tells country and sector', () => {
  const knowledge = loadKnowledge();
  assert.deepEqual(phraseActor('Norwegian soldiers', knowledge), {
    name: 'Norwegian soldiers',
    country: 'NOR',
    sector: 'MIL',
  });
  assert.deepEqual(phraseActor("Chile's parliament", knowledge), {
    name: 'Parliament of Chile',
    country: 'CHL',
    sector: 'LEG',
  });
  assert.equal(phraseActor('a former Kenyan minister', knowledge).sector, 'ELI');
  assert.equal(phraseActor('Oslo', knowledge).sector, 'GOV');
});

test('the date decides what office a person held', () => {
  const knowledge = loadKnowledge();
  assert.equal(phraseActor('Angela Merkel', knowledge, '2012-01-01').sector, 'GOV');
  assert.equal(phraseActor('Angela Merkel', knowledge, '2023-01-01').sector, 'ELI');
});
