import type { Diagnostic } from './diagnostic.ts';
import type { TextPlace } from '../domain/content/source.ts';
import type { Finding, Spot } from './finding.ts';
import { severityOf, type SeveritySetting } from './severity.ts';
import { PlacesOfWords, type Position } from './places-of-words.ts';
import { YamlPlaces } from './yaml-places.ts';

/** What pinpointing needs from outside. */
export interface PinpointContext extends SeveritySetting {
  /** The text of a file of the newsroom, if it has one. */
  readonly textOf: (path: string) => string | undefined;
}

/** Turns findings into diagnostics: with line, column and the line itself, sorted, without those switched off. */
export function pinpoint(findings: readonly Finding[], context: PinpointContext): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const lines = new LinesByPath(context);
  for (const finding of findings) {
    const severity = severityOf(finding, context);
    if (severity === 'off') continue;
    const { line, column, length } = lines.position(finding.path, finding.at);
    diagnostics.push({
      code: finding.code,
      severity,
      path: finding.path,
      line,
      column,
      length,
      excerpt: finding.at.kind === 'file' ? undefined : lines.line(finding.path, line),
      message: finding.message,
      hint: finding.hint,
      related: (finding.related ?? []).map(({ path, at, message }) => {
        const place = lines.position(path, at);
        return { path, line: place.line, column: place.column, message };
      }),
      ...(finding.diff && { diff: finding.diff }),
    });
  }
  return diagnostics.sort(byPlace);
}

/** The order of reports: by file, line and column. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.path, b.path) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many lines of a value are looked at. */
const MOST_LINES = 50;

/** The lines of the files that have something to report, each read and split once. */
class LinesByPath {
  private readonly context: PinpointContext;
  private readonly texts = new Map<string, string | undefined>();
  private readonly lines = new Map<string, readonly string[]>();
  private readonly yaml = new Map<string, YamlPlaces>();
  private readonly words = new Map<string, PlacesOfWords>();

  constructor(context: PinpointContext) {
    this.context = context;
  }

  line(path: string, line: number): string | undefined {
    return this.textOf(path) === undefined ? undefined : this.linesOf(path)[line - 1];
  }

  position(path: string, at: Spot): Position {
    if (at.kind === 'file') return { line: 1, column: 1, length: 1 };
    if (at.kind === 'position') return { line: at.line, column: at.column, length: at.length ?? 1 };
    if (at.kind === 'text') return this.positionOfText(path, at);
    if (at.kind === 'part') return this.positionOfPart(path, at.keys, at.words);
    return this.yamlOf(path).find(at.keys, at.kind);
  }

  private textOf(path: string): string | undefined {
    if (!this.texts.has(path)) this.texts.set(path, this.context.textOf(path));
    return this.texts.get(path);
  }

  private yamlOf(path: string): YamlPlaces {
    const known = this.yaml.get(path);
    if (known) return known;
    const places = new YamlPlaces(this.textOf(path) ?? '', /\.ya?ml$/.test(path));
    this.yaml.set(path, places);
    return places;
  }

  /** Where words of a value stand; the value itself where they are written in another way. */
  private positionOfPart(path: string, keys: readonly (string | number)[], words: string): Position {
    const value = this.yamlOf(path).find(keys, 'value');
    const first = value.line - 1;
    const lines = this.linesOf(path).slice(first, first + MOST_LINES);
    for (const [index, line] of lines.entries()) {
      const column = line.indexOf(words, index === 0 ? value.column - 1 : 0);
      if (column >= 0) return { line: value.line + index, column: column + 1, length: words.length };
    }
    return value;
  }

  private positionOfText(path: string, place: TextPlace): Position {
    const known = this.words.get(path) ?? new PlacesOfWords(this.textOf(path) ?? '');
    this.words.set(path, known);
    return known.find(place);
  }

  private linesOf(path: string): readonly string[] {
    const known = this.lines.get(path);
    if (known) return known;
    const lines = (this.textOf(path) ?? '').split('\n');
    this.lines.set(path, lines);
    return lines;
  }
}
