/**
 * What a single site needs that no general rule gives it. The only place for such rules; each names the site by its
 * registrable domain, the classes or ids whose elements are furniture there, and why nothing general would do.
 * Empty: no site has needed one so far. Sites that are measured in `bench/` may never stand here.
 */
export type SiteRule = {
  /** Class or id names, whole, as they stand in the page. */
  readonly drop: readonly string[];
  readonly why: string;
};

/** By registrable domain ("courier.example"). */
export type SiteRules = Readonly<Record<string, SiteRule>>;

export const SITE_RULES: SiteRules = {};
