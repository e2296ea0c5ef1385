import { html } from 'hono/html';
import type { Settings } from '../../settings.ts';
import { settingRows } from '../../settings.ts';
import type { Page } from '../frame.ts';
import type { Markup } from '../markup.ts';
import { pageHead } from '../parts/lists.ts';

/** What stands between backticks in the help of a setting is code. */
const withCode = (help: string): readonly (Markup | string)[] =>
  help.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part));

/** The settings in force; they are set in the environment, before the start. */
export function settingsPage(settings: Settings): Page {
  const values: Readonly<Record<string, string | number>> = {
    STEMMA_DATA: settings.dataDir,
    STEMMA_PORT: settings.port,
    STEMMA_HOST: settings.host,
    STEMMA_PUBLIC_URL: settings.publicUrl,
    STEMMA_ALLOW_NETWORKS: settings.allowNetworks,
    STEMMA_CONTACT: settings.contact,
    STEMMA_MAX_HTML_BYTES: settings.maxHtmlBytes,
    STEMMA_MAX_TEXT_BYTES: settings.maxTextBytes,
    STEMMA_FETCH_TIMEOUT_MS: settings.fetch.totalMs,
    STEMMA_FETCH_HEADERS_MS: settings.fetch.headersMs,
    STEMMA_FETCH_PAUSE_MS: settings.fetch.bodyPauseMs,
    STEMMA_FETCH_WIRE_BYTES: settings.fetch.maxWireBytes,
    STEMMA_FETCH_BODY_BYTES: settings.fetch.maxBodyBytes,
    STEMMA_FETCH_HEADER_BYTES: settings.fetch.maxHeaderBytes,
    STEMMA_FETCH_REDIRECTS: settings.fetch.maxRedirects,
    STEMMA_FETCH_PER_HOST: settings.fetch.maxPerHost,
    STEMMA_FETCH_HOST_DELAY_MS: settings.fetch.hostDelayMs,
    STEMMA_IMPRINT: settings.imprintFile,
  };
  return {
    title: 'Settings',
    section: '/settings',
    main: html`${pageHead('', 'Settings')}
<p class="lead">Settings are read from the environment when Stemma starts.</p>
<div class="scroll" role="region" aria-label="Settings" tabindex="0"><table class="settings"><caption>The settings in force</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Now</th><th scope="col">What it does</th></tr></thead>
<tbody>${settingRows.map(
      (row) =>
        html`<tr><th scope="row"><code>${row.name}</code></th><td class="address">${values[row.name] === undefined || values[row.name] === '' ? html`<span class="soft">not set</span>` : String(values[row.name])}</td><td>${withCode(row.help)}</td></tr>`,
    )}</tbody></table></div>`,
  };
}
