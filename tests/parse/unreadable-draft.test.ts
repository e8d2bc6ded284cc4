import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUnreadable, readUnreadableDraft } from '../../src/parse/unreadable-draft.ts';

const BROKEN = 'headline: "It closes';

describe('a file whose front matter cannot be read', () => {
  it.each([
    `---\n${BROKEN}\ndraft: true\n---\n`,
    `---\ndraft: true\n${BROKEN}\n---\nText.\n`,
    `---\ndraft:\ttrue \n${BROKEN}\n---\n`,
    `---\ndraft: true # until Monday\n${BROKEN}\n---\n`,
    `--- \ndraft: true\n${BROKEN}\n---`,
    '---\nheadline: A\nheadline: B\ndraft: true\n---\n',
    '---\nheadline: A\ndraft: true\n\nText without a second fence.\n',
    '---\nheadline: A\ndraft: true',
    `---yaml\n${BROKEN}\ndraft: true\n---\n`,
    `--- yml \n${BROKEN}\ndraft: true\n---\n`,
  ])('is a draft where a line of its own says so: %j', (text) => {
    expect(readUnreadableDraft(text)).toMatchObject({ draft: true });
  });

  it.each([
    [`---\n${BROKEN}\n---\ndraft: true\n`, 'it stands in the text'],
    [`---\n${BROKEN}\n\ndraft: true\n`, 'it stands in what may be the text'],
    [`---\n${BROKEN}\n  draft: true\n---\n`, 'it is indented'],
    [`---\n${BROKEN}\n# draft: true\n---\n`, 'it is a comment'],
    [`---\n${BROKEN}\ndek: draft: true\n---\n`, 'it is a part of a line'],
    [`---\n${BROKEN}\ndraft: true\ndraft: false\n---\n`, 'it is said twice'],
    [`---\n${BROKEN}\ndraft: true\n"draft": false\n---\n`, 'it is said twice, in quotes'],
    [`---\n${BROKEN}\ndraft: "true"\n---\n`, 'it is a text'],
    [`---\n${BROKEN}\ndraft: yes\n---\n`, 'it is another word'],
    [`---\n${BROKEN}\ndraft: false\n---\n`, 'it is none'],
    [`---\n${BROKEN}\ndraft:true\n---\n`, 'it is no key'],
    [`---\n${BROKEN}\ndraft: true#\n---\n`, 'it is another value'],
    ['---json\n{\ndraft: true\n---\n', 'it is in another language'],
    [`---yamlx\n${BROKEN}\ndraft: true\n---\n`, 'it is in another language that begins alike'],
    ['draft: true\n', 'there is no front matter'],
    ['', 'there is nothing'],
  ])('is none beyond doubt: %j (%s)', (text) => {
    expect(readUnreadableDraft(text)).toBeUndefined();
  });

  it('has what else can be read of it, by which other stories may name it', () => {
    const lines = ['slug: bridge-closes', 'headline: It *closes*', 'date: 2026-11-23', 'section: [', 'dek: "x'];

    expect(readUnreadableDraft(`---\n${lines.join('\n')}\ndraft: true\n---\n`)).toEqual({
      draft: true,
      slug: 'bridge-closes',
      headline: 'It *closes*',
      date: '2026-11-23',
    });
  });

  it('has its title and its address, if it is a page, whether it is a draft or not', () => {
    const head = 'title: Plan\npermalink: /plan/\ndescription: "x\n';

    expect(readUnreadable(`---\n${head}---\n`)).toEqual({ title: 'Plan', permalink: '/plan/' });
    expect(readUnreadable(`---\n${head}draft: true\n---\n`)).toEqual({
      draft: true,
      title: 'Plan',
      permalink: '/plan/',
    });
    expect(readUnreadable('Text.\n')).toEqual({});
  });

  it('is none where its keys stand again and again', () => {
    const text = `---\n${'draft: true\n'.repeat(100_000)}${`a${' '.repeat(1000)}\n`.repeat(1000)}---\n`;

    expect(readUnreadableDraft(text)).toBeUndefined();
  });

  it('never fails, whatever is in it', () => {
    const line = fc.constantFrom(
      'draft: true',
      'slug: *x',
      'date: {',
      '---',
      '',
      'headline: !!js/x',
      '&a',
      'language: |',
    );

    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string())), (lines) => {
        readUnreadableDraft(`---\n${lines.join('\n')}`);
      }),
    );
  });
});
