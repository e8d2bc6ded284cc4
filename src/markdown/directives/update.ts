import type { Moment } from '../../domain/dates.ts';
import { quote } from '../../diagnostics/wording.ts';
import { printTime } from '../../time/print-time.ts';
import { readMoment } from '../../time/read-moment.ts';
import { Update } from '../../../layouts/directives/update.tsx';
import { printBlock } from '../print-layout.ts';
import type { Directive, DirectiveUse } from './directive.ts';
import type { WrittenPost } from '../environment.ts';
import { slotFor } from '../slots.ts';

/** A dated piece of a live blog: `:::update{date="2026-11-23 14:05" title="The bridge opens"}`. */
export const update: Directive = {
  name: 'update',
  form: 'block',
  attributes: { date: 'required', title: 'optional' },
  print: (use, text) => {
    const { posts, current, language, site } = use.environment;
    const written = readUpdate(use);
    if (!written) return printBlock(Update, { dated: undefined, title: undefined, text: text() });
    const index = posts.push(written) - 1;
    current.post = index;
    const { id, date, title } = written;
    const { iso, text: time } = printTime(date, language, site.timeZone);
    const html = printBlock(Update, { dated: { id, iso, time }, title: title?.html, text: text() });
    current.post = undefined;
    return slotFor('begin', index) + html + slotFor('end', index);
  },
};

/** Reads an update, and notes what is wrong with it; `undefined` where it is none that could be published. */
function readUpdate(use: DirectiveUse): WrittenPost | undefined {
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
  const date = readDate(use);
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
  return { id, date, title: title?.trim() ? renderRich(title) : undefined, source, line: lines[0] };
}

function readDate({ attributes, environment: { site, story }, note }: DirectiveUse): Moment | undefined {
  const written = attributes.get('date') ?? '';
  // That it is missing was said already.
  if (written === '') return undefined;
  const read = readMoment(written, site.timeZone);
  if (read.kind !== 'moment' || !read.moment.hasTime) {
    const message = `Unexpected date ${quote(written)}, expected a day and a time that exist`;
    note('date', {
      code: 'date-invalid',
      message,
      hint: 'write `date="2026-11-23 14:05"`, in the time zone of the site',
    });
    return undefined;
  }
  if (read.skipped) {
    const message = `Unexpected time ${quote(written)}, expected one that clocks in ${site.timeZone} show`;
    note('date', {
      code: 'time-skipped',
      message,
      hint: 'clocks were put forward over it; write the time after the jump',
    });
  }
  if (story?.date && read.moment.instant < story.date.instant) {
    const message = `Unexpected ${quote(written)} before the story’s \`date\`, expected a later time`;
    note('date', { code: 'date-order', message, hint: 'correct the date of the update, or that of the story' });
  }
  return read.moment;
}

/** `update-20261123-1405`: in UTC, where every moment has a time of its own. */
function idOf({ instant }: Moment): string {
  const [day = '', clock = ''] = new Date(instant).toISOString().split('T');
  const seconds = clock.slice(6, 8) === '00' ? '' : clock.slice(6, 8);
  return `update-${day.replaceAll('-', '')}-${clock.slice(0, 2)}${clock.slice(3, 5)}${seconds}`;
}
