import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePage } from './parse.ts';

/** Elements and texts of a page as one line each, nested by depth. */
function outline(html: string): readonly string[] {
  const page = parsePage(html);
  const depth = (node: number): number => (page.parent[node]! > 0 ? depth(page.parent[node]!) + 1 : 0);
  return page.tag
    .map((tag, i) => `${' '.repeat(depth(i))}${tag === '#text' ? JSON.stringify(page.text[i]) : tag}`)
    .slice(1);
}

describe('reading HTML', () => {
  it('keeps a headline whole whose title and attributes carry character references', () => {
    const page = parsePage(
      '<title>Caf&eacute; &amp; bar</title><P CLASS="a&amp;b" data-x=1 class=c>5 &lt; 6 & 7&copy;</P>',
    );
    assert.equal(page.text[2], 'Café & bar');
    assert.deepEqual(page.attributes[3], { class: 'a&b' });
    assert.equal(page.text[4], '5 < 6 & 7©');
  });

  it('does not take tags written inside scripts and comments for the page', () => {
    assert.deepEqual(
      outline('<script>if (a</b) "<p>"</script><!-- <p>no</p> --!><!--><p>yes<!DOCTYPE x><?php ?></p>'),
      ['script', ' "if (a</b) \\"<p>\\""', 'p', ' "yes"'],
    );
  });

  it('reads a text in which a lone sign looks like markup', () => {
    assert.deepEqual(outline('<p>3 < 4 and <5 but </p a="b>c">'), ['p', ' "3 < 4 and <5 but "', '"c\\">"']);
  });

  it('leaves out what is broken off in the middle of a tag, and nothing before it', () => {
    assert.deepEqual(outline('<p>Talks went on.<a href="https://example.org'), ['p', ' "Talks went on."']);
    assert.deepEqual(outline('<p>Talks went on.<!-- and'), ['p', ' "Talks went on."']);
  });

  it('reads text in CDATA, and attributes with any quotes or none', () => {
    const page = parsePage(`<div id=main class='a "b"' hidden><![CDATA[one]]>`);
    assert.deepEqual(page.attributes[1], { id: 'main', class: 'a "b"', hidden: '' });
    assert.equal(page.text[2], 'one');
  });

  it('takes no longer for a page of unclosed comments, quotes and brackets than for its length', () => {
    for (const piece of ['<!--', '<a href="', '<', '</', '<script></', '&amp', '<![CDATA[']) {
      const before = process.cpuUsage();
      parsePage(piece.repeat(200_000));
      const { user } = process.cpuUsage(before);
      assert.ok(user < 1_500_000, `${piece} took ${user} µs`);
    }
  });
});
