import type { Notice } from '../../domain/corrections/notice.ts';
import { needlesFor } from '../../domain/content/source.ts';
import { NoticeInText } from '../../../layouts/directives/correction.tsx';
import { printNotice } from '../corrections.ts';
import { printBlock } from '../print-layout.ts';
import type { Directive, DirectiveUse } from './directive.ts';
import { type DateWanted, readDate } from './read-date.ts';

/** A correction where the fault was: `:::correction{date="2026-11-23 11:20"}`. Pages and feeds of corrections have it too. */
export const correction: Directive = {
  name: 'correction',
  form: 'block',
  attributes: { date: 'required' },
  print: (use, text) => {
    const { corrections, story, words } = use.environment;
    const notice = readNotice(use);
    if (!notice) {
      const title = words('correction');
      return printBlock(NoticeInText, { kind: 'correction', id: undefined, title, time: undefined, text: text() });
    }
    const index = (story?.corrections ?? 0) + corrections.push(notice) - 1;
    const printed = printNotice('correction', { ...notice, index }, use.environment);
    return printBlock(NoticeInText, { ...printed, text: text() });
  },
};

const DATE: DateWanted = {
  of: 'note',
  needsTime: false,
  hint: 'write `date="2026-11-23"`, or with a time after it',
};

/** Reads a correction, and notes what is wrong with it; `undefined` where nobody knows when it was made. */
function readNotice(use: DirectiveUse): Notice | undefined {
  const date = readDate(use, DATE);
  if (!date) return undefined;
  const { attributes, environment, lines, text } = use;
  const needles = needlesFor([attributes.get('date') ?? ''], ['date="', "date='", 'date=']);
  const { post } = environment.current;
  const within = post === undefined ? {} : { update: post };
  return { date, text: environment.renderRich(text), place: { lines, needles, nth: 0 }, ...within };
}
