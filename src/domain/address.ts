/**
 * The normalised address under which one article is one article, whatever link led to it:
 * https, lower-case host without `www.`/`amp.`/`m.`/`mobile.`, no fragment, no tracking parameters,
 * no `/amp` ending, no trailing slash, remaining parameters in order of their names.
 * Undefined for what is not http(s).
 */
export function articleAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const address = fromAmpCache(new URL(url));
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return undefined;
  address.protocol = 'https:';
  address.hash = '';
  address.username = '';
  address.password = '';
  if (address.port === '80' || address.port === '443') address.port = '';
  const labels = address.hostname.split('.');
  while (labels.length > 2 && MOBILE_HOST_LABELS.has(labels[0]!)) labels.shift();
  address.hostname = labels.join('.');
  for (const name of [...new Set(address.searchParams.keys())])
    if (isTracking(name, address.searchParams.get(name)!)) address.searchParams.delete(name);
  address.searchParams.sort();
  address.pathname =
    address.pathname
      .replace(/\/{2,}/g, '/')
      .replace(/^\/amp(?=\/)/, '')
      .replace(/(?:\/amp|\.amp)?\/*$/, '')
      .replace(/\.amp(?=\.html?$)/, '') || '/';
  if (address.searchParams.get('amp') !== null && /^(?:1|true|)$/.test(address.searchParams.get('amp')!))
    address.searchParams.delete('amp');
  if (address.searchParams.get('outputType') === 'amp') address.searchParams.delete('outputType');
  return address.href.replace(/\?$/, '').replace(/\/$/, '');
}

/**
 * The normalised address of a feed: https, lower-case host without `www.`, no fragment, no user name. Its query stays whole, because
 * `?feed=atom` and `?source=asia` tell feeds apart. Undefined for what is not http(s).
 */
export function feedAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const address = new URL(url);
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return undefined;
  const isDefaultPort = address.port === '' || address.port === '80' || address.port === '443';
  const host = (isDefaultPort ? address.hostname : address.host).replace(/^www\./, '');
  return `https://${host}${address.pathname.replace(/\/$/, '')}${address.search}`;
}

const MOBILE_HOST_LABELS = new Set(['www', 'amp', 'm', 'mobile']);

/** Google's copies of AMP pages carry the page's own address in their path. */
function fromAmpCache(address: URL): URL {
  const isCache = address.hostname.endsWith('.cdn.ampproject.org');
  const isViewer = /^(?:www\.)?google\.[a-z.]{2,6}$/.test(address.hostname) && address.pathname.startsWith('/amp/');
  if (!isCache && !isViewer) return address;
  const inner = /^\/(?:amp|[a-z])\/(s\/)?([^/]+\.[^/]+.*)$/.exec(address.pathname);
  const original = inner && `http${inner[1] ? 's' : ''}://${inner[2]}${address.search}`;
  return original && URL.canParse(original) ? new URL(original) : address;
}

function isTracking(name: string, value: string): boolean {
  return TRACKING_PARAMETER.test(name) || (ROAD_OR_ID.test(name) && !/\d{4,}/.test(value));
}

/** Parameters that name the reader or the road, never the page. */
const TRACKING_PARAMETER =
  /^(?:utm_.*|at_.*|pk_.*|mtm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|mc_cid|mc_eid|igshid|cmpid|ito|ocid|ncid|smid|smtyp|sref|ref_src|ref_url|referrer|partnerid|xtor|guccounter|_ga|wt_mc|wtmc|traffic_source|taid|sharetype|s_cid|icid|icmp|intcmp|tpcc|__twitter_impression|usqp|ns_.*)$/i;

/** Names that mean the road on most sites and the article on some: with a number for value they are kept. */
const ROAD_OR_ID = /^(?:cmp|ref|source|src|rss|feed|partner|campaign|spm|share|cid|at)$/i;
