export type FeedAuthor = { readonly name: string; readonly email?: string; readonly url?: string };
/** A link of a feed or item with what it is for (`alternate`, `self`, `via`, `license`…). */
export type FeedLink = { readonly href: string; readonly rel: string; readonly type?: string };
export type FeedEnclosure = { readonly url: string; readonly type?: string; readonly length?: number };

/** One entry of a feed, in the words of the publisher; titles keep the publisher's markup. Times are ISO 8601, absent when unreadable. */
export type FeedItem = {
  readonly id: string | null;
  readonly link: string | null;
  readonly title: string | null;
  readonly titleType: 'text' | 'html' | 'xhtml';
  readonly authors: readonly FeedAuthor[];
  readonly published: string | null;
  readonly updated: string | null;
  readonly summary: string | null;
  readonly content: string | null;
  readonly enclosures: readonly FeedEnclosure[];
  /** BCP 47, where the item or the feed around it says one. */
  readonly language?: string;
  /** Where the item was taken from, as RSS `<source>` or Atom `source` says. */
  readonly source: { readonly title: string | null; readonly link: string | null } | null;
  readonly rights?: string;
  readonly links?: readonly FeedLink[];
  /** Subjects and keywords, in the publisher's words. */
  readonly tags?: readonly string[];
  readonly image?: string;
};

/** A feed of any of the known formats, in one form. */
export type Feed = {
  readonly id: string | null;
  readonly title: string | null;
  readonly link: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly authors: readonly FeedAuthor[];
  readonly items: readonly FeedItem[];
  /** WebSub hubs and the feed's own address. */
  readonly hubs?: readonly string[];
  readonly self?: string | null;
  readonly rights?: string;
  readonly links?: readonly FeedLink[];
  /** Subjects and keywords, in the publisher's words. */
  readonly tags?: readonly string[];
  readonly image?: string;
};
