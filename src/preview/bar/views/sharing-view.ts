import { asHtml, escapeHtml, type Html } from '../../../domain/html.ts';
import type { RouteAnswer } from '../../server/route.ts';
import { answerView } from './print-view.ts';
import type { PageHead } from './read-head.ts';
import { printStructuredData } from './structured-data.ts';
import type { ViewedPage } from './viewed-page.ts';

/** So much of a title and of a description search engines and networks show, in characters; they count pixels, and say no number. */
const SHOWN = { title: 60, description: 160, cardTitle: 90 } as const;

/** What search engines, social networks and machines get of a page: its result, its card, its structured data. */
export async function sharingView({ path, html, edition }: ViewedPage): Promise<RouteAnswer> {
  const { readHead } = await import('./read-head.ts');
  const head = readHead(html);
  const { origin } = edition.prepared.edition.site;
  const parts = [
    printResult(head),
    printCard(head, origin),
    '<h2>Structured data</h2>',
    printStructuredData(head.data),
  ];
  const title = 'Search result and share card';
  return answerView({ path, view: 'sharing', title, content: asHtml(parts.join('\n')) });
}

function printResult({ title, description, canonical, robots, language, direction, date, siteName }: PageHead): Html {
  const isListed = !/(?:^|[\s,])(?:noindex|none)(?:$|[\s,])/i.test(robots ?? '');
  const notes = [
    isListed ? '' : 'The page asks search engines not to list it.',
    title === '' ? 'The page has no title.' : '',
    description === undefined ? 'It has no description: search engines take words of its text.' : '',
    tooLong('title', title, SHOWN.title),
    tooLong('description', description ?? '', SHOWN.description),
    canonical === undefined ? '' : `Its address for search engines: ${canonical}`,
  ];
  const day = date === undefined ? '' : `<span class="date">${escapeHtml(date.slice(0, 10))}</span> — `;
  return asHtml(`<h2>As a search engine shows it</h2>
<div class="result" lang="${escapeHtml(language)}" dir="${direction}">
<p class="site">${escapeHtml(siteName ?? '')} <bdi class="address">${escapeHtml(crumbs(canonical))}</bdi></p>
<p class="title">${escapeHtml(cut(title, SHOWN.title))}</p>
<p>${day}${escapeHtml(cut(description ?? '', SHOWN.description))}</p>
</div>
${printNotes(notes)}`);
}

function printCard({ properties, title, language, direction }: PageHead, origin: string): Html {
  const image = properties.get('og:image');
  const local = image?.startsWith(`${origin}/`) ? image.slice(origin.length) : undefined;
  const cardTitle = properties.get('og:title') ?? title;
  const alt = properties.get('og:image:alt');
  const notes = [
    image === undefined ? 'It has no picture for cards.' : '',
    image !== undefined && local === undefined ? `The picture is elsewhere, and not loaded here: ${image}` : '',
    image !== undefined && (alt ?? '') === ''
      ? 'The picture of the card has no words for those who cannot see it.'
      : '',
    properties.get('og:description') === undefined ? 'The card has no description.' : '',
  ];
  const picture =
    local === undefined
      ? '<div class="no-picture"></div>'
      : `<img src="${escapeHtml(local)}" alt="${escapeHtml(alt ?? '')}">`;
  const url = properties.get('og:url') ?? '';
  return asHtml(`<h2>As a share card</h2>
<div class="card" lang="${escapeHtml(language)}" dir="${direction}">
${picture}
<p class="host"><bdi>${escapeHtml(hostOf(url) ?? hostOf(origin) ?? '')}</bdi></p>
<p class="title">${escapeHtml(cut(cardTitle, SHOWN.cardTitle))}</p>
<p>${escapeHtml(cut(properties.get('og:description') ?? '', SHOWN.description))}</p>
</div>
${printNotes(notes)}`);
}

function printNotes(notes: readonly string[]): Html {
  const items = notes.filter((note) => note !== '').map((note) => `<li>${escapeHtml(note)}</li>`);
  return asHtml(items.length === 0 ? '' : `<ul class="notes">${items.join('')}</ul>`);
}

function tooLong(what: string, text: string, most: number): string {
  const length = [...text].length;
  return length > most ? `The ${what} has ${length} characters; about ${most} are shown.` : '';
}

/** At the end of a word, where there is one. */
function cut(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const shown = characters.slice(0, most).join('');
  return `${shown.replace(/\s+\S*$/u, '')} …`;
}

/** The host, and the folders of the address. */
function crumbs(address: string | undefined): string {
  try {
    const { host, pathname } = new URL(address ?? '');
    return [
      host,
      ...decodeURI(pathname)
        .split('/')
        .filter((part) => part !== ''),
    ].join(' › ');
  } catch {
    return '';
  }
}

function hostOf(address: string): string | undefined {
  try {
    return new URL(address).host;
  } catch {
    return undefined;
  }
}
