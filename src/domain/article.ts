import type { Reservations } from './capture.ts';
import type { Span } from './span.ts';

/** Who publishes. `domain` is the registrable domain, absent where the article came without an address. */
export type Outlet = { readonly name: string; readonly domain: string | null };

/** Page text that is not the article. Kept, with the rule that set it aside. */
export type Furniture = { readonly text: string; readonly reason: string };

/** Where a report was filed from and, where it says so, when: "KABUL, Aug. 21 (Reuters) –". */
export type Dateline = { readonly place: string | null; readonly date: string | null };

/** A step of an article's own lineage as its page states it: "Source: VOA News", "Read original article here". */
export type ChainStep = {
  readonly step: 'republishes' | 'cites' | 'quotes';
  /** Name as written, or a description where nobody is named ("an original article that is not named"). */
  readonly from: string;
  readonly to?: string;
  /** Into the text where the words are still there; into `furniture` rows they are given as `evidenceText`. */
  readonly evidence?: Span;
  readonly evidenceText?: string;
  /** Address of what is republished, where the page links to it. */
  readonly url?: string;
};

/**
 * A page or text, cleaned: what `clean` makes of a Capture.
 * `text` is the article as published, NFC, paragraphs separated by a blank line, without the title.
 * `published` and `modified` are ISO 8601 to the known precision in the publisher's own zone, never converted.
 */
export type Article = {
  readonly url: string | null;
  /** What the page itself calls its address: evidence, not identity. */
  readonly canonicalUrl: string | null;
  readonly outlet: Outlet | null;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly agency: string | null;
  readonly dateline: Dateline | null;
  readonly published: string | null;
  /** What gave the time: `json-ld`, `meta`, `time-element`, `url`, `line`, `given`… */
  readonly publishedFrom: string | null;
  readonly modified: string | null;
  readonly language: string | null;
  readonly text: string;
  readonly furniture: readonly Furniture[];
  /** Lineage that the page states of itself. */
  readonly chain: readonly ChainStep[];
  readonly paywalled?: boolean;
  readonly image?: string;
  readonly section?: string;
  readonly tags?: readonly string[];
  readonly rightsLine?: string;
  readonly corrections?: readonly string[];
  /** The copy starts or ends in mid-article. */
  readonly cut?: boolean;
  readonly reservations?: Reservations;
};

/** Why there is no article in a capture; never a guess. */
export type NoArticle = {
  readonly error:
    | 'empty'
    | 'binary'
    | 'pdf'
    | 'image'
    | 'too-large'
    | 'frameset'
    | 'login-wall'
    | 'no-article'
    | 'reserved'
    | 'unreadable';
  /** One sentence for people. */
  readonly message: string;
};

export const isArticle = (result: Article | NoArticle): result is Article => !('error' in result);
