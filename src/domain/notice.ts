export type NoticeKind = 'takedown' | 'reply' | 'correction' | 'other';
export type NoticeState = 'open' | 'granted' | 'refused';

/** A request about rights. Times are UTC ms. */
export type Notice = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly from: string;
  readonly contact: string;
  /** Addresses or article ids that the notice is about, as given. */
  readonly about: readonly string[];
  readonly words: string;
  readonly receivedAtMs: number;
  readonly state: NoticeState;
  readonly decidedAtMs?: number;
  readonly decision?: string;
};

/** What must not come back: hashes only, never the words. */
export type Tombstone = {
  readonly article: string;
  readonly addressHash: string | null;
  readonly textHash: string;
  readonly reason: string;
  readonly notice?: string;
  readonly removedAtMs: number;
};
