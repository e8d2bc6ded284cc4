import {
  type Archive,
  type ArchiveList,
  type Category,
  type Entry,
  ImportError,
  type OpenOptions,
  type Outline,
} from '../../archive.ts';
import { type Contributors, readContributors } from './contributors.ts';
import { entryOf } from './entry.ts';
import { mediaFinder } from './find-media.ts';
import { readManuscript } from './manuscript.ts';
import { outlineOf } from './outline.ts';
import { type Project, projectAt } from './project.ts';
import { referencesOf } from './references.ts';
import type { Publication, System } from './system.ts';
import { exactUrl } from './systems/paths.ts';
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
  const urls = new Map<string, string>();
  const references = referencesOf(project, publication, urls);
  const writer = textWriter(publication, references);
  const contributors = readContributors(project, writer.biography);
  const { listed, redirects } = readOutlines(project, publication, contributors);
  if (listed.length === 0 && redirects.length === 0) {
    throw new ImportError(
      `Unexpected folder without a text in Markdown, expected ${system.reads}: ${path}. Name the folder that has its configuration`,
    );
  }
  const outlines = listed.map(({ outline }) => outline);
  for (const { key, url } of outlines) if (url !== undefined) urls.set(key, url);
  const groups = translationsOf(listed, site.language);
  const hosts = new Set([...(site.hosts ?? []), ...hostsOf(site.url), ...hostsOf(publication.site.url)]);
  const find = mediaFinder({ project, base: publication.base, hosts, statics: publication.statics, media });
  return {
    system: system.name,
    site,
    contributors: contributors.all,
    outlines,
    lists: listsOf(outlines, publication, contributors),
    redirects,
    notes: [...publication.notes, ...foreignTexts(project, publication)],
    async *entries(): AsyncIterable<Entry> {
      for (const outline of outlines)
        yield entryOf(outline, { project, publication, contributors, writer }, groups.get(outline.key));
    },
    findMedia: (address, entry) => find(address, entry.key, entry.url),
  };
}

function readOutlines(
  project: Project,
  publication: Publication,
  contributors: Contributors,
): { readonly listed: readonly Listed[]; readonly redirects: Archive['redirects'] } {
  const listed: Listed[] = [];
  const redirects: { from: string; to: string }[] = [];
  for (const path of publication.texts) {
    if (contributors.files.has(path)) continue;
    const manuscript = readManuscript(project, publication, path);
    const place = manuscript && publication.place(path, manuscript.facts);
    if (!manuscript || !place) continue;
    const { facts } = manuscript;
    if (facts.redirectTo !== undefined && place.url !== undefined) {
      const to = /^[a-z]+:/i.test(facts.redirectTo) ? facts.redirectTo : exactUrl(publication.base, facts.redirectTo);
      redirects.push({ from: place.url, to });
      continue;
    }
    const outline = outlineOf(manuscript, place, { publication, contributors });
    listed.push({
      outline,
      group: facts.translationKey === undefined ? `file ${place.base}` : `key ${facts.translationKey}`,
    });
  }
  return { listed, redirects };
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
  const lists: ArchiveList[] = sections.map(({ url, category: { id } }) => ({ url, of: { kind: 'category', id } }));
  for (const { id } of categories.values())
    if (category && !taken.has(id)) lists.push({ url: category(id), of: { kind: 'category', id } });
  for (const name of topics) if (topic) lists.push({ url: topic(name), of: { kind: 'topic', name } });
  for (const { key, name } of contributors.all)
    if (contributor) lists.push({ url: contributor(name), of: { kind: 'contributor', key } });
  return lists;
}

function hostsOf(url: string | undefined): readonly string[] {
  if (url === undefined || !URL.canParse(url)) return [];
  const { hostname } = new URL(url);
  return hostname.startsWith('www.') ? [hostname, hostname.slice('www.'.length)] : [hostname, `www.${hostname}`];
}
