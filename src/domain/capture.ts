/** How bytes came in: over the network, from a file, or pasted by the reader. */
export type CaptureOrigin = 'fetch' | 'file' | 'paste' | 'feed' | 'warc';

/** Bytes as they were received, before anyone interprets them. `sha256` is of `body`, in hex. */
export type Capture = {
  readonly id: string;
  readonly origin: CaptureOrigin;
  /** Address asked for; absent for files and pasted text. */
  readonly url?: string;
  /** Address that answered, after redirects. */
  readonly finalUrl?: string;
  /** The redirects on the way, in order, with the address each led to. */
  readonly redirects?: readonly { readonly status: number; readonly to: string }[];
  readonly status?: number;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetchedAtMs: number;
  readonly sha256: string;
  readonly body: Uint8Array;
  /** What the sender said beside the bytes: a feed item's fields, or what the reader typed on the Sources page. */
  readonly given?: GivenFacts;
  /** Opt-outs read from headers and page at capture time. */
  readonly reservations?: Reservations;
};

/** Facts about an article that were stated beside it. They outrank nothing that the page itself says, except where the page is silent. */
export type GivenFacts = {
  readonly outlet?: string;
  readonly published?: string;
  readonly title?: string;
  readonly authors?: readonly string[];
  /** The file's name, for people. */
  readonly fileName?: string;
};

/** What a publisher reserves: TDMRep, RSL, X-Robots-Tag, meta robots. `linkOnly` is the sum: nothing but the link may be kept. */
export type Reservations = {
  readonly linkOnly: boolean;
  readonly noArchive?: boolean;
  readonly noSnippet?: boolean;
  readonly maxSnippetChars?: number;
  /** What the page says of `isAccessibleForFree`; absent where it says nothing. */
  readonly free?: boolean;
  /** Where the publisher sells or explains a licence (TDM policy, RSL document). */
  readonly licenceUrl?: string;
  /** The headers or elements that said so, verbatim. */
  readonly evidence: readonly string[];
};
