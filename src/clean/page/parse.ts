import { BLOCK_TAGS, CLOSED_BY, INLINE_CLOSERS, VOID_TAGS } from './elements.ts';
import { type Attributes, MAX_DEPTH, MAX_NODES, type Page } from './page.ts';
import { type Sink, scanHtml } from './scan.ts';

/** HTML to a Page. Linear in the length of the source; nesting over `MAX_DEPTH` is flattened. */
export function parsePage(html: string): Page {
  const builder = new PageBuilder();
  scanHtml(html, builder);
  return builder.finish();
}

class PageBuilder implements Sink {
  readonly tag: string[] = ['#root'];
  readonly parent: number[] = [-1];
  readonly end: number[] = [0];
  readonly attributes: (Attributes | undefined)[] = [undefined];
  readonly text: string[] = [''];
  private readonly open: number[] = [0];
  /** Elements below MAX_DEPTH that are open but not on the list. */
  private overflow = 0;

  finish(): Page {
    while (this.open.length) this.end[this.open.pop()!] = this.tag.length;
    return this;
  }

  onClose(name: string): void {
    if (VOID_TAGS.has(name)) return;
    if (this.overflow > 0) {
      this.overflow--;
      return;
    }
    for (let i = this.open.length - 1; i > 0; i--) {
      const tag = this.tag[this.open[i]!]!;
      if (tag === name) {
        this.closeDownTo(i);
        return;
      }
      // A stray `</b>` must not close the paragraph it stands in, `</p>` not the box around it.
      if (INLINE_CLOSERS.has(name) && BLOCK_TAGS.has(tag)) return;
      if (
        (tag === 'table' && name !== 'body' && name !== 'html' && name !== 'div') ||
        (name === 'li' && (tag === 'ul' || tag === 'ol'))
      )
        return;
    }
  }

  /** In HTML `<div/>` is an open tag; only inside svg, which nobody reads, would it be closed. */
  onOpen(name: string, attributes: Attributes | undefined): void {
    if (this.tag.length >= MAX_NODES) return;
    if (this.overflow === 0) this.closeImplied(name);
    const node = this.tag.length;
    this.tag.push(name);
    this.parent.push(this.open.at(-1)!);
    this.attributes.push(attributes);
    this.text.push('');
    this.end.push(node + 1);
    if (VOID_TAGS.has(name)) return;
    if (this.open.length >= MAX_DEPTH) this.overflow++;
    else this.open.push(node);
  }

  private closeImplied(name: string): void {
    const closes = CLOSED_BY.get(name);
    while (closes && this.open.length > 1 && closes.has(this.tag[this.open.at(-1)!]!))
      this.closeDownTo(this.open.length - 1);
    if (name !== 'a') return;
    for (let i = this.open.length - 1; i > 0 && this.open.length - i < 8; i--) {
      const tag = this.tag[this.open[i]!]!;
      if (tag === 'a') this.closeDownTo(i);
      if (tag === 'a' || BLOCK_TAGS.has(tag)) return;
    }
  }

  private closeDownTo(index: number): void {
    while (this.open.length > index) this.end[this.open.pop()!] = this.tag.length;
  }

  onText(text: string): void {
    const last = this.tag.length - 1;
    const parent = this.open.at(-1)!;
    if (this.tag[last] === '#text' && this.parent[last] === parent && this.end[last] === last + 1) {
      this.text[last] += text;
      return;
    }
    if (this.tag.length >= MAX_NODES) return;
    this.tag.push('#text');
    this.parent.push(parent);
    this.attributes.push(undefined);
    this.text.push(text);
    this.end.push(last + 2);
  }
}
