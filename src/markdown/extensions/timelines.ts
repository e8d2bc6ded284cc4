import type MarkdownIt from 'markdown-it';
import type { StateCore, Token } from 'markdown-it';
import { TimelineDate, type TimelineDateData } from '../../../layouts/directives/timeline-date.tsx';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Directive } from '../directives/directive.ts';
import { doubtOfClock } from '../directives/read-date.ts';
import { type Environment, linesOf } from '../environment.ts';
import { printBlock } from '../print-layout.ts';
import { printDate } from '../../time/print-date.ts';
import { printTime } from '../../time/print-time.ts';
import { readMoment } from '../../time/read-moment.ts';

/** The date of an entry, and what stands between it and the text. */
const ENTRY =
  /^(\d{4}(?:-\d{1,2}(?:-\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:[Zz]|[+-]\d{2}:?\d{2}))?)?)?)?|[^\n:]{1,60}):(?:\s+|$)/;

/** Entries of a timeline: an ordered list, in which each begins with its date. */
export function timelines(markdown: MarkdownIt): void {
  markdown.core.ruler.after('block', 'timelines', (state) => {
    if (!state.tokens.some(isTimeline)) return;
    const open: Token[] = [];
    const made: Token[] = [];
    for (const [index, token] of state.tokens.entries()) {
      if (isTimeline(token)) {
        if (token.nesting === 1) open.push(token);
        else open.pop();
      }
      const level = open.at(-1)?.level;
      if (level !== undefined && /_list_(?:open|close)$/.test(token.type) && token.level === level + 1)
        makeOrdered(token);
      made.push(token);
      if (level !== undefined && token.type === 'list_item_open' && token.level === level + 2) {
        made.push(...dateOf(state, index));
      }
    }
    state.tokens = made;
  });
  markdown.renderer.rules['timeline_date'] = (tokens, index) =>
    printBlock(TimelineDate, tokens[index]?.meta as TimelineDateData);
}

function isTimeline({ meta }: Token): boolean {
  return (meta as { readonly directive?: Directive } | null)?.directive?.name === 'timeline';
}

function makeOrdered(token: Token): void {
  token.tag = 'ol';
  token.attrs = null;
}

/** Takes the date off the first line of an entry. */
function dateOf(state: StateCore, index: number): readonly Token[] {
  const { tokens } = state;
  const environment = state.env as Environment;
  const item = tokens[index];
  const [paragraph, inline, end] = tokens.slice(index + 1, index + 4);
  const isText = paragraph?.type === 'paragraph_open' && inline?.type === 'inline';
  const found = isText ? ENTRY.exec(inline.content) : null;
  if (!isText || !found) {
    const hint = 'begin the entry with a year, a day or other words, and a colon: `- 2015-03-17: …`';
    note(environment, item, {
      code: 'directive-misused',
      message: 'Unexpected entry without a date, expected one',
      hint,
    });
    return [];
  }
  const written = (found[1] ?? '').trim();
  const date = readTimelineDate(written, environment, (finding) => note(environment, item, finding));
  if (!date) {
    const message = `Unexpected date \`${written}\`, expected one that a calendar and a clock show`;
    note(environment, item, { code: 'date-invalid', message, hint: 'look the day up in a calendar' });
    return [];
  }
  inline.content = inline.content.slice(found[0].length);
  const isHidden = inline.content === '';
  paragraph.hidden = isHidden;
  if (end) end.hidden = isHidden;
  const token = new state.Token('timeline_date', '', 0);
  token.block = true;
  token.meta = date;
  return [token];
}

function note(
  environment: Environment,
  item: Token | undefined,
  finding: Pick<Finding, 'code' | 'message' | 'hint'>,
): void {
  const [line] = linesOf(environment, item?.map ?? null);
  const at = {
    kind: 'text',
    lines: [line, line],
    needles: [{ before: '', text: item?.markup ?? '' }],
    nth: 0,
  } as const;
  environment.findings.push({ ...finding, path: environment.path, at });
}

/**
 * Reads a date that may be a year, a month, a day, a time, or words (“About 1880”).
 *
 * @returns `undefined` where it looks like a date but is none.
 */
function readTimelineDate(
  written: string,
  { language, site }: Pick<Environment, 'language' | 'site'>,
  noteDoubt: (finding: Pick<Finding, 'code' | 'message' | 'hint'>) => void,
): TimelineDateData | undefined {
  const [, year, month] = /^(\d{4})(?:-(\d{1,2}))?$/.exec(written) ?? [];
  if (year !== undefined) {
    if (month === undefined) return { iso: year, text: year };
    if (Number(month) < 1 || Number(month) > 12) return undefined;
    const iso = `${year}-${month.padStart(2, '0')}`;
    return { iso, text: printDate(iso, 'month-of-year', language) };
  }
  if (!/^\d{4}-/.test(written)) return { iso: undefined, text: written };
  const read = readMoment(written, site.timeZone);
  if (read.kind !== 'moment') return undefined;
  const doubt = doubtOfClock(written, read, site.timeZone);
  if (doubt) noteDoubt(doubt);
  return printTime(read.moment, language, site.timeZone);
}
