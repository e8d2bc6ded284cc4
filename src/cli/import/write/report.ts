import type { ImportNote, Outline } from '../archive.ts';
import { LIST_FILE, type NoteList } from './note-list.ts';

/** A note and where it was met. */
interface Place {
  readonly place: string;
  readonly file: string | undefined;
  readonly detail: string | undefined;
}

interface Group {
  readonly note: Pick<ImportNote, 'kind' | 'what' | 'advice'>;
  count: number;
  readonly places: Place[];
}

/** Places that the report has of each kind of thing; the list has all. */
const MOST_PLACES = 20;

/** Kinds of things that are told apart; a hostile archive could have any number. */
const MOST_GROUPS = 500;

/** Gathers what an editor should know of an import. */
export class ReportNotes {
  private readonly groups = new Map<string, Group>();
  private readonly list: NoteList | undefined;

  /** @param list Where all of it is written, each by itself. */
  constructor(list?: NoteList) {
    this.list = list;
  }

  add(note: ImportNote, outline?: Outline, file?: string): void {
    this.list?.add(note, outline?.place ?? 'the archive', file);
    const key = `${note.kind} ${note.what}`;
    const group = this.groups.get(key) ?? this.begin(key, note);
    if (!group) return;
    group.count += 1;
    if (group.places.length >= MOST_PLACES) return;
    const detail = note.detail === undefined ? undefined : shorten(note.detail);
    group.places.push({ place: outline?.place ?? 'the archive', file, detail });
  }

  /** How often things of a kind were met. */
  count(kind: ImportNote['kind']): number {
    return this.of(kind).reduce((sum, { count }) => sum + count, 0);
  }

  of(kind: ImportNote['kind']): readonly Group[] {
    return [...this.groups.values()].filter(({ note }) => note.kind === kind).toSorted((a, b) => b.count - a.count);
  }

  private begin(key: string, note: ImportNote): Group | undefined {
    if (this.groups.size >= MOST_GROUPS) return undefined;
    const { kind, what, advice } = note;
    const group: Group = { note: { kind, what, advice }, count: 0, places: [] };
    this.groups.set(key, group);
    return group;
  }
}

/** What an import did, in numbers and by name. */
export interface ReportFacts {
  readonly system: string;
  readonly from: string;
  readonly isDry: boolean;
  readonly counts: readonly (readonly [what: string, count: number])[];
  /** Tables of what was made of what. */
  readonly mapped: readonly {
    readonly title: string;
    readonly rows: readonly (readonly [from: string, to: string])[];
  }[];
  /** What to look at first, in sentences. */
  readonly first: readonly string[];
}

const TITLES: readonly { readonly kind: ImportNote['kind']; readonly title: string; readonly lead: string }[] = [
  { kind: 'look', title: 'To be looked at', lead: 'It came in; somebody should see whether it is right.' },
  { kind: 'lost', title: 'Not carried', lead: 'It is in the archive and not in the newsroom.' },
  { kind: 'changed', title: 'Changed', lead: 'Something else stands in its place.' },
];

/** Prints what an import did as Markdown, for an editor to read from its top. */
export function printReport(facts: ReportFacts, notes: ReportNotes): string {
  const parts = [
    `# What was imported from ${code(facts.from)}\n`,
    facts.isDry
      ? `Nothing has been written: this is what the import of this ${facts.system} archive would do.\n`
      : `The archive is one of ${facts.system}. Run \`npx broadsheet check --summary\` next, then \`npx broadsheet serve\`.\n`,
    table(
      ['', ''],
      facts.counts.map(([what, count]) => [what, String(count)]),
    ),
  ];
  if (facts.first.length > 0)
    parts.push('## Look at this first\n', `${facts.first.map((line) => `- ${line}`).join('\n')}\n`);
  for (const { kind, title, lead } of TITLES) parts.push(...printGroups(title, lead, notes.of(kind), facts.isDry));
  for (const { title, rows } of facts.mapped)
    if (rows.length > 0) parts.push(`## ${title}\n`, table(['in the archive', 'in the newsroom'], rows));
  return parts.join('\n');
}

function printGroups(title: string, lead: string, groups: readonly Group[], isDry: boolean): readonly string[] {
  if (groups.length === 0) return [];
  const printed = groups.flatMap(({ note, count, places }) => {
    const more = count - places.length;
    return [
      `### ${capital(note.what)}: ${count}\n`,
      `${capital(note.advice)}.\n`,
      `${places.map(printPlace).join('\n')}${more > 0 ? `\n- and ${more} more${isDry ? '' : `, which \`${LIST_FILE}\` has`}` : ''}\n`,
    ];
  });
  return [`## ${title}\n`, `${lead}\n`, ...printed];
}

function printPlace({ place, file, detail }: Place): string {
  const where = file === undefined ? place : `${code(file)} (${place})`;
  return `- ${where}${detail ? `: ${code(detail)}` : ''}`;
}

function table(head: readonly [string, string], rows: readonly (readonly [string, string])[]): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
  const lines = rows.map(([from, to]) => `| ${cell(from)} | ${cell(to)} |`);
  return `| ${head[0]} | ${head[1]} |\n| --- | --- |\n${lines.join('\n')}\n`;
}

/** A text between as many backticks as it takes. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return longest > 0 ? `${marks} ${text} ${marks}` : `\`${text}\``;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const LONGEST = 200;

function shorten(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
