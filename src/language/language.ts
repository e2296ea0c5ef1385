export { type Segments, segment } from './segment.ts';
