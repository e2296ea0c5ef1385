/** Kinds of elements, after the HTML Standard (whatwg.org), "Optional tags" and "Rendering". */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const VOID_TAGS = set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
);

/** Elements that begin a new line of their own. */
export const BLOCK_TAGS = set(
  'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre search section summary table caption tbody td tfoot th thead tr ul noscript amp-img picture button label textarea select iframe video audio',
);

/** Names that pages use much; any other name is read as well, only slower. */
export const TAG_NAMES = new Set([
  ...VOID_TAGS,
  ...BLOCK_TAGS,
  ...'a abbr b bdi bdo big cite code data del dfn em font head i ins kbd mark noframes noembed object path rect circle g use defs polygon title script style template svg canvas map rp rt ruby s samp slot small source span strike strong sub sup tbody textarea time title tt u var datalist output progress meter'.split(
    ' ',
  ),
]);

/** Elements whose text nobody reads on the page. */
export const UNREAD_TAGS = set(
  'head script style template svg noscript iframe object canvas audio video map select option textarea datalist math-ml noframes noembed applet',
);

/** Closing tags that close only through inline elements. */
export const INLINE_CLOSERS = set(
  'b i em strong span u s small big font tt code q sub sup mark abbr cite label p time',
);

const P = set('p');
const HEADINGS = set('p h1 h2 h3 h4 h5 h6');

/** Open elements (innermost first) that the start of another one closes. */
export const CLOSED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...'address article aside blockquote center details dir div dl fieldset figcaption figure footer form header hgroup hr main menu nav ol p pre section table ul'
    .split(' ')
    .map((tag) => [tag, P] as const),
  ...'h1 h2 h3 h4 h5 h6'.split(' ').map((tag) => [tag, HEADINGS] as const),
  ['li', set('p li')],
  ['dd', set('p dd dt')],
  ['dt', set('p dd dt')],
  ['tr', set('p tr td th')],
  ['td', set('p td th')],
  ['th', set('p td th')],
  ['tbody', set('p tr td th thead tbody caption')],
  ['tfoot', set('p tr td th thead tbody')],
  ['option', set('option')],
  ['optgroup', set('option optgroup')],
  ['body', set('head')],
]);

/** Attributes that some step reads. */
export const READ_ATTRIBUTES = set(
  'id class itemprop itemtype itemscope rel href role style hidden aria-hidden aria-label datetime content name property type lang http-equiv title src alt data-testid data-component data-type data-name data-qa data-t data-module data-cf-email pubdate typeof vocab',
);
