import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Notice } from '../domain/notice.ts';
import { isNotice, keepNewNotice, noticeFromFields, noticeFromMail } from './notices.ts';

const NOW = Date.UTC(2025, 5, 2, 12);
const mail = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'));
const LETTER = mail([
  'From: =?UTF-8?Q?Ren=C3=A9_Author?= <rene@author.example>',
  'To: desk@here.example',
  'Subject: Please take this down',
  'Message-ID: <1@author.example>',
  'Date: Sun, 1 Jun 2025 10:00:00 +0200',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'The text at https://courier.example/oll-bridge, and the copy',
  '(http://127.0.0.1:8484/article/0123456789abcdef) are mine =E2=80=93 not yours.',
  '',
  '> On Friday you wrote: see https://other.example/quoted for a correction',
]);

test('a mail becomes an open notice with its sender, what it is about, and the time it was sent', async () => {
  const notice = await noticeFromMail(LETTER, NOW);
  assert.ok(isNotice(notice));
  assert.equal(notice.kind, 'takedown');
  assert.equal(notice.from, 'René Author');
  assert.equal(notice.contact, 'rene@author.example');
  assert.deepEqual(notice.about, [
    'https://courier.example/oll-bridge',
    'http://127.0.0.1:8484/article/0123456789abcdef',
  ]);
  assert.match(notice.words, /are mine – not yours\./);
  assert.equal(new Date(notice.receivedAtMs).toISOString(), '2025-06-01T08:00:00.000Z');
});

test('the same mail is the same notice, and one that was decided stays decided', async () => {
  const kept = new Map<string, Notice>();
  const archive = {
    notice: async (id: string) => kept.get(id),
    keepNotice: async (notice: Notice) => void kept.set(notice.id, notice),
  };
  const first = await noticeFromMail(LETTER, NOW);
  const second = await noticeFromMail(LETTER, NOW + 5000);
  assert.ok(isNotice(first) && isNotice(second));
  assert.equal(await keepNewNotice(archive, first), true);
  kept.set(first.id, { ...first, state: 'granted' });
  assert.equal(await keepNewNotice(archive, second), false);
  assert.equal(kept.get(first.id)?.state, 'granted');
});

test('a mail of HTML alone is read by its text and links, without its styles', async () => {
  const notice = await noticeFromMail(
    mail([
      'From: desk@b.example',
      'Subject: Your page',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<style>p{remove:me}</style><p>You <b>misquote</b> our minister.</p><p><a href="https://b.example/a?x=1&amp;y=2">Here</a></p>',
    ]),
    NOW,
  );
  assert.ok(isNotice(notice));
  assert.equal(notice.kind, 'correction');
  assert.deepEqual(notice.about, ['https://b.example/a?x=1&y=2']);
  assert.equal(notice.words, 'Your page\n\nYou misquote our minister.\nHere');
  assert.equal(notice.receivedAtMs, NOW, 'without a date the clock runs from now');
});

test('a date that is still to come does not stop the clock', async () => {
  const notice = await noticeFromMail(
    mail(['From: a@b.example', 'Subject: Right of reply', 'Date: Fri, 1 Jan 2044 00:00:00 +0000', '', 'x']),
    NOW,
  );
  assert.ok(isNotice(notice));
  assert.equal(notice.receivedAtMs, NOW);
  assert.equal(notice.kind, 'reply');
});

test('what is no mail is refused in a sentence', async () => {
  for (const bytes of [new Uint8Array(), mail(['hello']), new Uint8Array([0, 255, 1, 254])])
    assert.deepEqual(await noticeFromMail(bytes, NOW), {
      error: 'not-a-mail',
      message: 'The file is not a mail with a sender.',
    });
});

test('a form needs a name, a contact, words and what it is about; an unknown kind is “other”', () => {
  const fields = {
    kind: 'shout',
    from: 'R.',
    contact: 'a@b.example',
    about: ' https://x.example \n\n',
    words: 'Please.',
  };
  const notice = noticeFromFields(fields, NOW);
  assert.ok(isNotice(notice));
  assert.equal(notice.kind, 'other');
  assert.deepEqual(notice.about, ['https://x.example']);
  for (const missing of ['from', 'contact', 'about', 'words'] as const) {
    const refused = noticeFromFields({ ...fields, [missing]: ' ' }, NOW);
    assert.ok(!isNotice(refused));
    assert.match(refused.message, /^(?:Say|Give) .+\.$/);
  }
});
