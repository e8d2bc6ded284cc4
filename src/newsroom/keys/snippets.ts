import type { Key, Value } from './described.ts';
import { type DescribedAttribute, type DescribedDirective, describeDirectives } from './describe-directives.ts';
import { keysOf } from './describe-keys.ts';
import { inlineYaml } from './inline-yaml.ts';

/** A snippet of VS Code, in the syntax of its files. */
export interface Snippet {
  readonly scope: 'markdown';
  /** What is typed for it. */
  readonly prefix: string;
  /** Line by line, with places to fill in. */
  readonly body: readonly string[];
  readonly description: string;
}

/** Snippets for stories, by what they are called: a whole story, each key of its front matter, each directive. */
export function printSnippets(): Readonly<Record<string, Snippet>> {
  const story = keysOf('story').value;
  const keys = story.kind === 'group' ? story.keys : [];
  return {
    Story: {
      scope: 'markdown',
      prefix: 'story',
      body: wholeStory(keys),
      description: 'The front matter of a story.',
    },
    ...Object.fromEntries(keys.map((key) => [`Key ${key.name}`, keySnippet(key)])),
    ...Object.fromEntries(describeDirectives().map((each) => [`Directive ${each.name}`, directiveSnippet(each)])),
  };
}

/** What a new story needs, and that it is a draft. */
function wholeStory(keys: readonly Key[]): readonly string[] {
  const places = new Places();
  const needed = keys.filter(({ isRequired, name }) => isRequired || name === 'draft');
  const lines = needed.flatMap((key) => {
    const example = key.isRequired ? key.examples[0] : exampleOf(key);
    return linesOf(key.name, { value: key.value, example }, places);
  });
  return ['---', ...lines, '---', '', '$0'];
}

function keySnippet(key: Key): Snippet {
  const body = linesOf(key.name, { value: key.value, example: exampleOf(key) }, new Places());
  return { scope: 'markdown', prefix: key.name, body, description: key.help };
}

/** The example of a key that shows most of what may be written. */
function exampleOf({ value, examples, usual }: Key): unknown {
  if (value.kind === 'flag' && typeof usual === 'boolean') return !usual;
  return examples.find((example) => typeof example === 'object') ?? examples[0] ?? usual;
}

/** A key with an example, as lines of YAML in which the values of the example are to be replaced. */
function linesOf(
  name: string,
  { value, example }: { readonly value: Value; readonly example: unknown },
  places: Places,
): readonly string[] {
  if (Array.isArray(example)) {
    const items = example.flatMap((item) => {
      const [first = '', ...others] = itemLines(item, value, places);
      return [`  - ${first}`, ...others.map((line) => `    ${line}`)];
    });
    return [`${name}:`, ...items];
  }
  if (typeof example === 'object' && example !== null) {
    return [`${name}:`, ...groupLines(example, value, places).map((line) => `  ${line}`)];
  }
  return [`${name}: ${scalarPlace(example, value, places)}`];
}

function itemLines(item: unknown, value: Value, places: Places): readonly string[] {
  const isGroup = typeof item === 'object' && item !== null;
  return isGroup ? groupLines(item, value, places) : [scalarPlace(item, value, places)];
}

function groupLines(example: object, value: Value, places: Places): readonly string[] {
  return Object.entries(example).flatMap(([name, inner]: [string, unknown]) =>
    linesOf(name, { value: valueAt(name, value) ?? value, example: inner }, places),
  );
}

/** What may stand at a key of a group that a value is, or that is in it. */
function valueAt(name: string, value: Value): Value | undefined {
  if (value.kind === 'group') return value.keys.find((key) => key.name === name)?.value;
  if (value.kind === 'list') return valueAt(name, value.of);
  if (value.kind === 'entries') return value.of;
  if (value.kind !== 'either') return undefined;
  return value.of.map((kind) => valueAt(name, kind)).find((found) => found !== undefined);
}

function scalarPlace(example: unknown, value: Value, places: Places): string {
  if (value.kind === 'choice') return places.choice(startingWith(String(example), value.of.map(String)));
  if (typeof example === 'boolean') return places.choice([String(example), String(!example)]);
  const written = inlineYaml(example);
  if (isMoment(example)) return places.now(written);
  const [, quote, quoted] = /^(["'])(.*)\1$/.exec(written) ?? [];
  return quoted === undefined ? places.text(written) : `${quote}${places.text(quoted)}${quote}`;
}

function startingWith(first: string, choices: readonly string[]): readonly string[] {
  return [first, ...choices.filter((choice) => choice !== first)];
}

function isMoment(example: unknown): boolean {
  return typeof example === 'string' && /^\d{4}-\d\d-\d\d(?: \d\d:\d\d)?$/.test(example);
}

function directiveSnippet({ name, form, attributes, text, help }: DescribedDirective): Snippet {
  const places = new Places();
  const written = attributes.filter(({ isRequired, isUsual }) => isRequired || isUsual);
  const given = written.map((attribute) => `${attribute.name}=${attributePlace(attribute, places)}`);
  const opening = `${name}${given.length > 0 ? `{${given.join(' ')}}` : ''}`;
  const lines = (text ?? '').split('\n').map((line) => places.text(line));
  const body = form === 'block' ? [`:::${opening}`, ...lines, ':::', '$0'] : [`::${opening}`, '$0'];
  return { scope: 'markdown', prefix: `${form === 'block' ? ':::' : '::'}${name}`, body, description: help };
}

function attributePlace({ example, of }: DescribedAttribute, places: Places): string {
  if (of) return places.choice(startingWith(example, of));
  return `"${isMoment(example) ? places.now(example) : places.text(example)}"`;
}

/** The places of a snippet that are to be filled in, in their order. */
class Places {
  private count = 0;

  /** A text that is selected, to be typed over. */
  text(example: string): string {
    return this.place(`:${escaped(example, /[\\$}]/g)}`);
  }

  /** One of several texts. */
  choice(choices: readonly string[]): string {
    return this.place(`|${choices.map((choice) => escaped(choice, /[\\$},|]/g)).join(',')}|`);
  }

  /** The day of today, with the time if the example has one. */
  now(example: string): string {
    const day = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE';
    return this.place(`:${example.includes(' ') ? `${day} $CURRENT_HOUR:$CURRENT_MINUTE` : day}`);
  }

  private place(inside: string): string {
    this.count += 1;
    return `\${${this.count}${inside}}`;
  }
}

function escaped(text: string, signs: RegExp): string {
  return text.replace(signs, '\\$&');
}
