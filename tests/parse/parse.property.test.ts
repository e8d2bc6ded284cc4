import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseManuscript } from '../../src/parse/manuscript.ts';
import { readYaml } from '../../src/parse/yaml.ts';
import { anyText } from '../newsroom/any-text.ts';
import { tries } from '../tries.ts';

it('cuts any text without a throw, and keeps its body as the end of it', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      const { body, bodyLine, frontMatter } = parseManuscript({ path: 'content/articles/a.md', text });

      expect(frontMatter.kind).toBeTypeOf('string');
      expect(text.endsWith(body)).toBe(true);
      if (body !== '') expect(text.slice(0, text.length - body.length).split('\n').length).toBe(bodyLine);
    }),
    { numRuns: tries(1500) },
  );
});

it('reads any text as front matter without a throw', () => {
  fc.assert(
    fc.property(anyText(), (yaml) => {
      const text = `---\n${yaml}\n---\nText\n`;

      expect(parseManuscript({ path: 'content/articles/a.md', text }).path).toBe('content/articles/a.md');
    }),
    { numRuns: tries(1000) },
  );
});

it('reads any text as YAML without a throw', () => {
  fc.assert(
    fc.property(anyText(), (yaml) => {
      expect(['read', 'broken']).toContain(readYaml(yaml, 1).kind);
    }),
    { numRuns: tries(2000) },
  );
});
