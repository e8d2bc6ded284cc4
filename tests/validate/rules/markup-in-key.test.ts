import { describe, expect, it } from 'vitest';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';
import { editionOf } from '../../newsroom/edition.ts';
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
    [{ image: { src: 'bridge.jpg', alt: '', caption: '*A* <em>bridge</em>' } }, 'write `"*A* bridge"`'],
    [{ corrections: [{ date: '2026-11-24', text: 'See <a href="/x/">this</a>.' }] }, 'write `See this.`'],
    [{ kicker: '<br>' }, 'leave it out, or write what it stands for in words'],
    [{ dek: 'It closed.[^1]' }, 'write `It closed.`'],
    [{ dek: 'The [[pier|old pier]] closed' }, 'write `The pier closed`'],
    [{ headline: 'The [pier][1] closed' }, 'write `The pier closed`'],
    [{ headline: 'The [pier](https://example.com/ closed' }, 'write `The pier closed`'],
    [{ kicker: '## Harbour' }, 'write `Harbour`'],
    [{ dek: 'A ==new== bridge, H~2~O and 10^2^' }, 'write `A new bridge, H2O and 102`'],
    [{ dek: 'The [b]new[/b] bridge' }, 'leave it out, or write what it stands for in words'],
    [{ dek: 'Ask {>>the mayor<<} again' }, 'leave it out, or write what it stands for in words'],
    [{ kicker: 'The *new bridge' }, 'leave it out, or write what it stands for in words'],
    [{ dek: 'See [the report](my report.pdf)' }, 'write `See the report`'],
    [{ dek: 'It is **never so.' }, 'write `It is never so.`'],
    [{ dek: "The mayor: ''We will.''" }, `write \`'The mayor: "We will."'\``],
    [{ headline: 'It closed【4†source】' }, 'write `It closed`'],
    [{ kicker: '{{< x >}} Bridge' }, 'write `Bridge`'],
    [{ corrections: [{ date: '2026-11-24', text: 'See <https://example.org/|this>.' }] }, 'write `See this.`'],
    [{ image: { src: 'bridge.jpg', alt: 'See [https://example.org/ this]' } }, 'write `See this`'],
  ])('is told: %j', (keys, hint) => {
    expect(saidOf(keys)).toEqual([hint]);
  });

  it.each([
    { headline: 'A *new* bridge & **more** &amp; so, 3 < 4 > 2' },
    { headline: 'M*A*S*H, f**k and 5 * 3 [sic]', kicker: 'M*A*S*H * * * snake_case_name 5*3*2' },
    { headline: 'C# and #1: a == b, x~y, 2^10, [a] [b], 5* hotel, “x” :) and I_am, a:b:c' },
    { kicker: '“[sic]” R&D AT&T; &c. ***' },
    { image: { src: 'bridge.jpg', alt: '<3 and a_b_c', caption: '**A** _bridge_' } },
    { dek: 'It`s `code`' },
    { dek: "5'' and 6''; f**k; a ** b; **c**; [the mayor](see p. 3) said {so} and {{", kicker: '【速報】' },
  ])('is not what looks like it: %j', (keys) => {
    expect(saidOf(keys)).toEqual([]);
  });
});

describe('markup in any printed text of a file', () => {
  const SITE = {
    title: 'The *Ledger*',
    publisher: { name: 'Ledger *Press*' },
    sections: [{ id: 'news', title: '*News*' }],
    languages: [{ language: 'es', sections: { news: '*Noticias*' }, publisher: { name: 'Prensa *Ledger*' } }],
    unsupportedBrowser: { message: { en: 'Too *old*' }, skip: ['*bot*'] },
    words: { en: { updated: '*Updated*' } },
    elsewhere: ['/shop/**/*'],
    icon: { src: '_icons_/icon.png' },
    navigation: [{ label: '**News**', url: '/news/' }],
    liveStrip: { label: '*Live*', url: '/news/' },
  };

  it('is told of in site.yaml, but not in paths and patterns', () => {
    expect(spotsOf({ site: SITE })).toEqual(
      [
        'content/site.yaml *Ledger*',
        'content/site.yaml *Press*',
        'content/site.yaml *News*',
        'content/site.yaml *Noticias*',
        'content/site.yaml *Ledger*',
        'content/site.yaml *old*',
        'content/site.yaml *Updated*',
        'content/site.yaml **News**',
        'content/site.yaml *Live*',
      ].sort(),
    );
  });

  it('is told of in the message to old browsers that has no language', () => {
    expect(spotsOf({ site: { unsupportedBrowser: { message: 'Too *old*' } } })).toEqual(['content/site.yaml *old*']);
  });

  it('is told of in contributors, fronts and pages', () => {
    const newsroom = {
      contributors: {
        'jane.md': '---\nname: Jane\nnames: { es: "*Juana*" }\nformerNames: ["*Joan*"]\nrole: "_Editor_"\n---\n',
      },
      fronts: { 'home.yaml': 'groups: [{ title: "*One*" }]\nbreaking: { text: "*Two*", until: 2026-12-01 }\n' },
      pages: { 'about.md': '---\ntitle: "*About*"\nlayout: page\n---\nText\n' },
    };

    expect(spotsOf(newsroom)).toEqual([
      'content/contributors/jane.md *Joan*',
      'content/contributors/jane.md *Juana*',
      'content/contributors/jane.md _Editor_',
      'content/fronts/home.yaml *One*',
      'content/fronts/home.yaml *Two*',
      'content/pages/about.md *About*',
    ]);
  });
});

/** The markup that is told of in a newsroom, by file. */
function spotsOf(newsroom: NewsroomGiven): readonly string[] {
  return editionOf(newsroom)
    .diagnostics.filter(({ code }) => code === 'markup-in-key')
    .map(({ path, message }) => `${path} ${/`([^`]*)`/.exec(message)?.[1]}`)
    .sort();
}
