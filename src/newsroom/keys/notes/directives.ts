import { CHART_KINDS } from '../../../markdown/charts/chart.ts';
import type { RECORDING_KEYS } from '../../../markdown/media/read-recording.ts';
import type { KeyText } from '../note.ts';
import { RECORDING } from './story-parts.ts';

/** What is said of an attribute of a directive; its values are texts. */
export interface AttributeNote extends Pick<KeyText, 'label' | 'help' | 'choices' | 'content' | 'otherwise'> {
  readonly example: string;
  /** All that it takes. */
  readonly of?: readonly string[];
  /** Whether it is nearly always written, though it may be left out. */
  readonly isUsual?: boolean;
}

/** What is said of a directive. */
export interface DirectiveNote {
  readonly help: string;
  readonly attributes: Readonly<Record<string, AttributeNote>>;
  /** What stands in a block, as an example. */
  readonly text?: string;
  /** The heading of `docs/writing.md` that says more. */
  readonly more?: string;
}

const TITLE = { help: 'What stands over it.', isUsual: true };
const BY = { help: 'Who said it.', example: 'Ruth Ambler, harbour master', isUsual: true };

/** What each directive of Broadsheet's is for, by its name. */
export const DIRECTIVE_NOTES: Readonly<Record<string, DirectiveNote>> = {
  pullquote: {
    help: 'A sentence of the story, set large.',
    attributes: { by: BY },
    text: 'We could hear it before we could see it.',
    more: 'blocks',
  },
  aside: {
    help: 'Background that stands beside the story.',
    attributes: { title: { ...TITLE, example: 'How the bridge turns' } },
    text: 'Paragraphs or a list.',
    more: 'blocks',
  },
  factbox: {
    help: 'The facts at a glance.',
    attributes: { title: { ...TITLE, example: 'At a glance' } },
    text: '- One fact',
    more: 'blocks',
  },
  story: {
    help: 'A card that leads to another story.',
    attributes: {
      slug: {
        label: 'Story',
        help: 'The story, by its slug or the path of its file.',
        example: 'harbour-bridge-closes',
        choices: { from: 'stories', isClosed: true },
      },
    },
    more: 'blocks',
  },
  audio: {
    help: 'Sound within the text.',
    attributes: recording({ src: 'bells.mp3', content: 'sound', title: 'The bells' }),
    more: 'sound-and-video',
  },
  video: {
    help: 'A film within the text.',
    attributes: recording({ src: 'flood.mp4', content: 'video', title: 'The flood' }),
    more: 'sound-and-video',
  },
  update: {
    help: 'A post of a live blog.',
    attributes: {
      date: { help: 'When it was written, with the time; no two may have the same.', example: '2026-11-23 18:05' },
      title: { ...TITLE, example: 'The doors open' },
      by: { help: 'Who wrote it.', example: 'Ana Ruiz' },
      key: { label: 'Key point', help: 'Lists it by its title among the key points.', example: 'yes', of: ['yes'] },
      pinned: { help: 'Has it stand first, whatever its time.', example: 'yes', of: ['yes'] },
    },
    text: 'What has happened.',
    more: 'live-blogs',
  },
  qa: {
    help: 'A question of an interview, with its answer.',
    attributes: {
      question: { help: 'The question.', example: 'You had a short night.' },
      by: { ...BY, example: 'Sal Pell', help: 'Who answers.' },
    },
    text: 'The answer, in as many paragraphs as it takes.',
    more: 'interviews-timelines-galleries-tables',
  },
  timeline: {
    help: 'What happened when: a list whose entries begin with a date and a colon.',
    attributes: { title: { ...TITLE, example: 'Eleven years' } },
    text: '- 2015-03-17: An inspector writes of rust.',
    more: 'interviews-timelines-galleries-tables',
  },
  table: {
    help: 'The table of a `.csv` file.',
    attributes: {
      src: {
        label: 'File',
        help: 'A `.csv` or `.tsv` file beside the story or in `content/media/`.',
        example: 'league.csv',
      },
      title: { ...TITLE, example: 'After Saturday’s matches' },
      highlight: { help: 'Sets the rows apart that have a cell with these words.', example: 'Tarnmouth Town' },
    },
    more: 'interviews-timelines-galleries-tables',
  },
  chart: {
    help: 'The numbers of a `.csv` file, drawn.',
    attributes: {
      src: {
        label: 'File',
        help: 'A `.csv` or `.tsv` file beside the story or in `content/media/`.',
        example: 'passengers.csv',
      },
      kind: {
        help: 'How they are drawn: `dot` has rows of dots, `stacked` bars of several parts.',
        example: 'line',
        of: CHART_KINDS,
      },
      title: {
        help: 'What the chart says. `*emphasis*` is allowed here and in the two that follow.',
        example: 'The ferries have never been so full',
      },
      unit: { help: 'What its numbers are, under the title.', example: 'Passengers a day' },
      source: { isUsual: true, help: 'Where they are from.', example: 'Harbour & Tarn Ferries' },
      x: { help: 'The name of the column that says what each row is.', example: 'Date', otherwise: 'the first column' },
      y: {
        help: 'The names of the columns that are drawn, with commas between.',
        example: 'Ferry,Tram',
        otherwise: 'all with numbers',
      },
      highlight: { help: 'A column, or what a row is: sets it apart, and the others are grey.', example: 'Ferry' },
      min: { help: 'A number from which the axis reaches at least.', example: '0' },
      max: { help: 'A number to which the axis reaches at least.', example: '100' },
      panels: {
        label: 'Small multiples',
        help: 'A drawing for each column, all by one scale. Stands by itself: `panels`.',
        example: 'yes',
      },
    },
    more: 'charts',
  },
  gallery: {
    help: 'Pictures side by side, which open over the whole window.',
    attributes: { title: { ...TITLE, example: 'The harbour at dawn' } },
    text: '![What it shows.](quay.jpg "Caption")',
    more: 'interviews-timelines-galleries-tables',
  },
  embed: {
    help: 'A card that leads to something on another site. Nothing is loaded from there.',
    attributes: {
      url: {
        label: 'Address',
        help: 'Where it leads.',
        example: 'https://video.example/watch?v=7',
        content: 'address',
      },
      title: { help: 'What it is.', example: 'The film of the flood', isUsual: true },
    },
    more: 'interviews-timelines-galleries-tables',
  },
  correction: {
    help: 'A correction where the fault was. It is among those at `/corrections/`, too.',
    attributes: { date: { help: 'When it was noted.', example: '2026-11-23 11:20' } },
    text: 'An earlier version of this paragraph said …',
    more: 'corrections',
  },
};

type RecordingNotes = { readonly [Key in (typeof RECORDING_KEYS)[number]]: AttributeNote };

function recording({
  src,
  content,
  title,
}: {
  readonly src: string;
  readonly content: 'sound' | 'video';
  readonly title: string;
}): RecordingNotes {
  const of = <Key extends Exclude<keyof RecordingNotes, 'src'>>(key: Key): AttributeNote => {
    const { examples, ...note } = RECORDING[key];
    return { ...note, example: examples[0] };
  };
  return {
    src: { ...RECORDING.src, content, example: src, isUsual: true },
    url: of('url'),
    title: { ...of('title'), example: title, isUsual: true },
    duration: of('duration'),
    poster: of('poster'),
    captions: of('captions'),
    transcript: { ...of('transcript'), isUsual: true },
  };
}
