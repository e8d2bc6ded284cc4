import { realpathSync } from 'node:fs';
import type { Surroundings } from '../../reading/surroundings.ts';
import { quote } from '../../../diagnostics/wording.ts';
import type { Contributor } from '../../../domain/contributors.ts';
import { RecordedMedia } from '../../../domain/media/library.ts';
import type { Article } from '../../../domain/story/article.ts';
import { readArticle } from '../../../newsroom/newsroom.ts';
import { normalText } from '../../../disk/read-text.ts';
import { pathInTree } from '../git/repository.ts';
import { ignoredAmong } from '../git/working-tree.ts';
import type { OpenStory } from './open-story.ts';
import type { Refusal } from './refusal.ts';

/** A file that is committed with a story. */
export interface StoryFile {
  /** `addresses` is a file that says of addresses what is there. */
  readonly what: 'story' | 'file' | 'contributor' | 'addresses';
  /** Path in the working tree of git. */
  readonly treePath: string;
}

/** A story as it will be, and the files that go with it: new and changed pictures and other files that it shows or reads, and contributors who are new. */
export interface StoryRead {
  readonly kind: 'read';
  readonly article: Article;
  readonly files: readonly StoryFile[];
}

/** Reads a story as it will be, and finds what belongs to it. */
export async function readStory(story: OpenStory, text: string): Promise<StoryRead | Refusal> {
  const { setting, walk, repository, changes, treePath } = story;
  const media = new RecordedMedia(setting.media);
  const { value: article } = readArticle({ path: story.path, text: normalText(text) }, { ...setting, media });
  const people = creditedIn(article, story);
  const shown = [...media.lookups.keys()].map((asked) => asked.replace(/^text:/, ''));
  const wanted = [...new Set([...shown, ...people.flatMap((person) => person.media)])];
  const found: StoryFile[] = [{ what: 'story', treePath }];
  for (const path of wanted) {
    const file = walk.media.get(path);
    if (!file) continue;
    const inTree = pathInTree(repository, realpathSync(file.diskPath));
    if (inTree === undefined) return elsewhere(path);
    found.push({ what: 'file', treePath: inTree });
  }
  for (const { path } of people) {
    const file = walk.texts.find((text) => text.path === path);
    const inTree = file && pathInTree(repository, realpathSync(file.diskPath));
    if (inTree !== undefined) found.push({ what: 'contributor', treePath: inTree });
  }
  const [ignored] = await ignoredAmong(
    repository,
    found.map((file) => file.treePath),
  );
  if (ignored !== undefined) return isIgnored(ignored);
  const isIn = ({ what, treePath: path }: StoryFile): boolean =>
    what === 'story' || (what === 'contributor' ? changes.get(path) === 'new' : changes.has(path));
  return { kind: 'read', article, files: found.filter(isIn) };
}

function creditedIn({ credits }: Article, { contributors }: Surroundings): readonly Contributor[] {
  const names = new Set(credits.map(({ who }) => who));
  return contributors.filter(({ id, name, formerNames }) => [id, name, ...formerNames].some((one) => names.has(one)));
}

function elsewhere(path: string): Refusal {
  const message = `Unexpected file ${quote(path)} outside of the repository, expected it within`;
  return { kind: 'refused', reason: 'file', message, hint: 'copy the file itself to this place' };
}

function isIgnored(path: string): Refusal {
  const message = `Unexpected file ${quote(path)}, which .gitignore leaves out, expected one that can be committed`;
  return {
    kind: 'refused',
    reason: 'file',
    message,
    hint: 'take the line that fits it out of .gitignore, or move the file',
  };
}
