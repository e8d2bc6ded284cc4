import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import * as z from 'zod';
import { type Shortcode, ImportError } from './archive.ts';

/** What a newsroom says of an archive by a file, `--map FILE`. */
export interface Mapping {
  /** Ids of sections by ids or titles of categories; `topic` where one is to be a topic. */
  readonly sections: ReadonlyMap<string, string>;
  /** Names of topics by names of topics, `undefined` where one is to be left out. */
  readonly topics: ReadonlyMap<string, string | undefined>;
  /** Names of people by names or keys of contributors. */
  readonly contributors: ReadonlyMap<string, string>;
  /** What stands in the place of a shortcode. */
  readonly shortcode: (call: Shortcode) => string | undefined;
}

const texts = z.record(z.string(), z.union([z.string(), z.literal(false)]));

const mappingSchema = z.strictObject({
  sections: z.record(z.string(), z.string()).optional(),
  topics: texts.optional(),
  contributors: z.record(z.string(), z.string()).optional(),
  shortcodes: texts.optional(),
});

export const NO_MAPPING: Mapping = readMapping({}, '');

/** @throws {ImportError} if the file is not there, no YAML, or has other keys. */
export function readMappingFile(file: string): Mapping {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ImportError(`Unexpected --map \`${file}\`, expected a file that can be read`);
  }
  let value: unknown;
  try {
    value = load(text) ?? {};
  } catch (fault) {
    throw new ImportError(`Unexpected YAML in ${file}: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
  return readMapping(value, file);
}

function readMapping(value: unknown, file: string): Mapping {
  const read = mappingSchema.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new ImportError(
      `Unexpected \`${issue?.path.join('.') || (issue && 'keys' in issue ? String(issue.keys) : 'value')}\` in ${file}, expected \`sections\`, \`topics\`, \`contributors\` and \`shortcodes\`, each with names and what they become`,
    );
  }
  const { sections = {}, topics = {}, contributors = {}, shortcodes = {} } = read.data;
  const templates = new Map(Object.entries(shortcodes));
  return {
    sections: new Map(Object.entries(sections)),
    topics: new Map(Object.entries(topics).map(([name, to]) => [name, to === false ? undefined : to])),
    contributors: new Map(Object.entries(contributors)),
    shortcode: (call) => {
      const template = templates.get(call.name);
      if (template === undefined) return undefined;
      return template === false ? '' : fill(template, call);
    },
  };
}

/** `{id}` stands for the attribute, `{0}` for the first that has no name, `{content}` for what is within it. */
function fill(template: string, { attributes, content }: Shortcode): string {
  return template.replace(/\{(\w[\w-]*)\}/g, (whole, name: string) => {
    if (name === 'content') return content ?? '';
    return Object.hasOwn(attributes, name) ? (attributes[name] ?? '').replace(/["\n]/g, ' ') : whole;
  });
}
