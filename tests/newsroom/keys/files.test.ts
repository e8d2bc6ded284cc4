import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { CORE_SCHEMA, load } from 'js-yaml';
import { expect, it } from 'vitest';
import { isMap } from '../../../src/domain/content/source.ts';
import { describeKeys } from '../../../src/newsroom/keys/describe-keys.ts';
import type { FileKeys } from '../../../src/newsroom/keys/described.ts';
import { jsonSchemaOf } from '../../../src/newsroom/keys/json-schema.ts';
import { hasShape } from './shapes.ts';

/** Files of a kind in a newsroom's folder, and the values of each; undefined where it cannot be read. */
function valuesIn(folder: string, { files, form }: FileKeys): readonly (readonly [path: string, values: unknown])[] {
  const patterns = files.map((pattern) => new RegExp(`(?:^|/)${regex(pattern)}$`));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => patterns.some((pattern) => pattern.test(path)))
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return [path, valuesOf(form === 'yaml' ? text : (/^---\n(.*?)^---$/ms.exec(text)?.[1] ?? ''))] as const;
    });
}

function regex(pattern: string): string {
  return pattern
    .replaceAll('.', '\\.')
    .replaceAll('**/', '(?:.+/)?')
    .replace(/(?<![.)])\*/g, '[^/]*');
}

function valuesOf(text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch {
    return undefined;
  }
}

it.each(describeKeys())('judges every $kind of the demo and of the fixtures as validation does its shape', (file) => {
  const isValid = new Ajv({ strict: true, allowUnionTypes: true }).compile(jsonSchemaOf(file));
  const judge = (folder: string): readonly boolean[] =>
    valuesIn(folder, file).flatMap(([path, values]) => {
      if (!isMap(values)) return [];
      expect({ path, isValid: isValid(values) }).toEqual({ path, isValid: hasShape(file.kind, values) });
      return [isValid(values)];
    });

  const ofDemo = judge('content');
  expect(ofDemo).not.toContain(false);
  expect([...ofDemo, ...judge('tests/diagnostics/fixtures')]).toContain(true);
});
