import { type Claim, claimOfSite } from '../../diagnostics/claim.ts';
import { publicUrl } from '../../domain/content/content-kinds.ts';
import type { Edition, EditionToBe } from '../../domain/edition.ts';
import { FEED_FORMATS, FEEDS, feedUrl } from '../../domain/feeds.ts';
import { ARCHIVE_URL } from '../../domain/dates.ts';
import { SITEMAP_URL, type UrlPath } from '../../domain/addresses.ts';
import { absoluteUrl, type Site } from '../../domain/site/site.ts';
import { cleanTextUrl, LLMS_URL } from '../../domain/story/clean-text.ts';
import { escapeMarkdown, linkMarkdown } from '../../formats/clean-text/inline-markdown.ts';
import { wordsIn } from '../../words/words.ts';
import { noMoments, ownUrl, type PageKind } from '../page-kind.ts';
import type { Materials } from '../surroundings.ts';
import { makeFooter } from './footer.ts';

/** What the file is made of that tells programs what there is to read. No story is in it, so that none changes it. */
export interface LlmsSubject {
  readonly url: UrlPath;
  /** Those that have a front. */
  readonly sections: readonly SectionLink[];
  readonly languages: readonly { readonly url: UrlPath }[];
}

interface SectionLink {
  readonly title: string;
  readonly description: string | undefined;
  readonly url: UrlPath;
}

export const llms: PageKind<LlmsSubject, string> = {
  list: listLlms,
  urlOf: ownUrl,
  layout: () => 'verbatim',
  make: makeLlms,
  sitemap: { none: 'programs look for it at this address' },
  claims: { 'unless-own': claimLlms },
  everyShard: true,
  changesAt: noMoments,
  navigation: undefined,
};

/** Whether the newsroom says itself what programs should read, or nothing. */
function isElsewhere({ site, ownPages, publicFiles }: Pick<EditionToBe, 'site' | 'ownPages' | 'publicFiles'>): boolean {
  return (
    !site.cleanText ||
    ownPages.some(({ url }) => url === LLMS_URL) ||
    publicFiles.some((path) => publicUrl(path) === LLMS_URL)
  );
}

function claimLlms(edition: EditionToBe): readonly Claim[] {
  return isElsewhere(edition) ? [] : [claimOfSite(LLMS_URL, 'the llms.txt')];
}

function listLlms(edition: Edition): readonly LlmsSubject[] {
  if (isElsewhere(edition)) return [];
  const sections = edition.sections.map(({ section: { title, description }, url }) => ({ title, description, url }));
  return [{ url: LLMS_URL, sections, languages: edition.languages.map(({ url }) => ({ url })) }];
}

/** Makes the file by the convention of llmstxt.org: the name of the site, what it is, and lists of links. */
function makeLlms({ sections, languages }: LlmsSubject, { site, navigation }: Materials): string {
  const words = wordsIn(site.language, site.words);
  const titles = new Map(site.languages.map(({ home, title }) => [home, title]));
  const lists: readonly (readonly [title: string, links: readonly NotedLink[]])[] = [
    [words('home'), [link(words('home'), site.home, site), ...feedLinks(site)]],
    [
      words('sections'),
      sections.map(({ title, url, description }) => ({ ...link(title, url, site), note: description })),
    ],
    [words('languages'), languages.map(({ url }) => link(titles.get(url) ?? url, url, site))],
    [
      words('archive'),
      [
        { ...link(words('archive'), ARCHIVE_URL, site), note: words('archiveText', { site: site.title }) },
        link('sitemap.xml', SITEMAP_URL, site),
      ],
    ],
    [
      site.publisher.name,
      makeFooter({ site, navigation }).links.map(({ label, href }) => ({ label, url: whole(href, site) })),
    ],
  ];
  const blocks = [
    `# ${escapeMarkdown(site.title)}`,
    site.description === undefined ? '' : `> ${escapeMarkdown(site.description)}`,
    words('cleanTextNote', { markdown: patternOf(site, 'markdown'), json: patternOf(site, 'json') }),
    ...lists.map(([title, links], index) => {
      const listed = new Set(lists.slice(0, index).flatMap(([, before]) => before.map(({ url }) => url)));
      return printList(
        title,
        links.filter(({ url }) => !listed.has(url)),
      );
    }),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

interface NotedLink {
  readonly label: string;
  /** Whole. */
  readonly url: string;
  readonly note?: string | undefined;
}

function link(label: string, url: UrlPath, site: Site): NotedLink {
  return { label, url: absoluteUrl(site, url) };
}

function feedLinks(site: Site): readonly NotedLink[] {
  return FEED_FORMATS.map((format) => link(FEEDS[format].name, feedUrl(site.home, format), site));
}

/** Where the texts of stories are: `https://ledger.example/{yyyy}/{mm}/{dd}/{slug}/index.md`. */
function patternOf(site: Site, form: 'markdown' | 'json'): string {
  return `\`${site.origin}${site.basePath}${cleanTextUrl(site.permalink as UrlPath, form)}\``;
}

function printList(title: string, links: readonly NotedLink[]): string {
  const lines = links.map(({ label, url, note }) => {
    const after = note === undefined ? '' : `: ${escapeMarkdown(note)}`;
    return `- ${linkMarkdown(label, url)}${after}`;
  });
  return lines.length === 0 ? '' : `## ${escapeMarkdown(title)}\n\n${lines.join('\n')}`;
}

/** An address of the footer is from the root of the host, or elsewhere. */
function whole(address: string, site: Site): string {
  return address.startsWith('/') ? site.origin + address : address;
}
