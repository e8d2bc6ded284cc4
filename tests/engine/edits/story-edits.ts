import { posix } from 'node:path';
import type { Random } from '../../bench/corpus.ts';
import { aRandomCheck, aRandomStory, randomRelated, SERIES, TOPICS } from '../newsrooms/a-random-story.ts';
import type { Desk } from '../builds/desk.ts';
import type { Edit } from './edit.ts';
import type { StoryDraft } from '../newsrooms/newsroom.ts';
import { randomCredits } from '../newsrooms/a-random-story.ts';
import { randomDate } from '../newsrooms/a-random-story.ts';
import { words } from '../newsrooms/a-random-story.ts';

/** What journalists do to stories. */
export const STORY_EDITS: Readonly<Record<string, Edit>> = {
  'add a story': add,
  'add a story of today': (desk, random) =>
    add(desk, random, new Date(desk.settings.now).toISOString().slice(0, 16).concat('Z')),
  'add an embargoed story': (desk, random) => add(desk, random, later(desk, 1 + random.below(3))),
  'change a text': ofStory((story, random) => {
    story.paragraphs[0] = words(random, 12);
  }),
  'change a text to another of the same length': ofStory((story, random) => {
    const [first = ''] = story.paragraphs;
    story.paragraphs[0] = `${String.fromCharCode(97 + random.below(26))}${first.slice(1)}`;
  }),
  'change a text but not its size and time': (desk, random) => {
    desk.keepsTimes = true;
    const { stories } = desk.newsroom;
    if (stories.length === 0) return undefined;
    const story = random.pick(stories);
    const [first = ''] = story.paragraphs;
    story.paragraphs[0] = `${String.fromCharCode(97 + random.below(26))}${first.slice(1)}`;
    return story.path;
  },
  'add or remove the heading that links lead to': ofStory((story) => {
    const others = story.paragraphs.filter((text) => text !== HEADING);
    story.paragraphs = others.length < story.paragraphs.length ? others : [...others, HEADING];
  }),
  'rename the heading that links lead to': ofStory((story) => {
    story.paragraphs = story.paragraphs.map((text) => (text === HEADING ? '## No more' : text));
  }),
  'change white space': ofStory((story, random) => {
    story.paragraphs = story.paragraphs.map((text) => text + ' '.repeat(random.below(4)));
  }),
  'change a comment': ofStory((story, random) => {
    story.comment = words(random, 2);
  }),
  'change a headline': ofKey('headline', (random, story) => `${words(random, 4)} ${story.number}`),
  'change a dek': ofKey('dek', (random) => random.pick([undefined, words(random, 5), 'A **dek**'])),
  'change a kicker': ofKey('kicker', (random) => random.pick([undefined, words(random, 1)])),
  'change a short headline': ofKey('shortHeadline', (random) => random.pick([undefined, words(random, 2)])),
  'change topics': ofKey('topics', (random) =>
    random.pick([undefined, [], [random.pick(TOPICS)], [random.pick(TOPICS), random.pick(TOPICS)], ['New topic']]),
  ),
  'change a series': ofKey('series', (random) => random.pick([undefined, ...SERIES])),
  'change related stories': (desk, random) =>
    ofStory((story) => {
      story.related = randomRelated(desk.newsroom, random).filter((number) => number !== story.number);
    })(desk, random),
  'change a date': ofKey('date', randomDate),
  'change when a story was updated': ofKey('updated', (random) => random.pick([undefined, '2026-12-24 08:00'])),
  'change a slug': ofKey('slug', (random, { number }) =>
    random.pick([undefined, `other-${number}`, `slug-${number}`, `Old_Slug.${number}`]),
  ),
  'change a permalink': ofKey('permalink', (random, { number }) =>
    random.pick([undefined, `/2014/10/Old_${number}.html`, `/old-blog/story ${number}/`]),
  ),
  'change a dateline': ofKey('dateline', (random) => random.pick([undefined, 'Lima', 'Oslo'])),
  'change aliases': ofKey('aliases', (random, { number }) =>
    random.pick([
      undefined,
      [`/old/${number}/`],
      [`/older/${number}`],
      [`/?p=${number}`, `/old tag/c++ ${number}/`],
      [`/OLD/${number}/`],
    ]),
  ),
  'change corrections': ofKey('corrections', (random) =>
    random.pick([undefined, [{ date: '2026-12-24', text: words(random, 3) }]]),
  ),
  'correct a story again': ofStory(({ keys }, random) => {
    const before = (keys['corrections'] ?? []) as readonly unknown[];
    const date = random.pick(['2026-12-01T01:30:00Z', '2026-12-31 23:30', '2027-01-05']);
    keys['corrections'] = [{ date, text: `It was *${words(random, 2)}*.` }, ...before];
  }),
  'change updates': ofKey('updates', (random) =>
    random.pick([undefined, [{ date: '2026-12-25', text: words(random, 3) }]]),
  ),
  'change a fact check': ofKey('factCheck', (random) => random.pick([undefined, aRandomCheck(random)])),
  'change a label': ofKey('label', (random) => random.pick([undefined, 'opinion', 'sponsored', 'satire'])),
  'change a language': ofKey('language', (random) => random.pick([undefined, 'fr', 'ar', 'de'])),
  'change a layout': ofKey('layout', (random) => random.pick([undefined, 'article', 'article-feature'])),
  'change whether a story is indexed': ofKey('noindex', (random) => random.pick([undefined, true])),
  'change where a story was first': ofKey('canonical', (random) =>
    random.pick([undefined, 'https://elsewhere.example/x']),
  ),
  'change whether a story is a draft': ofKey('draft', (random) => random.pick([undefined, true])),
  'break a draft': ofStory((story, random) => {
    story.keys['draft'] = true;
    Object.assign(story, random.pick(BREAKAGES)(story));
  }),
  'mend a draft': ofStory((story) => {
    const { titel: _slip, ...keys } = story.keys;
    story.keys = { ...keys, contributors: keys['contributors'] === 'nobody' ? 'Pat Guest' : keys['contributors'] };
    story.comment = '';
    story.links = story.links.filter((link) => link.kind !== 'markdown');
  }),
  'change the live strip of a story': ofKey('liveStrip', (random) =>
    random.pick<unknown>([
      undefined,
      false,
      { text: words(random, 2) },
      { until: '2026-11-23 20:00' },
      { until: '2026-11-20' },
    ]),
  ),
  'change the section of a story': (desk, random) => {
    const sections = (desk.newsroom.site['sections'] ?? []) as readonly { readonly id: string }[];
    const ids = [undefined, ...sections.map(({ id }) => id)];
    return ofKey('section', () => random.pick(ids))(desk, random);
  },
  'change credits': (desk, random) => ofKey('contributors', () => randomCredits(desk.newsroom, random))(desk, random),
  'embargo a story': (desk, random) => ofKey('date', () => later(desk, 1 + random.below(3)))(desk, random),
  'change links': (desk, random) =>
    ofStory((story) => {
      story.links = aRandomStory({ ...desk.newsroom }, random).links.filter(
        (link) => !('story' in link) || link.story !== story.number,
      );
    })(desk, random),
  'change pictures': (desk, random) =>
    ofStory((story) => {
      const other = aRandomStory({ ...desk.newsroom }, random);
      story.image = other.image;
      story.figures = other.figures;
    })(desk, random),
  'delete a story': (desk, random) => {
    const story = pickStory(desk, random);
    desk.newsroom.stories = desk.newsroom.stories.filter((other) => other !== story);
    return story?.path;
  },
  'delete most stories': (desk, random) => {
    const { stories } = desk.newsroom;
    desk.newsroom.stories = stories.filter(() => random.below(4) === 0);
    return `${stories.length} → ${desk.newsroom.stories.length}`;
  },
  'rename a file': ofStory((story, random) => {
    story.path = `${posix.dirname(story.path)}/renamed-${random.below(1000)}-${story.number}.md`;
  }),
  'rename a file but keep its slug': ofStory((story, random) => {
    story.keys['slug'] ??= `slug-${story.number}`;
    story.path = `${posix.dirname(story.path)}/renamed-${random.below(1000)}-${story.number}.md`;
  }),
  'move a file to another folder': ofStory((story, random) => {
    story.path = `${random.pick(['articles/2025', 'articles/a/b/c', 'articles'])}/${posix.basename(story.path)}`;
  }),
  'exchange the files of two stories': (desk, random) => {
    const [one, other] = [pickStory(desk, random), pickStory(desk, random)];
    if (!one || !other || one === other) return undefined;
    [one.path, other.path] = [other.path, one.path];
    return `${one.path}, ${other.path}`;
  },
  'give a story the slug that another had': (desk, random) => {
    const [one, other] = [pickStory(desk, random), pickStory(desk, random)];
    if (!one || !other || one === other) return undefined;
    one.keys['slug'] = `slug-${other.number}`;
    other.keys['slug'] = `slug-${one.number}`;
    return `${one.path}, ${other.path}`;
  },
};

/** What links to files name of them. */
const HEADING = '## More';

/** What may be wrong with a draft: in its front matter, so that it cannot be read, in its text, or with others. */
const BREAKAGES: readonly ((story: StoryDraft) => Partial<StoryDraft>)[] = [
  ({ keys }) => ({ keys: { ...keys, titel: 'x' } }),
  ({ keys }) => ({ keys: { ...keys, contributors: 'nobody' } }),
  () => ({ comment: 'unfinished\nkicker: "' }),
  ({ links }) => ({ links: [...links, { kind: 'markdown', text: 'See [nothing](none.md).' }] }),
];

function add(desk: Desk, random: Random, date?: string): string {
  const story = aRandomStory(desk.newsroom, random, date);
  desk.newsroom.stories.push(story);
  return story.path;
}

function later({ settings }: Desk, hours: number): string {
  return `${new Date(settings.now + hours * 3_600_000).toISOString().slice(0, 16)}Z`;
}

function pickStory({ newsroom: { stories } }: Desk, random: Random): StoryDraft | undefined {
  return stories.length === 0 ? undefined : random.pick(stories);
}

function ofStory(change: (story: StoryDraft, random: Random) => void): Edit {
  return (desk, random) => {
    const story = pickStory(desk, random);
    if (story) change(story, random);
    return story?.path;
  };
}

function ofKey(key: string, make: (random: Random, story: StoryDraft) => unknown): Edit {
  return ofStory((story, random) => {
    story.keys[key] = make(random, story);
  });
}
