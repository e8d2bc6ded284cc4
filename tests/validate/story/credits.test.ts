import { describe, expect, it } from 'vitest';
import { CREDIT_ROLES } from '../../../src/domain/contributors.ts';
import { anArticle } from '../../newsroom/article.ts';
import { codesOf } from '../../newsroom/findings.ts';

describe('a credit', () => {
  it.each([
    ['Jane Doe', { role: 'byline', who: 'Jane Doe', as: 'either', place: undefined, keys: ['contributors'] }],
    [['jane-doe'], { role: 'byline', who: 'jane-doe', as: 'either', place: undefined, keys: ['contributors', 0] }],
    [
      [{ id: 'jane-doe' }],
      { role: 'byline', who: 'jane-doe', as: 'id', place: undefined, keys: ['contributors', 0, 'id'] },
    ],
    [
      [{ name: 'prince' }],
      { role: 'byline', who: 'prince', as: 'name', place: undefined, keys: ['contributors', 0, 'name'] },
    ],
    [
      [{ name: 'Jo Li', credit: 'reported-from', place: ' Oslo ' }],
      { role: 'reported-from', who: 'Jo Li', as: 'name', place: 'Oslo', keys: ['contributors', 0, 'name'] },
    ],
  ])('is read: %j', (contributors, credit) => {
    const { value, findings } = anArticle({ contributors });

    expect([value.credits, findings]).toEqual([[credit], []]);
  });

  it.each(CREDIT_ROLES.filter((role) => role !== 'reported-from'))('may be %s', (credit) => {
    const { value, findings } = anArticle({ contributors: ['Jane Doe', { name: 'Jo Li', credit }] });

    expect([value.credits[1]?.role, findings]).toEqual([credit, []]);
  });

  it.each([
    [{ name: 'Jo Li', credit: 'writer' }, 'value-choice'],
    [{ name: 'Jo Li', credit: 'reported-from' }, 'key-missing'],
    [{ name: 'Jo Li', credit: 'reported-from', place: '' }, 'key-missing'],
    [{ name: 'Jo Li', place: 'Oslo' }, 'key-unknown'],
    [{ name: 'Jo Li', id: 'jo-li' }, 'key-missing'],
    [{ credit: 'editing' }, 'key-missing'],
    [{ name: '' }, 'key-missing'],
    [{ name: 'Jo Li', role: 'editing' }, 'key-unknown'],
    [5, 'value-type'],
    ['', 'key-missing'],
  ])('that is wrong is pointed at in its list: %j', (credit, code) => {
    const { findings } = anArticle({ contributors: ['Jane Doe', credit] });

    expect(codesOf(findings)).toEqual([code]);
    expect(findings[0]?.at).toMatchObject({ keys: expect.arrayContaining(['contributors', 1]) });
  });
});
