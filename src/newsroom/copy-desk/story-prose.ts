import { isMap, LineStarts, type Manuscript, type SourceFile } from '../../domain/content/source.ts';
import type { Site } from '../../domain/site/site.ts';
import type { Position } from '../../diagnostics/places-of-words.ts';
import { YamlPlaces } from '../../diagnostics/yaml-places.ts';
import { type ProseBlock, readProse } from '../../markdown/prose/read-prose.ts';
import { parseManuscript } from '../../parse/manuscript.ts';
import { canonical } from '../../validate/languages.ts';
import { fillIn } from '../../validate/story/defaults.ts';

/** A stretch of a story that is read as a whole. */
export interface Passage extends Pick<ProseBlock, 'text' | 'isQuoted' | 'goesOn'> {
  readonly kind: ProseBlock['kind'] | 'headline' | 'shortHeadline' | 'dek' | 'kicker' | 'note';
  /** Where in the file a character of it stands; line and column count from 1. */
  readonly placeOf: (index: number) => Pick<Position, 'line' | 'column'>;
}

/** The words of a story that its readers read, and its front matter as it was written. */
export interface StoryProse {
  readonly path: string;
  /** BCP 47. */
  readonly language: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly passages: readonly Passage[];
  /** How many entries its longest list has. */
  readonly longestList: number;
}

/** Reads the prose of a story. One whose front matter cannot be read has none: that is told of elsewhere. */
export function readStoryProse(file: SourceFile, site: Site): StoryProse {
  const manuscript = parseManuscript(file);
  const { path, frontMatter, body, bodyLine } = manuscript;
  const given = frontMatter.kind === 'read' ? fillIn(frontMatter.values, path, site).values : undefined;
  const values = isMap(given) ? given : {};
  const language = languageOf(values['language']) ?? site.language;
  if (frontMatter.kind !== 'read') return { path, language, values, passages: [], longestList: 0 };
  const { blocks, longestList } = readProse(body, language, site);
  const inBody = blocks.map(({ placeOf, ...block }): Passage => {
    const place = (index: number) => {
      const { line, column } = placeOf(index);
      return { line: bodyLine + line, column: column + 1 };
    };
    return { ...block, placeOf: place };
  });
  return {
    path,
    language,
    values,
    longestList,
    passages: [...passagesOfKeys(frontMatter.values, file, manuscript), ...inBody],
  };
}

function languageOf(written: unknown): string | undefined {
  return typeof written === 'string' ? canonical(written.trim()) : undefined;
}

type Keys = readonly (string | number)[];

/** The keys that hold prose. What `site.yaml` gives to stories is no part of them. */
const OF_KEYS: readonly (readonly [kind: Passage['kind'], ...keys: readonly string[]])[] = [
  ['headline', 'headline'],
  ['shortHeadline', 'shortHeadline'],
  ['dek', 'dek'],
  ['kicker', 'kicker'],
  ['alt', 'image', 'alt'],
  ['caption', 'image', 'caption'],
];

/** Keys of lists of notes, each with a `text`. */
const NOTES = ['corrections', 'updates'];
const MOST_NOTES = 1000;

function passagesOfKeys(values: unknown, file: SourceFile, { bodyLine }: Manuscript): readonly Passage[] {
  if (!isMap(values)) return [];
  const places = new PlacesOfValues(file.text, bodyLine);
  const passages: Passage[] = [];
  const add = (kind: Passage['kind'], text: unknown, keys: Keys): void => {
    if (typeof text !== 'string' || text.trim() === '') return;
    passages.push({ kind, text, isQuoted: false, goesOn: false, placeOf: (index) => places.find(keys, text, index) });
  };
  for (const [kind, ...keys] of OF_KEYS) add(kind, valueUnder(values, keys), keys);
  for (const list of NOTES) {
    const notes = Object.hasOwn(values, list) ? values[list] : undefined;
    if (!Array.isArray(notes)) continue;
    for (const [index, note] of notes.slice(0, MOST_NOTES).entries()) {
      add('note', valueUnder(note, ['text']), [list, index, 'text']);
    }
  }
  return passages;
}

function valueUnder(group: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) => (isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    group,
  );
}

/** Finds where the words of values stand in front matter. */
class PlacesOfValues {
  private readonly text: string;
  private readonly end: number;
  private yaml: YamlPlaces | undefined;
  private lines: LineStarts | undefined;

  constructor(text: string, bodyLine: number) {
    this.text = text;
    this.end = bodyLine;
  }

  /** Where a character of a value stands: what is found is the word, or the sign, that it begins. */
  find(keys: Keys, value: string, index: number): Pick<Position, 'line' | 'column'> {
    this.yaml ??= new YamlPlaces(this.text, false);
    this.lines ??= new LineStarts(this.text);
    const start = this.yaml.find(keys, 'value');
    const [word = ''] = WORD.exec(value.slice(index)) ?? [];
    const nth = value.slice(0, index).split(word).length - 1;
    const to = this.lines.startOf(this.end - 1) ?? this.text.length;
    let at = (this.lines.startOf(start.line - 1) ?? 0) + start.column - 1;
    for (let count = 0; count <= nth; count += 1) {
      at = this.text.indexOf(word, count === 0 ? at : at + word.length);
      if (at < 0 || at >= to || word === '') return start;
    }
    const { line, column } = this.lines.placeOf(at);
    return { line: line + 1, column: column + 1 };
  }
}

/** The word that a text begins with, or its first sign. */
const WORD = /^(?:[\p{L}\p{M}\p{N}]{1,100}|.)/su;
