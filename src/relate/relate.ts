/** The room's door: what holds across articles. */

export { type Comparison, compareStatements, type Relation } from './compare.ts';
export { findCopies, LEAST_COVER, REPUBLISHED_COVER } from './copies.ts';
export { groupStories, type TextToGroup } from './group-stories.ts';
export { type HeldArticles, holdArticles } from './neighbours.ts';
export { originsOf } from './origins.ts';
export { type Place, type Placement, relateArticle } from './place.ts';
export { relateAll } from './relate-all.ts';
export { type GroupFindings, relateGroup } from './relate-group.ts';
export { type DatedText, type FindDates, timelineOf } from './timeline.ts';
