/** Rows as SQLite gives them: flags are 0 and 1, times UTC ms, lists and objects JSON, `Uint8Array` packed (packing.ts). */
export type Tables = {
  readonly capture: CaptureRow;
  readonly capture_body: { key: number; body: Uint8Array };
  readonly article: ArticleRow;
  readonly article_words: { key: number; title: string; text: string };
  readonly revision: RevisionRow;
  readonly outlet_line: { article_key: number; domain: string; lines: Uint8Array };
  readonly statement: StatementRow;
  readonly statement_term: { kind: 'about' | 'via'; term: string; statement_key: number };
  readonly article_place: { term: string; article_key: number; revision_key: number; start: number };
  readonly actor: ActorRow;
  readonly actor_in: ActorInRow;
  readonly actor_form: {
    key: number | null;
    demo: number;
    actor_id: string;
    form: string;
    folded: string;
    articles: number;
  };
  readonly storyline: StorylineRow;
  readonly story: StoryRow;
  readonly moved: { id: string; to_id: string };
  readonly gone: { id: string; article_id: string; removed_ms: number };
  readonly story_link: { article_key: number; with_key: number; score: number; why: string };
  readonly copy: { a_key: number; b_key: number; cover: number };
  readonly lineage: LineageRow;
  readonly claim: { storyline_key: number; id: string; words: string };
  readonly claim_statement: ClaimStatementRow;
  readonly dispute: DisputeRow;
  readonly dispute_side: DisputeSideRow;
  readonly figure_series: { storyline_key: number; ordinal: number; counted: string; conflict: number };
  readonly figure_value: FigureValueRow;
  readonly correction: CorrectionRow;
  readonly correction_use: { correction_id: string; article_key: number; statement_id: string | null };
  readonly correction_due: { article_key: number };
  readonly rereading: RereadingRow;
  readonly tombstone: TombstoneRow;
  readonly tombstone_hash: { hash: string; article_id: string };
  readonly notice: { id: string; received_ms: number; data: string };
  readonly meta: { name: string; value: string };
  readonly follow: { reader: string; kind: string; ref: string; since_ms: number };
  readonly seen: { reader: string; story_id: string; seen_ms: number };
  readonly task: TaskRow;
  readonly source: SourceRow;
  readonly seen_item: SeenItemRow;
  readonly robots: {
    origin: string;
    state: 'read' | 'absent' | 'unreachable';
    body: Uint8Array;
    fetched_ms: number;
    expires_ms: number;
  };
  readonly knowledge_source: KnowledgeSourceRow;
  readonly imported_actor: { id: string; source: string; data: string };
  readonly imported_form: { form: string; actor_id: string; source: string };
  readonly imported_word: { ref: string; source: string; words: string };
  readonly task_count: { step: string; done: number; failed: number };
};

export type KnowledgeSourceRow = {
  name: string;
  format: string;
  file: string;
  print: string;
  position: number;
  actors: number;
  passed: number;
  broken: number;
  started_ms: number;
  ended_ms: number | null;
};

export type CaptureRow = {
  key: number;
  id: string;
  identity: string;
  origin: string;
  url: string | null;
  final_url: string | null;
  address: string | null;
  status: number | null;
  redirects: string | null;
  request_headers: string | null;
  headers: string;
  fetched_ms: number;
  sha256: string;
  bytes: number;
  given: string | null;
  reservations: string | null;
  demo: number;
  article_key: number | null;
  error: string | null;
  message: string | null;
  ended_ms: number | null;
};

export type ArticleRow = {
  key: number;
  id: string;
  demo: number;
  address: string | null;
  revision_key: number | null;
  outlet_name: string | null;
  outlet_domain: string | null;
  title: string | null;
  authors: string;
  agency: string | null;
  url: string | null;
  published: string | null;
  time_ms: number;
  fetched_ms: number;
  language: string | null;
  excerpt: string;
  paywalled: number;
  statements: number;
  story_key: number | null;
  placed_ms: number | null;
};

export type RevisionRow = {
  key: number;
  id: string;
  article_key: number;
  capture_key: number;
  cleaner: string;
  cleaned: Uint8Array;
  shown_sha256: string;
  text_sha256: string;
  seen_ms: number;
  /** Number of the outlet-lines snapshot that it was cleaned with. */
  outlet_lines: number;
  reader: string | null;
  /** Number of the knowledge snapshot that it was read with. */
  knowledge: number | null;
  /** As the reader made it, under public ids. */
  reading: Uint8Array | null;
  /** As corrections have put it right; null where none applies. */
  corrected: Uint8Array | null;
  read_ms: number | null;
};

export type StatementRow = {
  key: number;
  id: string;
  article_key: number;
  revision_key: number;
  demo: number;
  parent: string | null;
  speaker_id: string | null;
  /** Name, role and the words of the source: what a search by speaker looks at. */
  speaker: string;
  mode: string;
  stance: string;
  confidence: number;
  /** Where the content begins, for reading order. */
  start: number;
  source_words: string;
  cue_words: string;
  /** Pieces of the content, parted by U+001F. */
  words: string;
  context: string;
  data: string;
  disputed: number;
  /** 1: a later reading did not find it; 2: a correction calls it none (withdrawn.ts). */
  withdrawn: number;
};

export type ActorRow = {
  demo: number;
  id: string;
  name: string;
  kind: string;
  country: string | null;
  articles: number;
  statements: number;
};

export type ActorInRow = {
  actor_id: string;
  article_key: number;
  revision_key: number;
  name: string;
  kind: string;
  country: string | null;
  forms: string;
  start: number | null;
  mentions: number;
  statements: number;
};

export type StorylineRow = {
  key: number;
  id: string;
  demo: number;
  title: string;
  time_ms: number;
  stories: number;
};

export type StoryRow = {
  key: number;
  id: string;
  demo: number;
  title: string;
  time_ms: number;
  arrived_ms: number;
  storyline_key: number;
  articles: number;
  statements: number;
  outlet_names: string;
  origin_names: string;
  denied: number;
  numbers_differ: number;
};

export type LineageRow = {
  article_key: number;
  ordinal: number;
  revision_key: number | null;
  source: string;
  kind: string;
  evidence: string | null;
  evidence_text: string;
  from_key: number | null;
};

export type ClaimStatementRow = {
  storyline_key: number;
  claim_id: string;
  ordinal: number;
  article_key: number;
  revision_key: number | null;
  statement_id: string;
  content: string;
  speaker: string | null;
  stance: string;
};

export type DisputeRow = {
  storyline_key: number;
  id: string;
  claim_id: string | null;
  kind: string;
  confidence: number;
  why: string;
};

export type DisputeSideRow = {
  storyline_key: number;
  dispute_id: string;
  ordinal: number;
  article_key: number;
  revision_key: number | null;
  statement_id: string | null;
  span: string;
  quote: string;
  speaker: string | null;
  stance: string;
};

export type FigureValueRow = {
  storyline_key: number;
  series: number;
  ordinal: number;
  article_key: number;
  revision_key: number | null;
  start: number;
  end: number;
  field: string | null;
  value: number;
  up_to: number | null;
  bound: string | null;
  unit: string;
  words: string;
  speaker: string | null;
  statement_id: string | null;
};

export type CorrectionRow = {
  id: string;
  made_ms: number;
  demo: number;
  kind: string;
  /** The article that it is bound to. */
  article_id: string | null;
  /** The statement that it was made of. */
  statement_id: string | null;
  /** Of merges and splits: whom it takes from, and to whom. */
  actor_id: string | null;
  into_id: string | null;
  reason: string;
  change: string;
  undone_ms: number | null;
};

export type RereadingRow = {
  /** Hash of what is asked for and of what it is read with: the same again goes on where it stopped. */
  id: string;
  started_ms: number;
  ended_ms: number | null;
  reader: string;
  knowledge: number;
  /** Ids of articles, `all`, or `outdated`. */
  scope: string;
  /** Key of the last revision that was dealt with. */
  cursor: number;
  total: number;
  report: string;
};

export type TombstoneRow = {
  article_id: string;
  address_hash: string | null;
  text_hash: string;
  reason: string;
  notice_id: string | null;
  removed_ms: number;
};

export type TaskRow = {
  id: number | null;
  step: string;
  ref: string;
  state: 'waiting' | 'working' | 'failed';
  attempts: number;
  not_before_ms: number;
  lease_until_ms: number | null;
  /** `host/pid` of the process that holds the lease. */
  holder: string | null;
  reason: string | null;
  ended_ms: number | null;
};

export type SourceRow = {
  id: string;
  /** Normalised, so that one feed is one source. */
  address: string;
  name: string;
  folder: string | null;
  paused: number;
  retired: number;
  due_ms: number;
  data: string;
};

export type SeenItemRow = {
  source_id: string;
  key: string;
  state: 'waiting' | 'kept' | 'refused' | 'failed';
  /** The publisher's words, only while the item is waiting. */
  item: string | null;
  address: string | null;
  seen_ms: number;
  published_ms: number | null;
  attempts: number;
  retry_ms: number;
  capture_id: string | null;
  error: string | null;
  message: string | null;
  ended_ms: number | null;
};
