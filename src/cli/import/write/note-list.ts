import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { ImportNote } from '../archive.ts';

/** All notes of an import, beside the report, which has a few of each kind. */
export const LIST_FILE = 'import-report.tsv';

const COLUMNS = ['what became of it', 'what it is', 'file', 'where in the archive', 'what it was', 'what to do'];

const KINDS: Readonly<Record<ImportNote['kind'], string>> = {
  look: 'to be looked at',
  lost: 'not carried',
  changed: 'changed',
};

/** So much is kept before it is written. */
const MOST_KEPT = 1_000;

/** Writes notes into a table that programs for tables open, one a line, in the order of the archive; there may be very many. */
export class NoteList {
  private readonly path: string;
  private lines: string[] = [];
  private count = 0;

  /** @param path Of the file, absolute; what is there stays until {@link finish}. */
  constructor(path: string) {
    this.path = path;
    rmSync(this.partPath, { force: true });
  }

  add({ kind, what, advice, detail = '' }: ImportNote, place: string, file = ''): void {
    this.count += 1;
    this.lines.push([KINDS[kind], what, file, place, detail, advice].map(cell).join('\t'));
    if (this.lines.length >= MOST_KEPT) this.flush();
  }

  /** Puts the list into its place; where there is nothing in it, there is none. */
  finish(): void {
    if (this.count === 0) {
      rmSync(this.path, { force: true });
      return;
    }
    this.flush();
    renameSync(this.partPath, this.path);
  }

  private flush(): void {
    const text = this.lines.map((line) => `${line}\n`).join('');
    if (this.count === this.lines.length) writeFileSync(this.partPath, `${COLUMNS.join('\t')}\n${text}`);
    else appendFileSync(this.partPath, text);
    this.lines = [];
  }

  private get partPath(): string {
    return `${this.path}.part`;
  }
}

const LONGEST = 1_000;

/** A text on one line; one that such a program would compute has a sign before it. */
function cell(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  const cut = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  return /^[=+@-]/.test(cut) ? `'${cut}` : cut;
}
