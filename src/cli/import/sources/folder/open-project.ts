import {
  type Archive,
  type ArchiveList,
  type Category,
  type Entry,
  ImportError,
  type ImportNote,
  type OpenOptions,
  type Outline,
} from '../../archive.ts';
import { type Contributors, readContributors, withEverybody } from './contributors.ts';
import { entryOf } from './entry.ts';
import { mediaFinder } from './find-media.ts';
import { type Manuscript, readManuscript } from './manuscript.ts';
import { outlineOf } from './outline.ts';
import { type Project, projectAt } from './project.ts';
import { referencesOf } from './references.ts';
import type { Publication, System } from './system.ts';
import { exactUrl } from './systems/paths.ts';
import { rulesOfHosts } from './redirects/host-files.ts';
import { redirectsOf } from './redirects/rules.ts';
import { textWriter } from './text-writer.ts';
import { foreignTexts } from './foreign-texts.ts';

/** A text of the project: what is kept of it while others are read. */
interface Listed {
  readonly outline: Outline;
  /** Texts with the same one are translations of each other. */
  readonly group: string;
}

/** Opens a project as an archive. Texts are read twice: once for their outlines, and each again when its turn comes. */
export function openProject(system: System, path: string, { media, site: said }: OpenOptions): Archive {
  const project = projectAt(path);
  const publication = system.open(project);
  const site = {
    ...publication.site,
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
  };
  const known = { urls: new Map<string, string>(), languages: new Map<string, string>(), translations: new Map() };
  const references = referencesOf(project, publication, known);
  const writer = textWriter(publication, references);
  const told = readContributors(project, writer.biography);
  const contributors = publication.lists.contributor ? withEverybody(told) : told;
  const { listed, redirects, people, terms, notes } = readOutlines(project, publication, contributors);
  if (listed.length === 0 && redirects.length === 0) {
    throw new ImportError(
      `Unexpected folder without a text in Markdown, expected ${system.reads}: ${path}. Name the folder that has its configuration`,
    );
  }
  const ofProject = redirectsOf([...(publication.rules ?? []), ...rulesOfHosts(project, publication.statics)]);
  const outlines = listed.map(({ outline }) => outline);
  for (const { key, url, language = site.language } of outlines) {
    if (url !== undefined) known.urls.set(key, url);
    if (language !== undefined) known.languages.set(key, language);
  }
  const groups = translationsOf(listed, site.language);
  for (const [key, others] of groups) known.translations.set(key, others);
  const hosts = new Set([...(site.hosts ?? []), ...hostsOf(site.url), ...hostsOf(publication.site.url)]);
  const find = mediaFinder({ project, base: publication.base, hosts, statics: publication.statics, media });
  return {
    system: system.name,
    site,
    contributors: contributors.all,
    outlines,
    lists: [...people, ...terms, ...listsOf(outlines, publication, contributors)],
    redirects: [
      ...redirects,
      ...publication.feeds.map((feed) => ({ from: feed, to: '/feed.xml' })),
      ...(publication.homes ?? []).map((home) => ({ from: home, to: '/' })),
      ...(publication.indexes ?? []),
      ...ofProject.redirects,
    ],
    patterns: ofProject.patterns,
    ...(publication.endings ? { endings: publication.endings } : {}),
    notes: [...publication.notes, ...notes, ...ofProject.notes, ...foreignTexts(project, publication)],
    async *entries(): AsyncIterable<Entry> {
      for (const outline of outlines)
        yield entryOf(outline, { project, publication, contributors, writer }, groups.get(outline.key));
    },
    findMedia: (address, entry) => find(address, entry.key, entry.url),
  };
}

/** What is read of all texts at once. */
interface Outlines {
  readonly listed: readonly Listed[];
  readonly redirects: Archive['redirects'];
  /** Pages of people. */
  readonly people: readonly ArchiveList[];
  /** Lists of names of a kind that only this site sorts by. */
  readonly terms: readonly ArchiveList[];
  readonly notes: readonly ImportNote[];
}

function readOutlines(project: Project, publication: Publication, contributors: Contributors): Outlines {
  const listed: Listed[] = [];
  const redirects: { from: string; to: string }[] = [];
  const people: ArchiveList[] = [];
  const terms = new Map<string, ArchiveList>();
  const notes: ImportNote[] = [];
  const enter = (path: string): void => {
    const manuscript = readManuscript(project, publication, path);
    const place = manuscript && publication.place(path, manuscript.facts);
    if (!manuscript || !place) {
      notes.push(...notesOfNoPage(path, manuscript, project));
      return;
    }
    const { facts } = manuscript;
    if (facts.redirectTo !== undefined && place.url !== undefined) {
      const to = /^[a-z]+:/i.test(facts.redirectTo) ? facts.redirectTo : exactUrl(publication.base, facts.redirectTo);
      redirects.push({ from: place.url, to });
      return;
    }
    for (const { taxonomy, name } of facts.terms) {
      const url = publication.lists.term?.(taxonomy, name);
      if (url !== undefined && !terms.has(url)) terms.set(url, listAt(url, { kind: 'topic', name }, publication));
    }
    const outline = outlineOf(manuscript, place, { publication, contributors });
    listed.push({
      outline,
      group: facts.translationKey === undefined ? `file ${place.base}` : `key ${facts.translationKey}`,
    });
  };
  for (const path of publication.texts) if (!contributors.files.has(path)) enter(path);
  const credited = new Set(listed.flatMap(({ outline }) => outline.contributors));
  for (const path of publication.texts) {
    const key = contributors.files.get(path);
    // Somebody whom no story names has a page as any other.
    if (key !== undefined && !credited.has(key)) enter(path);
    else if (key !== undefined) people.push(...pageOfPerson(path, key, project, publication));
  }
  return { listed, redirects, people, terms: [...terms.values()], notes };
}

/** Where the page of somebody was, who has another now. */
function pageOfPerson(path: string, key: string, project: Project, publication: Publication): readonly ArchiveList[] {
  const manuscript = readManuscript(project, publication, path);
  const url = manuscript && publication.place(path, manuscript.facts)?.url;
  return url === undefined ? [] : [{ url, of: { kind: 'contributor', key } }];
}

/** Words that are lost, since they stood on no page of their own. */
function notesOfNoPage(path: string, manuscript: Manuscript | undefined, project: Project): readonly ImportNote[] {
  if (manuscript && manuscript.body.trim() !== '')
    return [
      {
        kind: 'lost',
        what: 'text that stood over a list, or on no page of its own',
        advice: 'say it in the `description` of the section, or on a page in `content/pages/`',
        detail: path,
      },
    ];
  if (manuscript || project.file(path) === undefined || project.text(path)) return [];
  return [{ kind: 'lost', what: 'text of over 20 MB', advice: 'make several texts of it', detail: path }];
}

/** For each text that has some, its translations by their language. */
function translationsOf(listed: readonly Listed[], main = ''): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const groups = new Map<string, Outline[]>();
  for (const { outline, group } of listed) {
    const known = groups.get(group);
    if (known) known.push(outline);
    else groups.set(group, [outline]);
  }
  const found = new Map<string, Readonly<Record<string, string>>>();
  for (const group of groups.values()) {
    const languages = group.map(({ language }) => language ?? main);
    if (group.length < 2 || new Set(languages).size < group.length) continue;
    for (const outline of group) {
      const others = group.flatMap((other, index) =>
        other === outline ? [] : [[languages[index] ?? '', other.key] as const],
      );
      found.set(outline.key, Object.fromEntries(others.filter(([language]) => language !== '')));
    }
  }
  return found;
}

function listsOf(
  outlines: readonly Outline[],
  publication: Publication,
  contributors: Contributors,
): readonly ArchiveList[] {
  const { category, topic, contributor } = publication.lists;
  const categories = new Map<string, Category>();
  const topics = new Set<string>();
  for (const outline of outlines) {
    for (const one of outline.categories) categories.set(one.id, one);
    for (const name of outline.topics) topics.add(name);
  }
  const sections = publication.sections.filter(({ category: { id } }) => categories.has(id));
  const taken = new Set(sections.map(({ category: { id } }) => id));
  const list = (url: string, of: ArchiveList['of']): ArchiveList => listAt(url, of, publication);
  return [
    ...sections.map(({ url, category: { id } }) => list(url, { kind: 'category', id })),
    ...[...categories.keys()].flatMap((id) =>
      category && !taken.has(id) ? list(category(id), { kind: 'category', id }) : [],
    ),
    ...[...topics].flatMap((name) => (topic ? list(topic(name), { kind: 'topic', name }) : [])),
    ...contributors.all.flatMap(({ key, name }) =>
      contributor ? list(contributor(name), { kind: 'contributor', key }) : [],
    ),
  ];
}

function listAt(url: string, of: ArchiveList['of'], { feedsOf }: Publication): ArchiveList {
  const feeds = feedsOf?.(url) ?? [];
  return feeds.length > 0 ? { url, feeds, of } : { url, of };
}

function hostsOf(url: string | undefined): readonly string[] {
  if (url === undefined || !URL.canParse(url)) return [];
  const { hostname } = new URL(url);
  return hostname.startsWith('www.') ? [hostname, hostname.slice('www.'.length)] : [hostname, `www.${hostname}`];
}
