import type { Moment } from '../../domain/dates.ts';
import { quote } from '../../diagnostics/wording.ts';
import { cutTime, printTime } from '../../time/print-time.ts';
import { Update } from '../../../layouts/directives/update.tsx';
import { printBlock } from '../print-layout.ts';
import type { DirectiveUse, NotedDirective } from './directive.ts';
import { readChoice } from './read-choice.ts';
import { type DateWanted, readDate } from './read-date.ts';
import type { WrittenPost } from '../environment.ts';
import { slotFor } from '../slots.ts';

/** What stands by itself or not at all. */
const FLAG = { of: ['yes'] };

/** A dated piece of a live blog: `:::update{date="2026-11-23 14:05" title="The bridge opens" by="Ana Ruiz" key=yes pinned=yes}`. */
export const update: NotedDirective = {
  name: 'update',
  label: 'Live update',
  form: 'block',
  help: 'A post of a live blog.',
  attributes: {
    date: {
      isRequired: true,
      help: 'When it was written, with the time; no two may have the same.',
      example: '2026-11-23 18:05',
    },
    title: { help: 'What stands over it.', takes: 'line', example: 'The doors open', isUsual: true },
    by: { help: 'Who wrote it.', takes: 'plain', example: 'Ana Ruiz' },
    key: { label: 'Key point', help: 'Lists it by its title among the key points.', example: 'yes', ...FLAG },
    pinned: { help: 'Has it stand first, whatever its time.', example: 'yes', ...FLAG },
  },
  text: 'What has happened.',
  more: 'live-blogs',
  print: (use, text) => {
    const { posts, current, language, site, words } = use.environment;
    const written = readPost(use);
    if (!written) return printBlock(Update, { ...UNDATED, text: text() });
    const index = posts.push(written) - 1;
    current.post = index;
    const { id, date, title, by, isPinned = false } = written;
    const { iso, text: time } = printTime(date, language, site.timeZone);
    const dated = { id, iso, ...cutTime(time) };
    const byline = by === undefined ? undefined : words('by', { names: by });
    const html = printBlock(Update, { dated, title: title?.html, byline, isPinned, text: text() });
    current.post = undefined;
    return slotFor('begin', index) + html + slotFor('end', index);
  },
};

const UNDATED = { dated: undefined, title: undefined, byline: undefined, isPinned: false } as const;

/** Reads a post, and notes what is wrong with it; `undefined` where it is none that could be published. */
function readPost(use: DirectiveUse): WrittenPost | undefined {
  const { attributes, environment, note, isNested, lines, source } = use;
  const { story, posts, renderRich } = environment;
  if (!story?.isLive) {
    const message = 'Unexpected `update` in a story that is no live blog, expected `live` in its front matter';
    note(undefined, { code: 'directive-misused', message, hint: 'add `live: true`, or `live: { start: …, end: … }`' });
    return undefined;
  }
  if (isNested) {
    const message = 'Unexpected `update` within something else, expected it to stand by itself';
    note(undefined, { code: 'directive-misused', message, hint: 'close the block before it, and do not indent it' });
    return undefined;
  }
  const date = readDate(use, DATE);
  if (!date) return undefined;
  const id = idOf(date);
  const twin = posts.find((other) => other.id === id);
  if (twin) {
    const message = `Unexpected second update of the time ${quote(attributes.get('date') ?? '')}, expected a time of its own`;
    const hint = `the other one is on line ${twin.line}; the address of an update is made of its time: add seconds, \`14:05:30\``;
    note('date', { code: 'update-duplicate', message, hint });
    return undefined;
  }
  const title = attributes.get('title');
  const by = attributes.get('by')?.trim();
  return {
    id,
    date,
    title: title?.trim() ? renderRich(title) : undefined,
    source,
    line: lines[0],
    ...(by ? { by } : {}),
    ...(isKeyPoint(use) ? { isKey: true } : {}),
    ...(readChoice('pinned', FLAG, use) ? { isPinned: true } : {}),
  };
}

/** A key point is listed by its title. */
function isKeyPoint(use: DirectiveUse): boolean {
  if (!readChoice('key', FLAG, use)) return false;
  if (use.attributes.get('title')?.trim()) return true;
  const message = 'Unexpected `key` of an update without a title, expected one by which it is listed';
  use.note('key', { code: 'directive-misused', message, hint: 'add `title="…"`' });
  return false;
}

const DATE: DateWanted = {
  of: 'update',
  needsTime: true,
  hint: 'write `date="2026-11-23 14:05"`, in the time zone of the site',
};

/** `update-20261123-1405`: in UTC, where every moment has a time of its own. */
function idOf({ instant }: Moment): string {
  const [day = '', clock = ''] = new Date(instant).toISOString().split('T');
  const seconds = clock.slice(6, 8) === '00' ? '' : clock.slice(6, 8);
  return `update-${day.replaceAll('-', '')}-${clock.slice(0, 2)}${clock.slice(3, 5)}${seconds}`;
}
