import type { Edition, HeldBack, RelatedStory } from '../domain/edition.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { resolveContentPath } from '../markdown/path.ts';

/** What a name leads to. */
export type StoryFound =
  | { readonly kind: 'published'; readonly story: RelatedStory }
  | { readonly kind: 'held-back'; readonly heldBack: HeldBack }
  /** Nobody has it; `nearest` is the name that was most likely meant. */
  | { readonly kind: 'unknown'; readonly nearest: string | undefined };

const ARTICLES = 'content/articles/';

/** The stories of an edition by what editors call them: a slug, or the path of a file. They are looked through when one is asked for. */
export class NamedStories {
  private readonly edition: Pick<Edition, 'stories' | 'heldBack'>;
  private names: ReadonlyMap<string, StoryFound> | undefined;

  constructor(edition: Pick<Edition, 'stories' | 'heldBack'>) {
    this.edition = edition;
  }

  /**
   * The story of a slug: the newest of several, one that is published before one that is not. A path may be from the file that
   * names it, from `content/`, or from `content/articles/`.
   */
  find(target: string, from: string): StoryFound {
    this.names ??= this.namesOfAll();
    const names = /\.md$/i.test(target) ? pathsOf(target, from) : [target];
    for (const name of names) {
      const found = this.names.get(name);
      if (found) return found;
    }
    return { kind: 'unknown', nearest: this.nearest(target) };
  }

  private namesOfAll(): ReadonlyMap<string, StoryFound> {
    const names = new Map<string, StoryFound>();
    const add = (name: string, found: StoryFound): void => {
      if (!names.has(name)) names.set(name, found);
    };
    for (const story of this.edition.stories) {
      const found: StoryFound = { kind: 'published', story };
      add(story.entry.slug, found);
      add(story.entry.path, found);
    }
    for (const heldBack of this.edition.heldBack) {
      const found: StoryFound = { kind: 'held-back', heldBack };
      add(heldBack.slug, found);
      add(heldBack.path, found);
    }
    return names;
  }

  private nearest(target: string): string | undefined {
    const names = [...(this.names?.keys() ?? [])];
    const paths = names.filter((name) => name.startsWith(ARTICLES));
    if (!/\.md$/i.test(target)) {
      // The name of a file is no slug where the story has one of its own.
      const file = paths.find((path) => fileName(path) === `${target}.md`);
      const slugs = names.filter((name) => !name.startsWith(ARTICLES));
      return file === undefined ? nearest(target, slugs) : slugOf(this.names?.get(file));
    }
    const name = nearest(fileName(target), paths.map(fileName));
    return paths.find((path) => fileName(path) === name)?.slice('content/'.length);
  }
}

function slugOf(found: StoryFound | undefined): string | undefined {
  if (found?.kind === 'published') return found.story.entry.slug;
  return found?.kind === 'held-back' ? found.heldBack.slug : undefined;
}

/** The paths that a written one may mean, the most likely first. */
function pathsOf(target: string, from: string): readonly string[] {
  const within = target.replace(/^\/+/, '').replace(/^content\//, '');
  return [
    resolveContentPath(from, target),
    resolveContentPath('content/x', within),
    resolveContentPath(`${ARTICLES}x`, within),
  ].flatMap((found) => (found.kind === 'inside' ? found.path : []));
}

function fileName(path: string): string {
  return path.split('/').at(-1) ?? path;
}
