export type ActorKind =
  | 'person'
  | 'state'
  | 'ministry'
  | 'armed-group'
  | 'party'
  | 'company'
  | 'body'
  | 'media'
  | 'other';

/** Someone or something that speaks or is spoken about. `id` is `kb:<slug>` for a known actor, `in:<slug>` for one known from its articles only. */
export type Actor = {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** The forms used in the article (and, in the archive, everywhere). */
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
  /** Of known persons: the offices held when the article came out, with their terms; dates as precise as they are known. */
  readonly roles?: readonly ActorRole[];
};

export type ActorRole = {
  readonly role: string;
  /** State or body, ISO alpha-3 of states. */
  readonly of?: string;
  readonly from?: string;
  readonly to?: string;
};

export type MentionType = 'PER' | 'ORG' | 'LOC' | 'MISC' | 'NORP';

export type Mention = {
  readonly start: number;
  readonly end: number;
  readonly type: MentionType;
  readonly actor: string | null;
};
