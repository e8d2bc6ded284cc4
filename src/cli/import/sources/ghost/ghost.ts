import { homeOf, withHome } from './fields.ts';
import { readFile } from 'node:fs/promises';
import { statSync } from 'node:fs';
import type { Archive, ArchiveReader, ArchiveSite, ImportNote, OpenOptions } from '../../archive.ts';
import { entriesOf } from './entries.ts';
import { type GhostExport, readExport } from './export.ts';
import { exportsIn, findFiles, isExport } from './find-files.ts';
import { findMediaFile } from './media-files.ts';
import { zoneOrUtc } from './moments.ts';
import { type Facts, listsOf, outlineOf } from './outlines.ts';
import { readPeople } from './people.ts';
import { readRedirects } from './redirects.ts';
import { readRoutes } from './routes.ts';

/** Reads what Ghost exports: its JSON, by itself or in a folder with pictures, routes and redirects. */
export const ghost: ArchiveReader = {
  type: 'ghost',
  reads: 'an export of Ghost (JSON), or a folder with it and with `content/images`',
  recognises: (path, head) => (head === undefined ? isFolderOfGhost(path) : isExport(head)),
  open,
};

function isFolderOfGhost(path: string): boolean {
  return statSync(path).isDirectory() && exportsIn(path).length > 0;
}

async function open(path: string, { media, site: given }: OpenOptions): Promise<Archive> {
  const files = findFiles(path, media);
  const archive = await readExport(files.json);
  const site = siteOf(archive, given);
  const routes = readRoutes(await textOf(files.routes), archive.settings.get('permalinks'));
  const redirects = readRedirects((await textOf(files.redirects)) ?? '[]');
  const home = homeOf(site.url);
  const facts: Facts = { archive, people: readPeople(archive), routes, timeZone: zoneOrUtc(site.timeZone), home };
  const outlines = archive.posts.map((post) => outlineOf(post, facts).outline);
  return {
    system: 'Ghost',
    site,
    contributors: facts.people.contributors.map((one) =>
      one.image === undefined ? one : { ...one, image: withHome(one.image, home) },
    ),
    outlines,
    lists: listsOf(facts, outlines),
    redirects: [
      ...redirects.redirects.map(({ from, to }) => ({ from: `${home}${from}`, to, isWritten: true as const })),
      { from: `${home}/rss/`, to: '/feed.xml' },
    ],
    endings: [{ ending: 'amp/' }, { ending: 'page/:number/', ofHome: '/archive/' }],
    notes: [...archive.notes, ...routes.notes, ...redirects.notes, ...noteAddress(home)],
    entries: () => entriesOf(facts),
    findMedia: (address) => findMediaFile(address, files.roots),
  };
}

/** What the settings of an export say of the site, unless something else was given. Its address is in none. */
function siteOf({ settings }: GhostExport, given: ArchiveSite): ArchiveSite {
  const named = (...names: readonly string[]): string | undefined =>
    names.map((name) => settings.get(name)?.trim()).find((value) => value !== undefined && value !== '');
  return {
    ...given,
    title: given.title ?? named('title'),
    description: given.description ?? named('description'),
    language: given.language ?? named('locale', 'lang', 'defaultLang', 'default_locale'),
    timeZone: given.timeZone ?? named('timezone', 'active_timezone', 'activeTimezone'),
  };
}

function noteAddress(home: string): readonly ImportNote[] {
  const advice = 'exports of Ghost do not say it: import again with `--url`, and links that name it become paths';
  return home === '' ? [{ kind: 'look', what: 'address of the old site', advice }] : [];
}

async function textOf(file: string | undefined): Promise<string | undefined> {
  return file === undefined ? undefined : (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
}
