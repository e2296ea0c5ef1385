import { shortHash } from '../domain/ids.ts';
import { topicCosine, topicOf } from './topic.ts';

export type TextToGroup = {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  readonly published?: string | null;
};

/** Cosine from which a text joins a group. */
const SAME = 0.26;

/** Articles or bare headlines, in order of arrival, to stories. */
export function groupStories(docs: readonly TextToGroup[]): readonly { readonly id: string; readonly story: string }[] {
  const topics = docs.map((doc) => topicOf(doc));
  const story: string[] = [];
  for (const [j, topic] of topics.entries()) {
    let best = -1;
    let most = SAME;
    for (let i = 0; i < j; i++) {
      const same = topicCosine(topics[i]!, topic);
      if (same > most) [best, most] = [i, same];
    }
    story.push(best < 0 ? shortHash('story', docs[j]!.id) : story[best]!);
  }
  return docs.map((doc, i) => ({ id: doc.id, story: story[i]! }));
}
