/** How often a line of text stood in articles of one outlet: furniture repeats, news does not. Answers from a numbered snapshot. */
export type OutletLines = {
  readonly snapshot: number;
  /** Number of the outlet's articles that hold this line (white space folded), and how many articles were seen in all. */
  readonly seen: (outletDomain: string, line: string) => { readonly articles: number; readonly of: number };
};

/** Knows nothing: what the command-line filters use unless told otherwise. */
export const NO_OUTLET_LINES: OutletLines = { snapshot: 0, seen: () => ({ articles: 0, of: 0 }) };
