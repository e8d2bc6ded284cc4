import { slugFrom } from '../../../validate/story/slug.ts';
import type { Archive, ArchiveContributor, TextContext } from '../archive.ts';
import { isWebAddress } from '../convert/links.ts';
import { cleaned, frontMatter } from './story-file.ts';

/** Somebody of an archive, and what they are in the newsroom. */
export interface PlannedContributor {
  /** Of the first of them: several of one name are one person. */
  readonly person: ArchiveContributor;
  readonly id: string;
  readonly name: string;
}

/**
 * Gives everyone who is credited an id.
 *
 * @param names Of a mapping file: names by names or keys.
 * @returns By the keys of the archive.
 */
export function planContributors(
  { contributors, outlines }: Pick<Archive, 'contributors' | 'outlines'>,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, PlannedContributor> {
  const credited = new Set(outlines.flatMap((outline) => outline.contributors));
  const byName = new Map<string, PlannedContributor>();
  const ids = new Set<string>();
  const planned = new Map<string, PlannedContributor>();
  for (const person of contributors) {
    if (!credited.has(person.key)) continue;
    const written = names.get(person.key) ?? names.get(person.name) ?? person.name;
    const name = written.replace(/\s+/g, ' ').trim().slice(0, 300) || person.key;
    const same = byName.get(name.toLowerCase());
    const id = same?.id ?? freeId(slugFrom(name) ?? slugFrom(person.key) ?? 'contributor', ids);
    ids.add(id);
    const one = same ?? { person, id, name };
    byName.set(name.toLowerCase(), one);
    planned.set(person.key, one);
  }
  return planned;
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const one = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(one)) return one;
  }
}

/** A person as a file of `content/contributors/`. */
export function printContributor({ person, name, id }: PlannedContributor, context: TextContext): string {
  const src = person.image === undefined ? undefined : context.media(person.image);
  const own = `/contributors/${id}/`;
  const links = [...new Set((person.links ?? []).map((link) => context.link(link)))].filter(
    (link) => link !== own && (isWebAddress(link) || link.startsWith('/')),
  );
  const keys = {
    name,
    role: person.role || undefined,
    image: src === undefined ? undefined : { src, alt: name },
    links: links.length > 0 ? links : undefined,
  };
  return `---\n${frontMatter(keys, context)}---\n${cleaned(person.text?.(context) ?? '', context)}\n`;
}
