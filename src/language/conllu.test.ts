import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromConllu, givenSegments, NotConllu } from './language.ts';

const SAMPLE = `# newdoc id = herald-1
# sent_id = herald-1-1
# text = They don't know.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	know	know	VERB	VB	_	0	root	_	SpaceAfter=No
4.1	that	that	PRON	DT	_	_	_	4:obj	_
5	.	.	PUNCT	.	_	4	punct	_	_

# newpar
# text = Nobody does.
1	Nobody	nobody	PRON	NN	_	2	nsubj	_	_
2	does	do	AUX	VBZ	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_
`;

test('words of a multi-word token share its letters, empty nodes are left out', () => {
  const [first] = fromConllu(SAMPLE);
  assert.equal(first!.text, "They don't know.");
  assert.deepEqual(
    first!.words.map(({ start, end }) => first!.text.slice(start, end)),
    ['They', 'do', "n't", 'know', '.'],
  );
  assert.deepEqual(
    first!.words.map(({ head }) => head),
    [4, 4, 4, 0, 4],
  );
});

test('given tokens are offsets into running text, with paragraphs apart', () => {
  const given = givenSegments(fromConllu(SAMPLE));
  assert.equal(given.text, "They don't know.\n\nNobody does.");
  assert.deepEqual([...given.sentenceFirstToken], [0, 5, 8]);
  assert.equal(given.text.slice(given.tokenStart[5], given.tokenEnd[5]), 'Nobody');
});

test('what is not CoNLL-U is named with its line', () => {
  assert.throws(
    () => fromConllu('# text = x\n1\tx\n'),
    (error) => error instanceof NotConllu && error.line === 2,
  );
});
