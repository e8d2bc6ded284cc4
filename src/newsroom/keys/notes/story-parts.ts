import type { noticesSchema } from '../../../validate/corrections.ts';
import type { liveStripSchema } from '../../../validate/site/live-strip.ts';
import type { articleSchema } from '../../../validate/story/article-schema.ts';
import type { KeyText, NotesOf } from '../note.ts';

type Shape = (typeof articleSchema)['shape'];

/** What is said of the keys of a picture, wherever front matter has one. */
export function pictureNotes(file: string) {
  return {
    src: {
      label: 'File',
      help: 'The file, which lies beside the text or in `content/media/`.',
      examples: [file],
      content: 'picture',
    },
    alt: {
      label: 'What it shows',
      help: 'What the picture shows, for readers who cannot see it. Needed; `""` if the picture adds nothing.',
      examples: ['The bridge with its barriers down.'],
    },
    caption: { help: 'The words under the picture. `*emphasis*` is allowed.', examples: ['The bridge on Monday.'] },
    credit: { help: 'Who made the picture, and for whom.', examples: ['Ana Ruiz / Harbour Post'] },
    focus: {
      label: 'What must stay in sight',
      help: 'The point that must stay in sight where the picture is cropped, from the left and from the top.',
      examples: ['30% 40%'],
      otherwise: 'the middle',
    },
  } as const satisfies Readonly<Record<string, KeyText>>;
}

export const RECORDING = {
  src: { label: 'File', help: 'The file, which lies beside the story or in `content/media/`.' },
  url: {
    label: 'Address',
    help: 'The address of a recording on another site, in place of `src`. A card leads there, and nothing is loaded from there.',
    examples: ['https://video.example/watch?v=7'],
    content: 'address',
  },
  title: { help: 'What it is called.', examples: ['The bells of St Brannock’s'] },
  duration: { help: 'How long it takes, in quotes.', examples: ['4:05', '1:02:30'] },
  poster: {
    help: 'The picture that stands in the place of a video until it is played.',
    examples: ['flood.jpg'],
    content: 'picture',
  },
  captions: { help: 'A `.vtt` file with captions.', examples: ['flood.vtt'], content: 'captions' },
  transcript: {
    help: 'What is said: a `.txt` or `.vtt` file, or the text itself. A video with captions can do without.',
    examples: ['bells.txt'],
    content: 'paragraphs',
  },
} as const satisfies NotesOf<Shape['audio']>;

export const NOTICE = {
  date: { help: 'When it was noted; not before the story itself.', examples: ['2026-11-24 09:15'] },
  text: {
    help: 'What was wrong and what is right, or what was added. `*emphasis*` is allowed.',
    examples: ['The bridge opened in 1903, not in 1930.'],
    content: 'paragraphs',
  },
} as const satisfies NotesOf<typeof noticesSchema>;

export const FACT_CHECK = {
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
} as const satisfies NotesOf<Shape['factCheck']>;

export const LIVE = {
  start: { help: 'From when on it says “Live”, with the time.', examples: ['2026-11-23 18:00'], otherwise: '`date`' },
  end: { help: 'Until when, with the time.', examples: ['2026-11-23 22:00'], otherwise: 'it goes on' },
} as const satisfies NotesOf<Shape['live']>;

export const LIVE_STRIP = {
  label: { help: 'The first words, set apart.', examples: ['Live'] },
  text: { help: 'What the strip says.', examples: ['Follow the vote as it happens'] },
  url: {
    label: 'Address',
    help: 'Where it leads: a web address, or a path on this site. The strip needs one, here or in `site.yaml`.',
    examples: ['https://live.example/harbour'],
    content: 'address',
  },
  until: { help: 'From when on it is not printed any more.', examples: ['2026-11-23 22:00'], otherwise: 'it stays' },
} as const satisfies NotesOf<typeof liveStripSchema>;
