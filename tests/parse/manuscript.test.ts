import { describe, expect, it } from 'vitest';
import type { Manuscript } from '../../src/domain/content/source.ts';
import matter from 'gray-matter';
import { MATTER_OPTIONS, parseManuscript } from '../../src/parse/manuscript.ts';

function parse(text: string): Manuscript {
  return parseManuscript({ path: 'content/articles/a.md', text });
}

describe('a file', () => {
  it('is cut into front matter and body', () => {
    const { frontMatter, body, bodyLine } = parse('---\nheadline: A\n---\nText\n');

    expect({ frontMatter, body, bodyLine }).toEqual({
      frontMatter: { kind: 'read', values: { headline: 'A' } },
      body: 'Text\n',
      bodyLine: 4,
    });
  });

  it.each([
    ['blank lines', '---\na: 1\n---\n\n\nText', 6],
    ['spaces behind the first line', '---  \na: 1\n---\nText', 4],
    ['spaces behind the last line', '---\na: 1\n---  \nText', 4],
    ['a tab behind the last line', '---\na: 1\n---\t\nText', 4],
    ['an empty front matter', '---\n---\nText', 3],
    ['front matter that is only a comment', '---\n# later\n---\nText', 4],
    ['front matter that says that it is YAML', '---yaml\na: 1\n---\nText', 4],
    ['more lines of dashes in the body', '---\na: 1\n---\nText\n\n---\n', 4],
  ])('knows the line of its text after %s', (_what, text, line) => {
    const { body, bodyLine } = parse(text);

    expect(bodyLine + body.slice(0, body.indexOf('Text')).split('\n').length - 1).toBe(line);
  });

  it('keeps lines of dashes in its body', () => {
    expect(parse('---\na: 1\n---\nOne\n\n---\n\nTwo\n').body).toBe('One\n\n---\n\nTwo\n');
  });

  it.each(['----\na: 1\n----\nText', 'Text', '\n---\na: 1\n---\n', ' ---\na: 1\n---\n', '--\na: 1\n--\n', '***\n'])(
    'without front matter on its first line is all body: %j',
    (text) => {
      const { frontMatter, body, bodyLine } = parse(text);

      expect({ frontMatter, body, bodyLine }).toEqual({ frontMatter: { kind: 'missing' }, body: text, bodyLine: 1 });
    },
  );

  it.each(['', ' ', '\n\n', '\t \n'])('of white space is empty: %j', (text) => {
    expect(parse(text).frontMatter).toEqual({ kind: 'empty-file' });
  });

  it.each(['---', '---\n', '---\na: 1\n', '---\na: 1\n----\nText', '---\na: 1\n ---\nText', '---\na: 1\n--- x\nText'])(
    'is unclosed without a second line of three dashes: %j',
    (text) => {
      expect(parse(text).frontMatter).toEqual({ kind: 'unclosed' });
    },
  );
});

describe('front matter', () => {
  it.each(['', '# to do\n', '\n\n', '# one\n# two\n', 'a:\n'])('may have nothing in it: %j', (yaml) => {
    const { frontMatter } = parse(`---\n${yaml}---\nText`);

    expect(frontMatter.kind).toBe('read');
  });

  it.each(['----------', '--- not the end'])('does not end at a line that only begins with dashes: %s', (line) => {
    const { body } = parse(`---\ndek: |\n  One\n${line}\n---\nText\n`);

    expect(body).toBe('Text\n');
  });

  it.each(['js', 'javascript', 'json', 'toml', 'coffee', 'node', 'ts', 'YAML', ' js', 'js yaml'])(
    'in another language is never read: ---%s',
    (language) => {
      const { frontMatter, body } = parse(`---${language}\n({ headline: (globalThis.ran = true) })\n---\nText`);

      expect({ frontMatter, body }).toEqual({ frontMatter: { kind: 'foreign', language: language.trim() }, body: '' });
      expect('ran' in globalThis).toBe(false);
    },
  );

  it('that is broken says so again when it is read again', () => {
    const text = '---\na: [1\n---\nText';

    expect([parse(text).frontMatter.kind, parse(text).frontMatter.kind]).toEqual(['broken', 'broken']);
  });

  it('of equal files is not the same object', () => {
    const text = '---\na: { b: 1 }\n---\nText';
    const [one, other] = [parse(text).frontMatter, parse(text).frontMatter];

    expect(one).toEqual(other);
    expect(one).not.toBe(other);
  });

  it('that is broken has its line in the file', () => {
    const { frontMatter } = parse('---\na: 1\nb: 2\na: 3\n---\nText');

    expect(frontMatter).toMatchObject({ kind: 'broken', problem: { kind: 'duplicate-key', line: 4 } });
  });
});

describe('gray-matter', () => {
  const languages = [
    'js',
    'JS',
    ' js',
    'javascript',
    'node',
    'json',
    'JSON',
    'toml',
    'coffee',
    'coffeescript',
    'cson',
    'ts',
  ];

  it.each(languages)('is given no engine but ours: ---%s', (language) => {
    const text = `---${language}\n{ headline: (globalThis.ran = true) }\n---\n`;

    expect(() => matter(text, MATTER_OPTIONS)).toThrow();
    expect('ran' in globalThis).toBe(false);
  });

  it.each(['------', '--- not the end', '----'])('reads a head to its end, past a line of %s', (line) => {
    const { frontMatter } = parse(`---\nheadline: A\n${line}\ndraft: true\n---\nText\n`);

    expect(frontMatter.kind).toBe('broken');
  });

  it.each(['\n', ' \n', '\u2028', '\t\n'])('is not handed a head with very many empty lines: %j', (empty) => {
    const { frontMatter } = parse(`---\nheadline: A\n${empty.repeat(1_000_000)}draft: true\n---\nText\n`);

    expect(frontMatter).toMatchObject({ kind: 'broken', problem: { kind: 'gap' } });
  });

  it('reads a head with as many empty lines as anybody leaves', () => {
    const { frontMatter } = parse(`---\nheadline: A${'\n'.repeat(90)}draft: true\n---\nText\n`);

    expect(frontMatter).toMatchObject({ kind: 'read', values: { headline: 'A', draft: true } });
  });
});
