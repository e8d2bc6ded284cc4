import { NOTICE_NOTES } from '../../../validate/corrections.ts';
import { LIVE_STRIP_NOTES } from '../../../validate/site/live-strip.ts';
import type { articleSchema } from '../../../validate/story/article-schema.ts';
import type { NotesOf } from '../note.ts';
import { pictureNotes } from '../../../domain/content/key-text.ts';
import { RECORDING_NOTES } from '../../../markdown/media/read-recording.ts';

const FACT_CHECK = {
  claim: { help: 'What was said. `*emphasis*` is allowed.', examples: ['An ambulance now takes *twice as long*.'] },
  claimant: {
    help: 'Who said it: a person, or a group as `{ organization: … }`.',
    examples: ['Jo Li', { organization: 'Reopen Northside Now' }],
    keys: {
      organization: { help: 'The name of a group, a company or an office.', examples: ['Reopen Northside Now'] },
    },
  },
  date: { help: 'When it was said; not after the date of the story.', examples: ['2026-11-21'] },
  rating: {
    help: 'What you found, in words, or on a scale whose largest number is for what is true.',
    examples: ['Mostly false', { name: 'Mostly false', value: 2, worst: 1, best: 5 }],
    keys: {
      name: { help: 'The rating in words.', examples: ['Mostly false'] },
      value: { help: 'The rating as a number; needs `worst` and `best`.', examples: [2] },
      best: { help: 'The number for what is true.', examples: [5] },
      worst: { help: 'The number for what is false.', examples: [1] },
    },
  },
  url: {
    label: 'Address',
    help: 'Where the claim can be read.',
    examples: ['https://example.com/leaflet'],
    content: 'address',
  },
} as const;

const LIVE = {
  start: { help: 'From when on it says “Live”, with the time.', examples: ['2026-11-23 18:00'], otherwise: '`date`' },
  end: { help: 'Until when, with the time.', examples: ['2026-11-23 22:00'], otherwise: 'it goes on' },
} as const;

/** The front matter of a story. */
export const STORY = {
  headline: {
    help: 'The headline. `*emphasis*` is allowed.',
    examples: ['Harbour bridge closes after crack is found', 'Mayor: “We will rebuild”'],
  },
  contributors: {
    help: 'Who wrote the story, or took part in it: a name, the id of someone in `content/contributors/`, or a list of both. Anything with a capital letter or a space is a name, and printed as it is.',
    examples: ['Jane Doe', ['jane-doe', { name: 'John Roe', credit: 'contributed' }]],
    choices: { from: 'contributors', isClosed: false },
    more: 'credits',
    keys: {
      id: {
        label: 'Contributor',
        help: 'Someone in `content/contributors/`, by the name of the file without `.md`. In place of `name`.',
        examples: ['ana-ruiz'],
        choices: { from: 'contributors', isClosed: true },
      },
      name: { help: 'The name of anyone else. In place of `id`.', examples: ['John Roe'] },
      credit: { help: 'How they took part.', usual: 'byline', examples: ['photography'] },
      place: {
        help: 'Where they reported from. Only with `credit: reported-from`, which needs it.',
        examples: ['Oslo'],
      },
    },
  },
  date: {
    help: 'When the story is first published, in the time zone of the site. With a date in the future it is under embargo, and not published before.',
    examples: ['2026-11-23 07:30', '2026-11-23'],
  },
  updated: {
    help: 'When it was last changed; not before `date`. Corrections, updates and the posts of a live blog count without it.',
    examples: ['2026-11-24 09:00'],
  },
  dek: {
    help: 'The sentence under the headline. Search engines, cards and feeds have it as the description.',
    examples: ['Ferries run every ten minutes until the repair is done.'],
  },
  kicker: {
    help: 'The label over the headline.',
    examples: ['Harbour'],
    otherwise: 'the title of the section',
  },
  shortHeadline: {
    help: 'A shorter headline for cards, social networks and the tab of the browser.',
    examples: ['Harbour bridge closes'],
    otherwise: 'the headline',
  },
  slug: {
    help: 'The last part of the address: letters a-z, digits, `-`, `_` and `.`. Needed where the name of the file has no Latin letters.',
    examples: ['harbour-bridge-closes'],
    otherwise: 'the name of the file, or of its folder if the file is `index.md`',
  },
  permalink: {
    label: 'Whole address',
    help: 'The whole address of this story, whatever the pattern of the site is: a folder, or a file of HTML. Two addresses may not differ in capitals only.',
    examples: ['/2014/10/Foo_Bar.html', '/2014/10/old-name/'],
    content: 'path',
  },
  section: {
    help: 'Where in the paper it stands: the id of a section in `site.yaml`.',
    examples: ['news'],
    otherwise: 'the first section',
    choices: { from: 'sections', isClosed: true },
  },
  topics: {
    help: 'What it is about. Each topic has a page with all of its stories.',
    examples: [['Swing Bridge', 'Ferries']],
    choices: { from: 'topics', isClosed: false },
    more: 'topics',
  },
  series: {
    help: 'The id of the series that the story is a part of: a-z, 0-9 and hyphens. Stories with the same id belong together, in the order of their dates.',
    examples: ['the-long-repair'],
    choices: { from: 'series', isClosed: false },
    more: 'series',
  },
  related: {
    label: 'Related stories',
    help: 'Stories to read after this one, by their slugs or the paths of their files.',
    examples: [['harbour-bridge-closes', '../10/report.md']],
    otherwise: 'earlier parts of its series, and older stories that share its topics',
    choices: { from: 'stories', isClosed: false },
    more: 'related-stories',
  },
  dateline: {
    help: 'The place that it was filed from, printed before the first paragraph: “OLD QUAY —”.',
    examples: ['Old Quay'],
  },
  image: {
    label: 'Lead picture',
    help: 'The picture at the head of the story, also on its cards and in social networks.',
    examples: [{ src: 'bridge.jpg', alt: 'The bridge with its barriers down.', credit: 'Ana Ruiz / Harbour Post' }],
    more: 'pictures',
    keys: {
      ...pictureNotes('bridge.jpg'),
      licence: {
        help: 'The address of the licence of a picture by someone else. The credit, which is needed with it, links there, and search engines are told.',
        examples: ['https://creativecommons.org/licenses/by/4.0/'],
        content: 'address',
      },
    },
  },
  audio: {
    help: 'A recording at the head of the story. With a file of the newsroom’s own the story is also in the podcast.',
    examples: [{ src: 'bells.mp3', title: 'The bells', duration: '4:05', transcript: 'bells.txt' }],
    more: 'sound-and-video',
    keys: { ...RECORDING_NOTES, src: { ...RECORDING_NOTES.src, examples: ['bells.mp3'], content: 'sound' } },
  },
  video: {
    help: 'A film at the head of the story.',
    examples: [{ src: 'flood.mp4', poster: 'flood.jpg', captions: 'flood.vtt' }],
    more: 'sound-and-video',
    keys: { ...RECORDING_NOTES, src: { ...RECORDING_NOTES.src, examples: ['flood.mp4'], content: 'video' } },
  },
  corrections: {
    help: 'What was wrong, and what is right. Printed under the story, and listed at `/corrections/`.',
    examples: [[{ date: '2026-11-24 09:15', text: 'The bridge opened in 1903, not in 1930.' }]],
    more: 'corrections',
    keys: NOTICE_NOTES,
  },
  updates: {
    help: 'What was added to the story later, and corrects nothing. Printed under it.',
    examples: [[{ date: '2026-11-24 17:00', text: 'Adds the answer of the council.' }]],
    more: 'corrections',
    keys: NOTICE_NOTES,
  },
  factCheck: {
    help: 'What the story found of a claim. Printed in a box over the text, and told to search engines.',
    examples: [
      {
        claim: 'An ambulance now takes *twice as long*.',
        claimant: 'Jo Li',
        date: '2026-11-21',
        rating: 'Mostly false',
      },
    ],
    more: 'fact-checks',
    keys: FACT_CHECK,
  },
  live: {
    label: 'Live blog',
    help: 'Makes the story a live blog, whose text is made of updates.',
    examples: [true, { start: '2026-11-23 18:00', end: '2026-11-23 22:00' }],
    usual: false,
    more: 'live-blogs',
    keys: LIVE,
  },
  liveStrip: {
    help: 'The strip over the page that leads to a live channel; `false` for none. What is left out comes from `site.yaml`.',
    examples: [false, { text: 'Follow the vote as it happens', url: 'https://live.example/vote' }],
    otherwise: 'that of the site',
    keys: LIVE_STRIP_NOTES,
  },
  aliases: {
    label: 'Old addresses',
    help: 'Old addresses of the story, as paths. They lead to it for ever.',
    examples: [['/2026/11/22/harbour-bridge/']],
    content: 'path',
    more: 'redirects',
  },
  canonical: {
    label: 'First published at',
    help: 'The web address at which the story was first published, on another site. Search engines are sent there.',
    examples: ['https://example.com/the-story'],
    content: 'address',
  },
  language: {
    help: 'The language of this story, as a code. It decides on its words, dates, quotation marks and direction.',
    examples: ['es', 'ar', 'en-GB'],
    otherwise: 'the language of the site',
    choices: { from: 'languages', isClosed: false },
    content: 'language',
    more: 'languages',
  },
  translations: {
    help: 'The same story in other languages: for each language, a slug or the path of a file.',
    examples: [{ es: 'puente-cerrado', fr: '../fr/pont-ferme.md' }],
    names: { from: 'languages', isClosed: false },
    choices: { from: 'stories', isClosed: false },
    more: 'translations',
  },
  draft: {
    help: 'With `true` the story is not published, and what is wrong with it stops nothing.',
    examples: [true],
    usual: false,
    more: 'drafts',
  },
  noindex: {
    label: 'Not to be found',
    help: 'With `true` search engines and feeds leave the story out, and the search of the site does not find it.',
    examples: [true],
    usual: false,
  },
  free: {
    label: 'Free to read',
    help: '`false` says that only those may read it who pay or sign in. Search engines are told so; it locks nothing by itself.',
    examples: [false],
    usual: true,
    more: 'stories-that-are-not-free',
  },
  label: {
    label: 'Kind of story',
    help: 'What a reader must know of it. Printed, and told to search engines where they have a word for it; all but `sponsored` and `satire` have a head of their own.',
    examples: ['opinion'],
    otherwise: 'news',
    more: 'forms',
  },
  layout: {
    help: 'Another layout than the usual one. `article-feature` has the picture first and wide.',
    examples: ['article-feature'],
    usual: 'article',
    choices: { from: 'storyLayouts', isClosed: true },
  },
} as const satisfies NotesOf<typeof articleSchema>;
