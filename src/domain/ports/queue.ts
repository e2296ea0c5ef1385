export type Step = 'fetch' | 'clean' | 'read' | 'relate';

/** A piece of work: a step and the reference it works on (never a page). */
export type Task = { readonly id: number; readonly step: Step; readonly ref: string; readonly attempts: number };

/** Steps travel at least once: a task that is taken and neither finished nor failed before its lease ends is given out again. */
export type Queue = {
  /** Adds a task; the same step and ref waiting already is not added twice. */
  readonly push: (step: Step, ref: string, options?: { readonly notBeforeMs?: number }) => Promise<void>;
  /**
   * Takes the next due task of the given steps for `leaseMs`. With `early`, a task that was put off so that more of its
   * kind could gather (`notBeforeMs`, never tried yet) is taken before its time: for when there is nothing else to do.
   */
  readonly take: (
    steps: readonly Step[],
    leaseMs: number,
    options?: { readonly early?: boolean },
  ) => Promise<Task | undefined>;
  /** Ends the task; `next` is pushed in the same commit, so that nothing falls between two steps. */
  readonly finish: (task: Task, next?: { readonly step: Step; readonly ref: string }) => Promise<void>;
  /** Gives the task back for `retryAtMs`, or ends it where that is absent; the reason is kept. */
  readonly fail: (task: Task, reason: string, retryAtMs?: number) => Promise<void>;
  readonly counts: () => Promise<readonly QueueCount[]>;
  /** Why the last task of this step and ref was given up; undefined while none was, or while one is waiting again. */
  readonly failure: (step: Step, ref: string) => Promise<string | undefined>;
};

const GROUP = 'group:';

/** The ref under which `relate` groups a storyline again; under `correctRef` it corrects an article; any other ref of that step is an article to place. */
export const groupRef = (storyline: string): string => `${GROUP}${storyline}`;

/** The storyline to group again, undefined where the ref is an article. */
export const storylineOf = (ref: string): string | undefined =>
  ref.startsWith(GROUP) ? ref.slice(GROUP.length) : undefined;

const CORRECT = 'correct:';

/** The ref under which `relate` applies the corrections of an article anew. */
export const correctRef = (article: string): string => `${CORRECT}${article}`;

/** The article whose corrections to apply, undefined where the ref is something else. */
export const correctedArticleOf = (ref: string): string | undefined =>
  ref.startsWith(CORRECT) ? ref.slice(CORRECT.length) : undefined;

/** Progress of one step. */
export type QueueCount = {
  readonly step: Step;
  readonly waiting: number;
  readonly working: number;
  readonly done: number;
  readonly failed: number;
};
