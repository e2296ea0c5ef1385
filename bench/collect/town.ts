import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parentPort } from 'node:worker_threads';

/**
 * A town of 200 newspapers with ten items each, on twenty loopback addresses: answers come late, some come broken
 * (every seventh page fails once with 503 or a cut connection), some feeds and pages lie behind redirects, five feeds
 * are made to hurt. Every page is the same whenever it is asked for.
 */
export const PAPERS = 200;
export const ITEMS = 10;
export const HOSTILE = 5;

const failedOnce = new Set<string>();
const port = Number(process.argv[2] ?? 0);

if (parentPort || process.argv[1]?.endsWith('town.ts')) {
  const server = createServer((request, response) => {
    const path = request.url!;
    const number = Number(/\d+/.exec(path)?.[0] ?? 0);
    setTimeout(() => answer(path, number, request, response), 5 + ((number * 37) % 60));
  });
  server.listen(port, '0.0.0.0', () => {
    const address = server.address();
    const taken = typeof address === 'object' && address ? address.port : 0;
    if (parentPort) parentPort.postMessage(taken);
    else process.stdout.write(`${taken}\n`);
  });
}

function answer(path: string, number: number, request: IncomingMessage, response: ServerResponse): void {
  const base = `http://${request.headers.host}`;
  const [, road] = path.split('/');
  const page = /^\/(?:story|old)\/(\d+)\/(\d+)/.exec(path);
  if (road === 'robots.txt') response.end('User-agent: *\nDisallow: /private/\n');
  else if (road === 'feed' && number % 10 === 3) response.writeHead(302, { location: `/moved/${number}` }).end();
  else if (road === 'feed' || road === 'moved')
    response.setHeader('content-type', 'application/rss+xml').end(feed(number, base));
  else if (road === 'bomb') response.end(bomb(number));
  else if (road === 'old') response.writeHead(301, { location: path.replace('/old/', '/story/') }).end();
  else if (!page) response.writeHead(404).end();
  else if (failsNow(`${page[1]}/${page[2]}`, number * 10 + Number(page[2]))) {
    if (number % 2) response.writeHead(503).end();
    else request.socket.destroy();
  } else response.setHeader('content-type', 'text/html; charset=utf-8').end(story(number, Number(page[2])));
}

function failsNow(key: string, ordinal: number): boolean {
  if (ordinal % 7 !== 0 || failedOnce.has(key)) return false;
  failedOnce.add(key);
  return true;
}

function feed(number: number, base: string): string {
  const items = Array.from({ length: ITEMS }, (_, item) => {
    const road = item === 4 ? 'old' : 'story';
    return `<item><guid isPermaLink="false">${number}-${item}</guid><title>Paper ${number}, story ${item}</title><link>${base}/${road}/${number}/${item}?utm_source=rss</link><pubDate>Sun, 22 Nov 2026 0${item}:00:00 GMT</pubDate><description>In short.</description></item>`;
  });
  return `<rss version="2.0"><channel><title>Paper ${number}</title>${items.join('')}</channel></rss>`;
}

function story(number: number, item: number): string {
  const words = `<p>The council of town ${number} said in case ${item} that nothing was decided.</p>`.repeat(40);
  return `<!doctype html><html><head><title>Paper ${number}, story ${item}</title></head><body><article>${words}</article></body></html>`;
}

function bomb(number: number): string {
  if (number % 5 === 0) return `<rss><channel>${'<a>'.repeat(100_000)}`;
  if (number % 5 === 1) return `<rss><channel ${Array.from({ length: 100_000 }, (_, n) => `a${n}="x"`).join(' ')}>`;
  if (number % 5 === 2) return `<rss><channel><title><![CDATA[${'x'.repeat(5_000_000)}`;
  if (number % 5 === 3) return `<rss><channel>${'<item><title>'.repeat(60_000)}`;
  return `<rss><channel><item><description>${'<p>&amp;'.repeat(800_000)}</description></item></channel></rss>`;
}
