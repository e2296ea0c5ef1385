import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from './decode.ts';

const WORDS = 'Der Bürgermeister hält die Brücke für sicher – „so sicher wie 1960“.';
const latin = (text: string) =>
  Buffer.from(text.replaceAll('–', '\x96').replaceAll('„', '\x84').replaceAll('“', '\x93'), 'latin1');

test('bytes are read by mark, header, meta and statistics, in this order', () => {
  assert.equal(decode(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(WORDS)])).from, 'byte order mark');
  assert.equal(decode(latin(WORDS), { 'Content-Type': 'text/html; charset=windows-1252' }).text, WORDS);
  assert.equal(decode(latin(`<meta charset="windows-1252">${WORDS}`)).text.slice(-WORDS.length), WORDS);
  assert.equal(decode(Buffer.from(`\uFEFF${WORDS}`, 'utf16le')).text, WORDS);
  assert.ok(decode(latin(WORDS.repeat(20))).text.includes('Bürgermeister hält'));
});

test('valid UTF-8 is believed before a wrong label, an unknown label is passed over', () => {
  assert.equal(decode(Buffer.from(WORDS), { 'content-type': 'text/html; charset=iso-8859-1' }).text, WORDS);
  assert.equal(decode(Buffer.from(WORDS), { 'content-type': 'text/html; charset=no-such' }).text, WORDS);
});

test('a few broken bytes do not turn a long UTF-8 text into another charset', () => {
  const bytes = Buffer.concat([Buffer.from(WORDS.repeat(30)), Buffer.from([0xff]), Buffer.from(WORDS)]);
  assert.ok(decode(bytes).text.includes('Bürgermeister'));
});

test('text that was encoded twice is read back', () => {
  const twice = Buffer.from(Buffer.from('It’s the mayor’s word, “not the pilots’”.').toString('latin1'));
  assert.equal(decode(twice).text, 'It’s the mayor’s word, “not the pilots’”.');
});
