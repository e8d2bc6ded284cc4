import { judgeTextsOfKeys } from '../rules/texts-of-keys.ts';
import type { BaselineRead } from '../../domain/site/baseline.ts';
import { type Site, SITE_PATH } from '../../domain/site/site.ts';
import { isUrlPath, type UrlPath } from '../../domain/addresses.ts';
import { nameForHosts } from '../../domain/site/host-files.ts';
import { readSiteAddress } from '../../domain/site/written-address.ts';
import { keyAt, valueAt } from '../../diagnostics/finding.ts';
import { didYouMean, documentAt } from '../../diagnostics/wording.ts';
import { quote, quoteAll } from '../../diagnostics/wording.ts';
import type { MediaLibrary } from '../../domain/media/library.ts';
import { PHRASE_NAMES } from '../../words/words.ts';
import type { Validated } from '../setting.ts';
import { readBaseline, readUnsupportedBrowser } from './browsers.ts';
import { readContentPolicy } from './content-policy.ts';
import { keysOf, Reader } from '../reader.ts';
import { canonical, languageHint, readLanguage } from '../languages.ts';
import { readAdmin } from './admin.ts';
import { readDialects } from './dialects.ts';
import { readIcon } from './icon.ts';
import { readPictures } from './pictures.ts';
import { readLiveStrip } from './live-strip.ts';
import { readPublisher } from './languages.ts';
import { readSiteLanguages } from './languages.ts';
import { siteSchema, type SiteValues } from './site-schema.ts';
import { readStandards } from './standards.ts';
import { checkShape } from '../shape.ts';
import { readTitledList } from '../lists.ts';
import { readSectionColour } from './colours.ts';

const PERMALINK = '/{yyyy}/{mm}/{dd}/{slug}/';
const TOKENS = ['yyyy', 'mm', 'dd', 'slug', 'section'];

/** What beside `site.yaml` decides about the site. */
export interface SiteSetting {
  readonly media: MediaLibrary;
  /** The site's address for this build, in place of `url`. */
  readonly url: string | undefined;
  /** Derives a baseline from a browserslist query. */
  readonly baselineOf: (query: string) => BaselineRead;
}

/** Makes the site of what `content/site.yaml` holds. */
export function validateSite(given: unknown, setting: SiteSetting): Validated<Site> {
  const { values, findings } = checkShape<SiteValues>(SITE_PATH, given, siteSchema);
  const reader = new Reader(SITE_PATH, setting);
  const title = reader.filled(values.title, 'title') ?? '';
  const url = new URL(setting.url ?? readUrl(values.url, reader) ?? 'https://site.invalid/');
  const timeZone = readTimeZone(values.timeZone, reader);
  const language = readLanguage(values.language, { fallback: 'en-US', words: values.words ?? {} }, reader);
  const publisher = readPublisher(values.publisher, reader, 'publisher');
  const sections = readTitledList(
    values.sections,
    {
      ...{ key: 'sections', noun: 'section', hasPages: true },
      more: (section, ...keys) => readSectionColour(section, reader, ...keys),
    },
    reader,
  );
  const words = values.words ?? {};
  const site: Site = {
    title,
    origin: url.origin,
    basePath: decoded(url.pathname).replace(/\/+$/, ''),
    description: reader.filled(values.description, 'description'),
    hub: reader.webAddress(values.hub, 'hub'),
    language,
    home: '/' as UrlPath,
    languages: readSiteLanguages(values.languages, { language, title, sections, words, given }, reader),
    timeZone,
    permalink: readPermalink(values.permalink, reader),
    sections,
    series: readTitledList(values.series, { key: 'series', noun: 'series', hasPages: true, more: () => ({}) }, reader),
    navigation: values.navigation && reader.links(values.navigation, 'navigation'),
    baseline: readBaseline(values.baseline, setting.baselineOf, reader),
    unsupportedBrowser: readUnsupportedBrowser(values.unsupportedBrowser, language, reader),
    liveStrip: values.liveStrip && readLiveStrip(values.liveStrip, { timeZone, liveStrip: undefined }, reader),
    search: values.search ?? true,
    // A newsroom that refuses the crawlers of language models need not say twice that it does not want to feed them.
    cleanText: values.cleanText ?? values.crawlers?.ai !== 'refuse',
    html: values.html ?? 'safe',
    publisher: { ...publisher, name: publisher.name ?? title },
    icon: readIcon(values.icon, reader),
    pictures: readPictures(values.pictures, reader),
    social: reader.links(values.social, 'social'),
    crawlers: { ai: values.crawlers?.ai ?? 'allow' },
    policySources: readContentPolicy(values.csp, reader),
    markdown: readDialects(values.markdown),
    pages: values.pages ?? 'programs',
    admin: readAdmin(values.admin, reader),
    elsewhere: readElsewhere(values.elsewhere, reader),
    standards: readStandards(given, timeZone, reader),
    defaults: [],
    words: readWords(values.words, given, reader),
  };
  return {
    value: site,
    findings: [...findings, ...reader.findings, ...judgeTextsOfKeys(SITE_PATH, values, siteSchema)],
  };
}

/** The address of the site: of a folder, whose percent-encoding can be read. */
function readUrl(value: string | undefined, reader: Reader): string | undefined {
  const url = reader.siteAddress(value, 'url');
  if (url === undefined || readSiteAddress(url).kind === 'web') return url;
  const message = `Unexpected address ${quote(value)}, expected one like \`https://example.com/\``;
  const folder = url.replace(/[?#].*$/s, '').replace(/\/index\.\w+$/i, '/');
  if (folder !== url && readSiteAddress(folder).kind === 'web') {
    reader.note('url-invalid', valueAt('url'), message, `write the address of the folder alone: ${quote(folder)}`);
    return undefined;
  }
  const hint = 'write one `/` between the folders of the path, and `%25` for a percent sign, or leave the path out';
  reader.note('url-invalid', valueAt('url'), message, hint);
  return undefined;
}

/** A path without percent-encoding; empty where that cannot be read. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return '';
  }
}

function readTimeZone(value: string | undefined, reader: Reader): string {
  if (value === undefined) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value.trim() }).resolvedOptions().timeZone;
  } catch {
    const known = Intl.supportedValuesOf('timeZone');
    reader.note(
      'time-zone-invalid',
      valueAt('timeZone'),
      `Unexpected time zone ${quote(value)}, expected one like \`Europe/London\``,
      zoneHint(value.trim(), known),
    );
    return 'UTC';
  }
}

/** A city may stand without its area, `London`, and with a space in its name. */
function zoneHint(written: string, known: readonly string[]): string {
  const city = written.replace(/[\s_]+/g, '_').toLowerCase();
  const ofCity = known.find((zone) => zone.toLowerCase().endsWith(`/${city}`));
  if (ofCity !== undefined) return `write \`${ofCity}\``;
  return didYouMean(written, known, 'write the name of the area and its city: `America/New_York`');
}

function readPermalink(value: string | undefined, reader: Reader): string {
  if (value === undefined) return PERMALINK;
  const tokens = [...value.matchAll(/\{([^{}]*)\}/g)].map(([, token = '']) => token);
  const unknown = tokens.find((token) => !TOKENS.includes(token));
  const filled = value.replace(/\{[^{}]*\}/g, 'x');
  const isGood = unknown === undefined && tokens.includes('slug') && isUrlPath(filled) && /(\/|\.html)$/.test(value);
  const obeyed = nameForHosts(filled);
  if (isGood && obeyed === undefined) return value;
  const hint =
    unknown === undefined
      ? `write a pattern like \`${PERMALINK}\`${isGood ? ', without a name that hosts obey' : ''}`
      : didYouMean(unknown, TOKENS, `the parts are ${quoteAll(TOKENS.map((token) => `{${token}}`))}`);
  reader.note(
    'permalink-invalid',
    valueAt('permalink'),
    `Unexpected pattern ${quote(value)}, expected a path that begins with \`/\`, holds \`{slug}\` and ends with \`/\``,
    hint,
  );
  return PERMALINK;
}

function hintForPattern(pattern: string): string {
  const [, path = ''] = /^(?:https?:\/\/[^/]*)?\/?([^/?#\\:*][^?#\\:]*)$/i.exec(pattern) ?? [];
  const rules = 'begin with `/` and a name; `*` stands for anything within a part of the path, and `**` for any parts';
  if (path === '' || path.split('/').some((part) => part.includes('**') && part !== '**')) return rules;
  return `write ${quote(path.includes('*') ? `/${path}` : `/${path.replace(/\/$/, '')}/**`)}`;
}

/** Reads the patterns of paths that something else serves; one of all paths would have no link checked. */
function readElsewhere(values: readonly string[] | undefined, reader: Reader): readonly string[] {
  return (values ?? []).flatMap((value, index) => {
    const pattern = value.trim().normalize('NFC');
    const parts = pattern.split('/').slice(1);
    const isGood =
      /^\/[^/?#\\]/.test(pattern) &&
      !/[?#\\]/.test(pattern) &&
      parts.some((part) => !/^\**$/.test(part)) &&
      parts.every((part) => (part === '**' || !part.includes('**')) && !/^\.+$/.test(part));
    if (isGood) return [pattern];
    reader.note(
      'elsewhere-invalid',
      valueAt('elsewhere', index),
      `Unexpected pattern ${quote(value)}, expected one like \`/shop/**\` or \`/forum/*.php\``,
      hintForPattern(pattern),
    );
    return [];
  });
}

function readWords(values: SiteValues['words'] | undefined, given: unknown, reader: Reader): Site['words'] {
  if (values === undefined) return {};
  for (const language of keysOf(given, 'words')) {
    if (canonical(language) === undefined) {
      const message = `Unexpected language ${quote(language)}, expected a code like \`en\` or \`es-MX\``;
      reader.note('language-invalid', keyAt('words', language), message, languageHint(language));
    }
    for (const name of keysOf(given, 'words', language)) {
      if (PHRASE_NAMES.some((known) => known === name)) continue;
      const message = `Unexpected phrase ${quote(name)}, expected one that Broadsheet prints`;
      const hint = didYouMean(name, PHRASE_NAMES, `see ${documentAt('writing.md')} for all of them`);
      reader.note('key-unknown', keyAt('words', language, name), message, hint);
    }
  }
  const entries = Object.entries(values);
  return Object.fromEntries(entries.map(([language, phrases]) => [canonical(language) ?? language, phrases]));
}
