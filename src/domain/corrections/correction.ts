import type { ActorKind } from '../actor.ts';
import type { Stance } from '../statement.ts';
import type { Anchor } from './anchor.ts';

/** An actor as a correction names it, so that it can stand in an article that never named it so. */
export type NamedActor = {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly country?: string;
};

/** Of one statement: who said it (null: nobody is named), toward what, or that it is none. `statement` is its public id when it was corrected. */
export type StatementChange =
  | {
      readonly kind: 'speaker';
      readonly statement: string;
      readonly anchor: Anchor;
      readonly to: NamedActor | null;
      readonly was: string | null;
    }
  | {
      readonly kind: 'stance';
      readonly statement: string;
      readonly anchor: Anchor;
      readonly to: Stance;
      readonly was: Stance;
    }
  | { readonly kind: 'hide'; readonly statement: string; readonly anchor: Anchor };

/**
 * Of actors: two that are one (`actor` goes into `into`), or a form that is somebody else's (it goes from `actor` to `to`: everywhere,
 * with `article` in that one alone, with `anchor` at one place).
 */
export type ActorChange =
  | { readonly kind: 'merge'; readonly actor: NamedActor; readonly into: NamedActor }
  | {
      readonly kind: 'split';
      readonly actor: NamedActor;
      readonly form: string;
      readonly to: NamedActor;
      readonly article?: string;
      readonly anchor?: Anchor;
    };

export type Change = StatementChange | ActorChange;

/** What a reader put right: data beside the reading, never in its place, so that it can be undone and holds after a re-reading. */
export type Correction = {
  readonly id: string;
  readonly madeAtMs: number;
  /** In the reader's words; may be empty. */
  readonly reason: string;
  /** It was made in the invented demo and holds only there. */
  readonly demo: boolean;
  readonly change: Change;
  readonly undoneAtMs?: number;
};

export const isOfStatement = (change: Change): change is StatementChange =>
  change.kind === 'speaker' || change.kind === 'stance' || change.kind === 'hide';

/** The article that a correction is bound to; undefined for one that holds in all. */
export function articleOf(change: Change): string | undefined {
  if (change.kind === 'merge') return undefined;
  return change.kind === 'split' ? (change.anchor?.article ?? change.article) : change.anchor.article;
}
