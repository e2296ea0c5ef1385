import type { MentionType } from '../../domain/actor.ts';
import type { KnownActor } from '../../domain/ports/knowledge.ts';

/** A name as it stands in a passage, with the known actors that the form fits, likeliest first. */
export type NameMention = {
  readonly first: number;
  readonly last: number;
  readonly form: string;
  readonly type: MentionType;
  readonly known: readonly KnownActor[];
  /** How the form names them: by name, by capital, by demonym, or by surname alone. */
  readonly by: 'name' | 'metonym' | 'demonym' | 'surname' | 'none';
  /** A capital named as the place where something is ("in Moscow"): nobody acts there. */
  readonly isPlace?: true;
};
