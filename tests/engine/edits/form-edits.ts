import { posix } from 'node:path';
import type { Random } from '../../bench/corpus.ts';
import type { Desk } from '../builds/desk.ts';
import type { Edit } from './edit.ts';
import type { StoryDraft } from '../newsrooms/newsroom.ts';
import { words } from '../newsrooms/a-random-story.ts';

const MINUTE = 60_000;

/** What journalists do with the forms of news: live blogs, recordings. */
export const FORM_EDITS: Readonly<Record<string, Edit>> = {
  'make a story a live blog': (desk, random) => makeLive(desk, random)?.path,
  'add an update to a live blog': ofLiveBlog((story, desk) => addUpdate(story, desk, -1)),
  'add an update to come to a live blog': ofLiveBlog((story, desk, random) =>
    addUpdate(story, desk, 1 + random.below(180)),
  ),
  'change an update': ofLiveBlog((story, _desk, random) => {
    const index = story.links.findIndex((link) => link.kind === 'markdown' && link.text.startsWith(':::update'));
    const update = story.links[index];
    if (update?.kind !== 'markdown') return;
    story.links[index] = { ...update, text: update.text.replace(/\n.*\n/, `\n${words(random, 4)}\n`) };
  }),
  'end a live blog': ofLiveBlog((story, desk, random) => {
    story.keys['live'] = { end: time(desk, random.pick([-1, 0, 1, 90])) };
  }),
  'make a live blog an ordinary story': ofLiveBlog((story) => {
    story.keys['live'] = undefined;
    story.links = story.links.filter((link) => link.kind !== 'markdown' || !link.text.startsWith(':::update'));
  }),
  'show a table of numbers': ({ newsroom }, random) => {
    const tables = Object.keys(newsroom.media).filter((path) => newsroom.media[path]?.kind === 'csv');
    if (newsroom.stories.length === 0 || tables.length === 0) return undefined;
    const story = random.pick(newsroom.stories);
    const path = random.pick(tables);
    const written = path.startsWith('media/')
      ? path.slice('media/'.length)
      : posix.relative(posix.dirname(story.path), path);
    story.links.push({ kind: 'markdown', text: `::table{src="${written}" title="${words(random, 2)}"}` });
    return `${story.path}: ${path}`;
  },
  'change a table of numbers': ({ newsroom: { media } }, random) => {
    const paths = Object.keys(media).filter((path) => media[path]?.kind === 'csv');
    const path = paths.length === 0 ? undefined : random.pick(paths);
    const medium = path === undefined ? undefined : media[path];
    if (path !== undefined && medium) media[path] = { ...medium, shade: random.below(256) };
    return path;
  },
  'put sound at the head of a story': ({ newsroom }, random) => {
    if (newsroom.stories.length === 0) return undefined;
    const story = random.pick(newsroom.stories);
    newsroom.others['media/bells.mp3'] ??= 'sound';
    newsroom.others['media/bells.txt'] ??= words(random, 5);
    story.keys['audio'] = { src: 'bells.mp3', transcript: random.pick(['bells.txt', words(random, 3)]) };
    return story.path;
  },
  'change a transcript': ({ newsroom: { others } }, random) => {
    if (others['media/bells.txt'] === undefined) return undefined;
    others['media/bells.txt'] = words(random, 5);
    return 'bells.txt';
  },
  'change a transcript but not its size and time': (desk, random) => {
    const { others } = desk.newsroom;
    const before = others['media/bells.txt'];
    if (before === undefined) return undefined;
    desk.keepsTimes = true;
    others['media/bells.txt'] = `${String.fromCharCode(97 + random.below(26))}${before.slice(1)}`;
    return 'bells.txt';
  },
  'change a sound': ({ newsroom: { others } }, random) => {
    if (others['media/bells.mp3'] === undefined) return undefined;
    others['media/bells.mp3'] = 'sound'.repeat(1 + random.below(3));
    return 'bells.mp3';
  },
};

function makeLive(desk: Desk, random: Random): StoryDraft | undefined {
  const { stories } = desk.newsroom;
  if (stories.length === 0) return undefined;
  const story = random.pick(stories);
  story.keys['date'] = time(desk, -240);
  story.keys['updated'] = undefined;
  story.keys['live'] = random.pick<unknown>([
    true,
    { end: time(desk, random.below(600) - 60) },
    { start: time(desk, random.below(120)) },
    { start: time(desk, -60), end: time(desk, 60) },
  ]);
  for (let count = random.below(4); count > 0; count -= 1) addUpdate(story, desk, random.below(300) - 230);
  return story;
}

/** As editors write it, some minutes from the moment of publication. */
function time({ settings }: Desk, minutes: number): string {
  return `${new Date(settings.now + minutes * MINUTE).toISOString().slice(0, 16)}Z`;
}

function addUpdate(story: StoryDraft, desk: Desk, minutes: number): void {
  const number = desk.newsroom.next;
  desk.newsroom.next += 1;
  const date = time(desk, minutes).replace('Z', `:${String(number % 60).padStart(2, '0')}Z`);
  story.links.push({
    kind: 'markdown',
    text: `:::update{date="${date}" title="Number ${number}"}\nUpdate ${number}\n:::`,
  });
}

function ofLiveBlog(change: (story: StoryDraft, desk: Desk, random: Random) => void): Edit {
  return (desk, random) => {
    const blogs = desk.newsroom.stories.filter(({ keys }) => keys['live'] !== undefined);
    const story = blogs.length === 0 ? makeLive(desk, random) : random.pick(blogs);
    if (story) change(story, desk, random);
    return story?.path;
  };
}
