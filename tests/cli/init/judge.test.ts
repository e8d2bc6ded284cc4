import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, sectionsIn } from '../../../src/cli/init/answers.ts';
import { judge } from '../../../src/cli/init/judge.ts';
import { contentFiles } from '../../../src/cli/init/newsroom-files.ts';
import { readYaml } from '../../../src/parse/yaml.ts';
import { anyText } from '../../newsroom/any-text.ts';
import { tries } from '../../tries.ts';

const GOOD: Answers = { title: 'A', url: 'https://a.example/', language: 'en', timeZone: 'UTC', sections: '' };

function siteOf(answers: Partial<Answers>): unknown {
  const yaml = readYaml(contentFiles({ ...GOOD, ...answers }, '2026-11-23 07:30')['content/site.yaml'] ?? '', 1);
  return yaml.kind === 'read' ? yaml.values : yaml;
}

describe('an answer', () => {
  it('is never a reason to fail, whatever it is and whatever is asked', () => {
    const anyAnswer = fc.record({
      title: anyText(),
      url: anyText(),
      language: anyText(),
      timeZone: anyText(),
      sections: anyText(),
    } satisfies Record<keyof Answers, unknown>);
    fc.assert(
      fc.property(anyAnswer, (answers) => {
        const { isGood, remarks } = judge(answers);
        expect(isGood || remarks.length > 0).toBe(true);
      }),
      { numRuns: tries(50) },
    );
  });

  it('that is good stands in site.yaml as it was given', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const title = text.replace(/\s+/g, ' ').trim();
        if (judge({ title }).isGood) expect(siteOf({ title })).toMatchObject({ title });
      }),
      { numRuns: tries(100) },
    );
  });
});

describe('sections', () => {
  it.each([
    ['news,sport', ['news: News', 'sport: Sport']],
    [' News , Letters to the editor ,, ', ['news: News', 'letters-to-the-editor: Letters to the editor']],
    ['local-news', ['local-news: Local news']],
    ['shinbun=新聞、sport=スポーツ', ['shinbun: 新聞', 'sport: スポーツ']],
    ['Новости', ['novosti: Новости']],
    ['x=a=b', ['x: a=b']],
    ['news=', ['news: news=']],
    ['', []],
  ])('are read of %j', (written, expected) => {
    expect(sectionsIn(written).map(({ id, title }) => `${id}: ${title}`)).toEqual(expected);
  });
});
