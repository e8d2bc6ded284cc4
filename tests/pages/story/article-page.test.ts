import { describe, expect, it } from 'vitest';
import type { TextPart } from '../../../src/pages/story/names.ts';
import { storyPage } from '../../newsroom/edition.ts';
import { aFile } from '../../newsroom/manuscript.ts';

function textOf(parts: readonly TextPart[]): string {
  return parts.map(({ text }) => text).join('');
}

function creditsOf(contributors: readonly unknown[], language = 'en'): readonly string[] {
  return storyPage({ language, contributors: ['A', ...contributors] }).credits.map(textOf);
}

function from(name: string, place: string): object {
  return { name, credit: 'reported-from', place };
}

describe('a byline', () => {
  it.each([
    ['en', ['A'], 'By A'],
    ['en', ['A', 'B'], 'By A and B'],
    ['en-US', ['A', 'B', 'C'], 'By A, B and C'],
    ['en', ['A', 'B', 'C', 'D'], 'By A, B, C and D'],
    ['de', ['A', 'B', 'C'], 'Von A, B und C'],
    ['es', ['Ana', 'Inés'], 'Por Ana e Inés'],
    ['fr', ['A', 'B', 'C'], 'Par A, B et C'],
    ['ar', ['A', 'B'], 'بقلم A وB'],
  ])('in %s of %j', (language, contributors, byline) => {
    expect(textOf(storyPage({ language, contributors }).byline)).toBe(byline);
  });

  it('leads to the pages of those who have one', () => {
    const contributors = { 'jane-doe.md': aFile({ name: 'Jane Doe' }, '') };
    const { byline } = storyPage({ contributors: ['jane-doe', 'Jo Li'] }, { contributors });

    expect(byline).toEqual([
      { text: 'By ', href: undefined },
      { text: 'Jane Doe', href: '/contributors/jane-doe/' },
      { text: ' and ', href: undefined },
      { text: 'Jo Li', href: undefined },
    ]);
  });

  it('keeps names as they are, whatever signs are in them', () => {
    expect(textOf(storyPage({ contributors: ['{names}', '$&'] }).byline)).toBe('By {names} and $&');
  });

  it('is not there where everyone did something else', () => {
    const { byline, credits } = storyPage({ contributors: [{ name: 'A', credit: 'translation' }] });

    expect([byline, credits.map(textOf)]).toEqual([[], ['Translated by A.']]);
  });
});

describe('the credits at the end', () => {
  it.each([
    [[{ name: 'B', credit: 'contributed' }], ['B contributed to this report.']],
    [
      [
        { name: 'C', credit: 'photography' },
        { name: 'B', credit: 'contributed' },
        { name: 'D', credit: 'photography' },
      ],
      ['B contributed to this report.', 'Photography by C and D.'],
    ],
    [[from('B', 'Oslo')], ['B reported from Oslo.']],
    [[from('B', 'Oslo'), from('C', 'Oslo')], ['B and C reported from Oslo.']],
    [[from('B', 'Oslo'), from('C', 'Lagos')], ['B reported from Oslo, and C from Lagos.']],
    [[from('B', 'Oslo'), from('C', 'Lagos'), from('D', 'Oslo')], ['B and D reported from Oslo, and C from Lagos.']],
    [
      [from('B', 'Oslo'), from('C', 'Lagos'), from('D', 'Lima')],
      ['B reported from Oslo, C from Lagos and D from Lima.'],
    ],
    [[], []],
  ])('are sentences, one a role: %j', (contributors, sentences) => {
    expect(creditsOf(contributors)).toEqual(sentences);
  });

  it.each([
    ['de', ['B berichtete aus Oslo, und C aus Lagos.']],
    ['es', ['B informó desde Oslo, y C desde Lagos.']],
    ['fr', ['B à Oslo, et C à Lagos.']],
    ['ar', ['من Oslo: B، ومن Lagos: C.']],
  ])('are sentences of %s', (language, sentences) => {
    expect(creditsOf([from('B', 'Oslo'), from('C', 'Lagos')], language)).toEqual(sentences);
  });

  it.each([
    ['de', ['B und C berichteten aus Oslo.']],
    ['es', ['B y C informaron desde Oslo.']],
  ])('have the verb of several people in %s', (language, sentences) => {
    expect(creditsOf([from('B', 'Oslo'), from('C', 'Oslo')], language)).toEqual(sentences);
  });
});

describe('the time of a story', () => {
  const site = { language: 'en-GB', timeZone: 'Europe/London' };

  it('is printed with the words of its language around it', () => {
    const { published } = storyPage({ language: 'de', date: '2026-11-23' }, { site });

    expect(published.before + published.text + published.after).toBe('Veröffentlicht am 23. November 2026');
  });

  it.each([
    ['2026-11-23 07:30', '2026-11-23 09:00', '2026-11-23T09:00:00+00:00'],
    ['2026-11-23 07:30', '2026-11-23 07:30:40', undefined],
    ['2026-11-23 07:30', '2026-11-23 07:30', undefined],
    ['2026-11-23', '2026-11-23', undefined],
    ['2026-11-23', '2026-11-24', '2026-11-24'],
    ['2026-10-25T00:30Z', '2026-10-25T01:30Z', '2026-10-25T01:30:00+00:00'],
  ])('of %s is followed by that of its update only where a reader sees a difference: %s', (date, updated, iso) => {
    expect(storyPage({ date, updated }, { site }, { now: '2026-12-01' }).updated?.iso).toBe(iso);
  });
});

describe('a label', () => {
  it.each([
    ['sponsored', { text: 'Sponsored', isPaid: true }],
    ['opinion', { text: 'Opinion', isPaid: false }],
  ])('is printed, and says whether it was paid for: %s', (label, printed) => {
    expect(storyPage({ label }).label).toEqual(printed);
  });
});

describe('a kicker', () => {
  const site = { sections: [{ id: 'news', title: 'News' }] };

  it.each([
    [{}, { text: 'News', href: '/news/' }],
    [{ kicker: 'Floods' }, { text: 'Floods', href: '/news/' }],
  ])('is the story’s, or its section’s: %j', (keys, kicker) => {
    expect(storyPage(keys, { site }).kicker).toEqual(kicker);
  });

  it('is none where there are no sections', () => {
    expect(storyPage({}).kicker).toBeUndefined();
  });
});

describe('the faces beside a byline', () => {
  const image = { src: 'bridge.jpg', alt: 'Jane' };
  const contributors = {
    'jane-doe.md': aFile({ name: 'Jane Doe', image }, ''),
    'jo-li.md': aFile({ name: 'Jo Li' }, ''),
  };

  it.each<[unknown, number]>([
    ['jane-doe', 1],
    ['Jane Doe', 1],
    [['jo-li', 'jane-doe'], 1],
    ['jo-li', 0],
    ['Somebody Else', 0],
    [['jo-li', { id: 'jane-doe', credit: 'photography' }], 0],
  ])('are those of %j who wrote the story and have one: %d', (credits, count) => {
    expect(storyPage({ contributors: credits }, { contributors }).faces).toHaveLength(count);
  });
});

describe('the form of a story', () => {
  it.each(['opinion', 'analysis', 'review', 'interview', 'obituary'])('is that of its label: %s', (label) => {
    expect(storyPage({ label }).form).toBe(label);
  });

  it.each([undefined, 'sponsored', 'satire'])('is none of %s', (label) => {
    expect(storyPage({ label }).form).toBeUndefined();
  });
});
