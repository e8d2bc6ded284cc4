import * as z from 'zod';
import type { Finding } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { shortened } from '../../markdown/slips/slip.ts';
import { isMap } from '../../domain/source.ts';
import { isLine, isPlainText, nameOrId, schemaOf } from '../shape.ts';
import { refusedMarkup, type Takes, withoutRefused } from '../../markdown/slips/key-markup.ts';

/** HTML and Markdown in keys that do not take them: readers would see the signs, or not see what they say. */
export function markupInKeys(path: string, values: unknown, schema: z.ZodType): readonly Finding[] {
  return findIn(values, schema, []).map(({ text, takes, keys, refused }) => ({
    code: 'markup-in-key',
    path,
    at: { kind: 'part', keys, words: refused },
    message: `Unexpected ${quote(refused)}, expected ${EXPECTED[takes]}`,
    hint: hintFor(withoutRefused(text, takes)),
  }));
}

const EXPECTED: Readonly<Record<Takes, string>> = {
  line: 'words with `*emphasis*` at most',
  plain: 'plain words',
};

function hintFor(mended: string): string {
  return mended === '' ? 'write it in words' : `write \`${shortened(mended)}\``;
}

type Keys = readonly (string | number)[];

/** A text that is not what its key takes. */
interface FoundText {
  readonly text: string;
  readonly takes: Takes;
  readonly keys: Keys;
  /** The first part of it that is refused. */
  readonly refused: string;
}

/** Looks through the texts of a value by the schema that it was checked against. */
function findIn(value: unknown, schema: unknown, keys: Keys): readonly FoundText[] {
  if (schema instanceof z.ZodOptional) return findIn(value, schema.unwrap(), keys);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => findIn(value, option, keys));
  if (typeof value === 'string') {
    const takes = takesOf(schema);
    const refused = takes && refusedMarkup(value, takes);
    return takes && refused !== undefined ? [{ text: value, takes, keys, refused }] : [];
  }
  if (Array.isArray(value)) {
    if (!(schema instanceof z.ZodArray)) return [];
    return value.flatMap((entry, index) => findIn(entry, schema.element, [...keys, index]));
  }
  return isMap(value)
    ? Object.entries(value).flatMap(([key, inner]) => findIn(inner, schemaOf(key, schema), [...keys, key]))
    : [];
}

/** What a text of a schema may have in it, if it is printed. */
function takesOf(schema: unknown): Takes | undefined {
  if (isLine(schema)) return 'line';
  return isPlainText(schema) || schema === nameOrId ? 'plain' : undefined;
}
