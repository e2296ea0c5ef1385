/** Where feeds lie on sites that do not name them, most usual first. */
export const COMMON_FEED_PATHS: readonly string[] = [
  '/feed/',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feeds/posts/default',
  '/?feed=rss2',
  '/feed.json',
  '/news/rss',
  '/news/feed',
  '/blog/feed',
];

/** News sitemaps on sites that name none in robots.txt. */
export const COMMON_SITEMAP_PATHS: readonly string[] = ['/news-sitemap.xml', '/sitemap-news.xml', '/sitemap_news.xml'];
