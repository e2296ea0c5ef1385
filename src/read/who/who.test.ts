import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Knowledge, KnownActor } from '../../domain/ports/knowledge.ts';
import { knowledgeOf, loadKnowledge } from '../knowledge.ts';
import { readArticle } from '../read.ts';

const read = (text: string, knowledge: Knowledge = loadKnowledge(), published = '2019-05-06') =>
  readArticle(
    {
      ...{ id: 'a', text, title: null, published, outlet: null, url: null, agency: null },
      ...{ dateline: null, chain: [], language: 'en' },
    },
    knowledge,
  );

const actorOf = (text: string, form: string, knowledge?: Knowledge) => {
  const start = text.indexOf(form);
  return read(text, knowledge).mentions.find((mention) => mention.start === start)?.actor;
};

const person = (name: string, role: string, from: string, to?: string): KnownActor => ({
  ...{ id: `kb:${name.toLowerCase().replace(/ /g, '-')}`, name, kind: 'person', country: 'VST', aliases: [] },
  roles: [{ role, from, ...(to && { to }) }],
  source: 'invented for this test',
});
const vestria: KnownActor = {
  ...{ id: 'kb:vst', name: 'Vestria', kind: 'state', country: 'VST', aliases: [] },
  ...{ metonyms: ['Ollstad'], demonyms: ['Vestrian'], source: 'invented for this test' },
};

test('a capital that acts is the government, a capital where something happens is a place', () => {
  const text = 'Oslo rejected the plan on Monday. The talks were held in Oslo, officials said.';
  assert.equal(actorOf(text, 'Oslo rejected'), 'kb:nor');
  assert.equal(actorOf(text, 'Oslo, officials'), null);
  assert.ok(!read('The talks in Oslo ended early, the envoy said.').actors.some(({ id }) => id === 'kb:nor'));
});

test('the organs of a state are one actor under all their forms, and its government is the state', () => {
  const text =
    'The Norwegian Foreign Ministry said so on Monday. “We are ready,” Norway’s foreign ministry said. The Norwegian government said nothing.';
  assert.equal(actorOf(text, 'Norwegian Foreign Ministry'), 'kb:nor-foreign-ministry');
  assert.equal(actorOf(text, 'Norway’s foreign ministry'), 'kb:nor-foreign-ministry');
  assert.equal(actorOf(text, 'Norwegian government'), 'kb:nor');
});

test('another spelling of a known name is the known person; another surname is not', () => {
  const knowledge = knowledgeOf([vestria, person('Andrei Volkonin', 'prime minister', '2018')]);
  assert.equal(actorOf('On Monday Andrey Volkonin spoke in Ollstad.', 'Andrey', knowledge), 'kb:andrei-volkonin');
  assert.equal(actorOf('On Monday Andrey Volkov spoke in Ollstad.', 'Andrey', knowledge), 'in:andrey-volkov');
});

test('a surname alone names who holds the first office on the day; long before and after it names nobody known', () => {
  const knowledge = knowledgeOf([
    vestria,
    person('Jon Brell', 'president', '2001', '2005'),
    person('Ida Brell', 'president', '2017', '2021'),
    person('Lars Onder', 'harbour master', '2017', '2021'),
  ]);
  const speaker = (text: string, day: string) => read(text, knowledge, day).statements[0]?.speaker;
  const text = 'Vestria will not sign the treaty, President Brell said on Monday.';
  assert.equal(speaker(text, '2019-05-06')?.name, 'Ida Brell');
  assert.equal(speaker(text, '2003-05-06')?.name, 'Jon Brell');
  assert.equal(speaker(text, '1990-05-06')?.actor, 'in:brell');
  assert.equal(speaker('Vestria will not sign the treaty, Onder said on Monday.', '2019-05-06')?.actor, 'in:onder');
});

test('where a surname fits two, both stay with the statement, with their shares and the doubt in words', () => {
  const knowledge = knowledgeOf([
    vestria,
    person('Ida Brell', 'president', '2017', '2021'),
    person('Mara Brell', 'foreign minister', '2018', '2021'),
  ]);
  const [statement] = read('Vestria will not sign the treaty, Brell said on Monday.', knowledge).statements;
  const candidates = statement!.speaker!.candidates!;
  assert.deepEqual(
    candidates.map(({ name }) => name),
    ['Ida Brell', 'Mara Brell'],
  );
  assert.ok(candidates[0]!.p > candidates[1]!.p);
  assert.match(statement!.doubts!.join(), /more than one person known is called Brell/);
});

test('a clause about the occasion is no part of a name', () => {
  const { actors } = read(
    'The Storting during meetings with other parliaments of the north confirmed that it would send observers.',
  );
  assert.deepEqual(
    actors.filter(({ name }) => /during/.test(name)),
    [],
  );
});

test('a paper called by a plain word is meant behind its article only', () => {
  assert.equal(actorOf('Talks with Hindu leaders failed on Monday.', 'Hindu'), 'in:hindu');
  assert.equal(actorOf('She told the Hindu on Monday that talks had failed.', 'Hindu'), 'kb:the-hindu');
});

test('whoever is unknown has an identity of their own', () => {
  const { statements } = read('The harbour will stay closed, harbour master Ina Brellov said on Monday.');
  assert.equal(statements[0]!.speaker!.actor, 'in:ina-brellov');
});

test('a name that is no person’s tells its kind', () => {
  const { actors } = read(
    'The Harn Gazette reported that Varn Shipping Ltd, the Oll Coast Brigade and the Ministry of Tides had met the Harbour Workers Union.',
  );
  const kinds = Object.fromEntries(actors.map(({ name, kind }) => [name, kind]));
  assert.deepEqual(kinds, {
    ...{ 'Harn Gazette': 'media', 'Varn Shipping Ltd': 'company', 'Oll Coast Brigade': 'armed-group' },
    ...{ 'Ministry of Tides': 'ministry', 'Harbour Workers Union': 'body' },
  });
});

test('a known person comes with the offices held on the day, not with those before and after', () => {
  const knowledge = knowledgeOf([
    vestria,
    {
      ...person('Ida Brell', 'prime minister', '2012-03', '2016'),
      roles: [
        { role: 'prime minister', of: 'VST', from: '2012-03', to: '2016' },
        { role: 'president', of: 'VST', from: '2017-05-06', to: '2021' },
      ],
    },
  ]);
  const rolesOn = (day: string) =>
    read('Ida Brell of Vestria said so on Monday.', knowledge, day).actors.find(({ name }) => name === 'Ida Brell')
      ?.roles;
  assert.deepEqual(
    rolesOn('2017-05-06T10:00')?.map(({ role }) => role),
    ['president'],
  );
  assert.deepEqual(
    rolesOn('2016-12-31')?.map(({ role }) => role),
    ['prime minister'],
  );
  assert.equal(rolesOn('2017-05-05'), undefined);
});

test('a supreme court without its state is that of the state the article is about', () => {
  assert.equal(
    actorOf('In Norway the Supreme Court ruled on Monday that Norwegian law allows it.', 'Supreme Court'),
    'kb:nor-supreme-court',
  );
  const american = 'The Supreme Court ruled on Monday. In Washington the White House welcomed it.';
  assert.equal(actorOf(american, 'Supreme Court'), 'kb:u-s-supreme-court');
});

test('what somebody did while speaking is no part of who spoke', () => {
  const { statements } = read(
    'Vestrian envoy Ina Brellov met the guild on Monday. The guild has lost the harbour, said the Vestrian envoy using another word for it.',
    knowledgeOf([vestria]),
  );
  assert.equal(statements.at(-1)!.speaker!.actor, 'in:ina-brellov');
});

const speakersOf = (text: string) => read(text).statements.map(({ speaker }) => speaker?.name.toLowerCase());

test('several who have no names keep what is said of them: their trade, their rank, their number', () => {
  assert.deepEqual(speakersOf('Hospital officials said on Monday that nobody was hurt.'), ['hospital officials']);
  const [two] = read('The dam had cracks, two senior diplomats told reporters on Monday.').statements;
  assert.equal(two?.speaker?.name, 'two senior diplomats');
  assert.equal(two?.speaker?.actor, 'in:two-senior-diplomats');
  const several = 'The dam had cracks, several senior harbour officials told reporters on Monday.';
  assert.deepEqual(speakersOf(several), ['senior harbour officials']);
  assert.deepEqual(speakersOf('A senior diplomat said on Monday that the dam had cracks.'), ['diplomat']);
  const known = read('Two senior diplomats said on Monday that the dam had cracks.').actors;
  assert.ok(known.some(({ name, aliases }) => name === 'Two senior diplomats' && aliases.includes('diplomats')));
});

test('“the officials” are those of whom the article told before, unless it told of two kinds', () => {
  const after = (before: string) => speakersOf(`${before} The officials said that the ward was safe.`).at(-1);
  assert.equal(after('A meeting of harbour officials was held in Ostwick on Monday.'), 'harbour officials');
  assert.equal(after('Hospital officials closed the ward.'), 'hospital officials');
  assert.equal(after('The mayor met with two senior port officials on Monday.'), 'two senior port officials');
  assert.equal(after('Norwegian officials came on Monday.'), 'norwegian officials');
  assert.equal(after('Hospital officials met police officials in Ostwick.'), 'officials');
  assert.equal(after('The port officials met with hospital officials in Ostwick.'), 'officials');
  for (const before of ['On Monday officials came.', 'Meanwhile officials came.', 'The mayor went to brief officials.'])
    assert.equal(after(before), 'officials', before);
  assert.equal(after('Hospital diplomats closed the ward.'), 'officials');
});

test('those who spoke before and speak again are one actor, with the doubt in words', () => {
  const text =
    'Two retired judges said on Monday that the court was closed. The judges said that nobody would be heard.';
  const [first, second] = read(text).statements;
  assert.equal(second?.speaker?.actor, first?.speaker?.actor);
  assert.match(second!.doubts!.join(), /“The judges” are taken for the “Two retired judges” named before/);
});
