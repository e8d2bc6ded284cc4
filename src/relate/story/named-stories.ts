import type { Edition, HeldBack } from '../../domain/edition.ts';
import { RelatedStory } from '../../domain/story/story.ts';
import { fileName } from '../../domain/content/source.ts';
import { nearest } from '../../diagnostics/wording.ts';
import { contentPaths } from '../../markdown/content-paths.ts';
import { type Finding, keyAt, valueAt, WHOLE_FILE } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';

/** What a name leads to. */
export type StoryFound =
  | { readonly kind: 'published'; readonly story: RelatedStory }
  | { readonly kind: 'held-back'; readonly heldBack: HeldBack }
  /** Nobody has it; `nearest` is the name that was most likely meant. */
  | { readonly kind: 'unknown'; readonly nearest: string | undefined };

/**
 * The stories of an edition by what editors call them: a slug, or the path of a file. They are looked through when one is asked
 * for; there may be 100,000.
 */
export class NamedStories {
  private readonly edition: Pick<Edition, 'stories' | 'heldBack'>;
  private bySlug: ReadonlyMap<string, RelatedStory | HeldBack> | undefined;
  private byPath: ReadonlyMap<string, RelatedStory | HeldBack> | undefined;

  constructor(edition: Pick<Edition, 'stories' | 'heldBack'>) {
    this.edition = edition;
  }

  /**
   * The story of a slug: the newest of several, one that is published before one that is not. A path may be from the file that
   * names it, from `content/`, or from `content/articles/`.
   */
  find(target: string, from: string): StoryFound {
    const found = isStoryFile(target) ? this.atPath(target, from) : this.ofSlug(target);
    if (!found) return { kind: 'unknown', nearest: this.nearest(target) };
    if (found instanceof RelatedStory) return { kind: 'published', story: found };
    return { kind: 'held-back', heldBack: found };
  }

  private ofSlug(slug: string): RelatedStory | HeldBack | undefined {
    this.bySlug ??= this.by(({ slug: name }) => name);
    return this.bySlug.get(slug);
  }

  private atPath(target: string, from: string): RelatedStory | HeldBack | undefined {
    this.byPath ??= this.by(({ path }) => path);
    const path = storyFiles(target, from).find((written) => this.byPath?.has(written));
    return path === undefined ? undefined : this.byPath.get(path);
  }

  /** The first of several has the name: published ones come first, the newest before all others. */
  private by(nameOf: (names: StoryNames) => string): ReadonlyMap<string, RelatedStory | HeldBack> {
    const all = new Map<string, RelatedStory | HeldBack>();
    for (const story of this.edition.stories) {
      const name = nameOf(story.entry);
      if (!all.has(name)) all.set(name, story);
    }
    for (const heldBack of this.edition.heldBack) {
      const name = nameOf(heldBack);
      if (!all.has(name)) all.set(name, heldBack);
    }
    return all;
  }

  private nearest(target: string): string | undefined {
    const all: readonly StoryNames[] = [...this.edition.stories.map(({ entry }) => entry), ...this.edition.heldBack];
    if (isStoryFile(target)) {
      const files = all.map(({ path }) => fileName(path));
      const name = nearest(fileName(target), files);
      return name === undefined ? undefined : all[files.indexOf(name)]?.path.slice('content/'.length);
    }
    const last = lastPart(target);
    if (target.includes('/') && this.ofSlug(last)) return last;
    // The name of a file is no slug where the story has one of its own.
    const file = all.find(({ path }) => path.endsWith(`/${target}.md`));
    const slugs = all.map(({ slug }) => slug);
    return file ? file.slug : nearest(target, slugs);
  }
}

type StoryNames = Pick<HeldBack, 'slug' | 'path'>;

/** The last part of an address that somebody wrote in the place of a slug. */
export function lastPart(target: string): string {
  return /([^/?#]+?)(?:\.html?)?\/?(?:[?#].*)?$/.exec(target)?.[1] ?? '';
}

/** Whether a story is named by its file, and not by its slug. */
export function isStoryFile(target: string): boolean {
  return /\.md$/i.test(target);
}

/**
 * The paths that a written one may mean, the most likely first: from the file that it is written in, from `content/`, or
 * from `content/articles/`.
 */
export function storyFiles(target: string, from: string): readonly string[] {
  const within = target.replace(/^\/+/, '').replace(/^content\//, '');
  return [...contentPaths(target, from), ...contentPaths(within, 'content/x', 'content/articles/x')];
}

/** What a finding says, but for its code and its place. */
type Description = Pick<Finding, 'message' | 'hint' | 'related'>;

/** What to say of a name that leads to no published story. `meanwhile` is what happens until one that is held back is there. */
export function describeUnpublished(
  written: string,
  found: Exclude<StoryFound, { readonly kind: 'published' }>,
  meanwhile: string,
): Description {
  if (found.kind === 'held-back') return describeHeldBack(written, found.heldBack, meanwhile);
  const hint = /[,;]\s*\S/.test(written)
    ? 'write one story alone; each of several is an entry of its own, on a line with `- ` before it'
    : 'write the `slug` of a story, mostly its file name without `.md`, or the path of its file';
  return {
    message: `Unexpected story ${quote(written)}, expected the slug or the file of one`,
    hint: found.nearest === undefined ? hint : `did you mean \`${found.nearest}\`?`,
  };
}

function describeHeldBack(written: string, { path, reason }: HeldBack, meanwhile: string): Description {
  if (reason === 'draft') {
    return {
      message: `Unexpected draft ${quote(written)}, expected a story that is published`,
      hint: `publish it, or name another; ${meanwhile}`,
      related: [{ path, at: keyAt('draft'), message: 'it is a draft' }],
    };
  }
  if (reason === 'errors') {
    return {
      message: `Unexpected story ${quote(written)} with errors, expected one that is published`,
      hint: `mend that story, or name another; ${meanwhile}`,
      related: [{ path, at: WHOLE_FILE, message: 'it has errors' }],
    };
  }
  return {
    message: `Unexpected story ${quote(written)} under embargo, expected one that is published`,
    hint: `it comes by itself when its embargo ends; ${meanwhile}`,
    related: [{ path, at: valueAt('date'), message: 'its embargo ends here' }],
  };
}
