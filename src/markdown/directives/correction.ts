import type { Moment } from '../../domain/dates.ts';
import { noticeId } from '../../domain/corrections.ts';
import type { TextPlace } from '../../domain/source.ts';
import { quote } from '../../diagnostics/wording.ts';
import { printTime } from '../../time/print-time.ts';
import { readMoment } from '../../time/read-moment.ts';
import { Correction } from '../../../layouts/directives/correction.tsx';
import { printBlock } from '../print-layout.ts';
import type { Directive, DirectiveUse } from './directive.ts';

/** A correction where the fault was: `:::correction{date="2026-11-23 11:20"}`. Pages and feeds of corrections have it too. */
export const correction: Directive = {
  name: 'correction',
  form: 'block',
  attributes: { date: 'required' },
  print: (use, text) => {
    const { corrections, current, language, site, story, words, renderRich } = use.environment;
    const title = words('correction');
    const date = readDate(use);
    if (!date) return printBlock(Correction, { title, dated: undefined, text: text() });
    const id = noticeId('correction', (story?.corrections ?? 0) + corrections.length);
    const { post } = current;
    const within = post === undefined ? {} : { update: post };
    corrections.push({ date, text: renderRich(use.text), place: placeOf(use), ...within });
    const { iso, text: time } = printTime(date, language, site.timeZone);
    return printBlock(Correction, { title, dated: { id, iso, time }, text: text() });
  },
};

function placeOf({ attributes, lines }: DirectiveUse): TextPlace {
  const text = attributes.get('date') ?? '';
  return { lines, needles: ['date="', "date='", 'date='].map((before) => ({ before, text })), nth: 0 };
}

function readDate({ attributes, environment: { site, story }, note }: DirectiveUse): Moment | undefined {
  const written = attributes.get('date') ?? '';
  // That it is missing was said already.
  if (written === '') return undefined;
  const read = readMoment(written, site.timeZone);
  if (read.kind !== 'moment') {
    const message = `Unexpected date ${quote(written)}, expected a day that exists`;
    note('date', { code: 'date-invalid', message, hint: 'write `date="2026-11-23"`, or with a time after it' });
    return undefined;
  }
  const { moment } = read;
  const end = moment.instant + (moment.hasTime ? 0 : 86_400_000 - 1);
  if (story?.date && end < story.date.instant) {
    const message = `Unexpected ${quote(written)} before the story’s \`date\`, expected a later time`;
    note('date', { code: 'date-order', message, hint: 'correct the date of the note, or that of the story' });
  }
  return moment;
}
