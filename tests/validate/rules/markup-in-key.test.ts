import { describe, expect, it } from 'vitest';
import { anArticle } from '../../newsroom/article.ts';

/** What is said of the keys of a story. */
function saidOf(keys: Readonly<Record<string, unknown>>): readonly (string | undefined)[] {
  return anArticle(keys as Parameters<typeof anArticle>[0])
    .findings.filter(({ code }) => code === 'markup-in-key')
    .map(({ hint }) => hint);
}

describe('markup in a key that does not take it', () => {
  it.each([
    [{ headline: 'A <b>new</b> bridge' }, 'write `A new bridge`'],
    [{ headline: 'A *new* [bridge](https://example.com/)' }, 'write `A *new* bridge`'],
    [{ dek: 'It is ~~not~~ so' }, 'write `It is so`'],
    [{ dek: '<!-- x -->It is' }, 'write `It is`'],
    [{ kicker: 'The **long** repair' }, 'write `The long repair`'],
    [{ shortHeadline: 'Fish &amp; chips &eacute; &#233;' }, 'write `Fish & chips é é`'],
    [{ topics: ['Bridges', '_Ferries_'] }, 'write `Ferries`'],
    [{ dateline: '`OLD QUAY`' }, 'write `OLD QUAY`'],
    [{ contributors: '*Jane* Doe' }, 'write `Jane Doe`'],
    [{ contributors: [{ name: '<i>Jane</i> Doe' }] }, 'write `Jane Doe`'],
    [{ image: { src: 'bridge.jpg', alt: 'A <em>bridge</em>', credit: 'Ana' } }, 'write `A bridge`'],
    [{ image: { src: 'bridge.jpg', alt: '', caption: '*A* <em>bridge</em>' } }, 'write `*A* bridge`'],
    [{ corrections: [{ date: '2026-11-24', text: 'See <a href="/x/">this</a>.' }] }, 'write `See this.`'],
    [{ kicker: '<br>' }, 'write it in words'],
  ])('is told: %j', (keys, hint) => {
    expect(saidOf(keys)).toEqual([hint]);
  });

  it.each([
    { headline: 'A *new* bridge & **more** &amp; so, 3 < 4 > 2' },
    { headline: 'M*A*S*H, f**k and 5 * 3 [sic]', kicker: 'M*A*S*H * * * snake_case_name 5*3*2' },
    { kicker: '“[sic]” R&D AT&T; &c. &nothing; ***' },
    { image: { src: 'bridge.jpg', alt: '<3 and a_b_c', caption: '**A** _bridge_' } },
    { dek: 'It`s `code`' },
  ])('is not what looks like it: %j', (keys) => {
    expect(saidOf(keys)).toEqual([]);
  });
});
