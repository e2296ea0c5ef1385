import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readByline } from './person-names.ts';

test('authors are persons, without roles, places, handles and times', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['By Mara Lindqvist and Tom Harl in Velmark', ['Mara Lindqvist', 'Tom Harl']],
    ['Von Mara Lindqvist, Chefredakteurin', ['Mara Lindqvist']],
    ['Mara Lindqvist, Home and Digital Security Expert', ['Mara Lindqvist']],
    ['Mara Lindqvist, MD', ['Mara Lindqvist']],
    ['par Ada Quist et Tom Harl', ['Ada Quist', 'Tom Harl']],
    ['Ada Quist &amp; Tom Harl', ['Ada Quist', 'Tom Harl']],
    ['Ada Quist @adaquist Updated March 3, 2020', ['Ada Quist']],
    ['Written by Ada Quist | 4 May 2021', ['Ada Quist']],
    ['Authored by: Ada Quist Former Deputy Foreign Editor', ['Ada Quist']],
    ['Ada Quist on Tuesday', ['Ada Quist']],
    ['Read more about Ada Quist', []],
    ['Published by', []],
    ['Jan van der Linden zu Harlberg', ['Jan van der Linden zu Harlberg']],
    ['Ada Menu Skip to content Start', []],
    ['牛镛、岳弘彬', ['牛镛', '岳弘彬']],
  ];
  for (const [line, persons] of cases) assert.deepEqual(readByline(line).persons, persons, line);
});

test('agencies and desks are no persons', () => {
  const { persons, agencies, organisations } = readByline('Ada Quist, Reuters; Courier Staff');
  assert.deepEqual([persons, agencies, organisations], [['Ada Quist'], ['Reuters'], ['Courier Staff']]);
  assert.deepEqual(readByline('Harbour Foundation e. V.').persons, []);
});
