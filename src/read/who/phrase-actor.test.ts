import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '../knowledge.ts';
import { phraseActor } from './phrase-actor.ts';

const knowledge = loadKnowledge();
const told = (phrase: string, date?: string) => {
  const { country, sector } = phraseActor(phrase, knowledge, date);
  return `${country}/${sector}`;
};

test('the head noun tells the sector, whatever stands before and behind it', () => {
  assert.equal(told('Norwegian riot police'), 'NOR/COP');
  assert.equal(told('a Chilean bishop in Rome'), 'CHL/REL');
  assert.equal(told('three coal miners from Poland'), 'POL/LAB');
  assert.equal(told('opposition lawmakers'), 'null/OPP');
  assert.equal(told('unidentified gunmen'), 'null/UAF');
});

test('officials, leaders and members take the sector of what they belong to', () => {
  assert.equal(told('members of the Storting'), 'NOR/LEG');
  assert.equal(told('leader of a Peruvian miners’ union'), 'PER/LAB');
  assert.equal(told('a senior hospital official'), 'null/MED');
  assert.equal(told('a government official'), 'null/GOV');
});

test('who only backs or leads lends no country where another is named', () => {
  assert.equal(told('Turkish-backed rebels in Chad'), 'TCD/REB');
  assert.equal(told('a Lagos-based company'), 'NGA/BUS');
});

test('provinces, towns and peoples lead to their state', () => {
  assert.equal(told('Ontario nurses'), 'CAN/MED');
  assert.equal(told('the mayor of Bergen'), 'NOR/GOV');
  assert.equal(told('Sicilian prosecutors'), 'ITA/JUD');
  assert.equal(told('Northern Ireland police'), 'GBR/COP');
});

test('a capital alone is its government, another town its people', () => {
  assert.equal(told('LISBON'), 'PRT/GOV');
  assert.equal(told('Bergen'), 'NOR/CVL');
});

test('a warship has the flag of its prefix', () => assert.equal(told('HMCS Winnipeg'), 'CAN/MIL'));

test('the day decides between office and its aftermath, for persons and for groups that came to govern', () => {
  assert.equal(told('Gro Harlem Brundtland', '2001-05-01'), 'IGO/GOV');
  assert.equal(told('Erna Solberg', '2015-05-01'), 'NOR/GOV');
  assert.equal(told('Erna Solberg', '2023-05-01'), 'NOR/ELI');
  assert.equal(told('Erna Solberg', '2021-10-03'), 'NOR/GOV');
  assert.equal(told('Meles Zenawi', '2012-08-20'), 'ETH/GOV');
  assert.equal(told('former Kenyan minister'), 'KEN/ELI');
});

test('bodies of many states have no country but a bloc', () => {
  assert.equal(told('European Parliament'), 'EUR/LEG');
  assert.equal(told('Pacific Islands Forum').split('/')[0], 'IGO');
});

test('common words of no sector are unknown, names of nobody known are null', () => {
  assert.equal(told('they'), 'null/UNK');
  assert.equal(told('a stone'), 'null/UNK');
  assert.equal(told('Ilka Morrenz'), 'null/null');
});
