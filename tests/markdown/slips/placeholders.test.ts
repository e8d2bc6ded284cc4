import { describe, expect, it } from 'vitest';
import { anArticle } from '../../newsroom/article.ts';
import { pointedAt } from '../../newsroom/findings.ts';
import { renderedText } from '../../newsroom/rendered-text.ts';

/** What of a text is told of as a placeholder. */
function placeholdersIn(markdown: string): readonly string[] {
  const findings = renderedText(markdown).findings.filter(({ code }) => code === 'placeholder-left');
  return pointedAt(markdown, findings).map(({ text }) => text);
}

/** Of what keys placeholders are told of. */
function toldOf(keys: Readonly<Record<string, unknown>>): readonly unknown[] {
  return anArticle(keys as Parameters<typeof anArticle>[0])
    .findings.filter(({ code }) => code === 'placeholder-left')
    .map(({ at }) => ('keys' in at ? at.keys : at));
}

describe('what was still to be written', () => {
  it.each([
    ['It was closed for TKTK weeks.', ['TKTK']],
    ['tktktk', ['tktktk']],
    ['TK', ['TK']],
    ['**TK.**', ['TK']],
    ['# Part one\n\nTK TK', ['TK TK']],
    ['[TK]', ['[TK]']],
    ['She is [age TK] and lives in [TK: town].', ['[age TK]', '[TK: town]']],
    ['It cost £TK, some TK% more, or XX per cent.', ['£TK', 'TK%', 'XX']],
    ['It cost €XXX and drew XX,XXX people.', ['€XXX', 'XX,XXX']],
    ['The [XXX] bridge', ['[XXX]']],
    ['XXX', ['XXX']],
    ['Lorem ipsum dolor sit amet, consectetur.', ['Lorem ipsum']],
    ['> Lorem ipsum, dolor sit', ['Lorem ipsum']],
    ['Lorem ipsum', ['Lorem ipsum']],
    ['[headline here]', ['[headline here]']],
    ['[Headline goes here]', ['[Headline goes here]']],
    ['He said [insert quote] on Monday.', ['[insert quote]']],
    ['He said [insert the mayor’s full quote here].', ['[insert the mayor’s full quote here]']],
    ['[photo of the bridge to come]', []],
    ['[picture to come]', ['[picture to come]']],
    ['[Titel hier] [titre ici] [título aquí]', ['[Titel hier]', '[titre ici]', '[título aquí]']],
    ['[TODO: ask the mayor] and [TBC]', ['[TODO: ask the mayor]', '[TBC]']],
    ['[CHECK] the date', ['[CHECK]']],
    ['TODO: ask the mayor', ['TODO:']],
    ['The mayor said. FIXME: which?', ['FIXME:']],
    ['## Headline here', ['Headline here']],
    ['- Caption goes here', ['Caption goes here']],
    ['| a | b |\n|---|---|\n| TK | 3 |', ['TK']],
    ['![TK](https://example.com/a.png)', ['TK']],
    [':::aside{title="Title TKTK"}\nWords.\n:::', ['TKTK']],
    ["::audio{src=a.mp3 title='The [name TK] bells'}", ['[name TK]']],
    ['![The bridge](a.png "By TKTK"){credit="TK"}', ['TKTK', 'TK']],
    ['<figcaption>TKTK</figcaption>', ['TKTK']],
    ['> - *[quote TK]*', ['[quote TK]']],
  ])('is told of: %s', (markdown, told) => {
    expect(placeholdersIn(markdown)).toEqual(told);
  });

  it.each([
    'TK Maxx opens in town, says the TK (Techniker Krankenkasse), and TK-421 is away.',
    'Die TK zahlt. T.K. Whitaker, T. K. Smith',
    'See www.dot.tk, https://example.tk/TKTK and a@example.tk of .TK in [Tokelau](https://dot.tk/).',
    'TK sagt: 3 % mehr',
    'Super Bowl XXX, Louis XX. and XXX. Olympiade; xXx and XXX: Return of Xander Cage',
    'XXXX is a beer, and XXXL a size. Love, Ana xxx',
    'The site example.xxx and the [mayor] said [it] was [sic] “[here]”',
    '[here] [to him] [the name of the mayor] [check] [insert] [the headline] [name withheld]',
    'The word “TKTK” and the mark “[TK]” mean to come.',
    'In code: `TKTK`, `[headline here]` and `TODO: x`.',
    '```\nTODO: lorem ipsum dolor TKTK\n```',
    'Words. <!-- TKTK: ask the mayor -->',
    'Printers write “lorem ipsum”. Lorem ipsum is what they call it.',
    'TODO ES POSIBLE. TODO: ES POSIBLE',
    'It is a to-do: list. todo: nada',
    'The story goes here and there. The headline here is good; text here, too.',
    '[text here](https://example.com/)',
    'Placeholder names are John Doe and Jane Roe. A placeholder text is one.',
    '| Venue | Kick-off |\n|---|---|\n| Leeds | TBC |',
  ])('is not what looks like it: %s', (markdown) => {
    expect(placeholdersIn(markdown)).toEqual([]);
  });

  it.each([
    [{ headline: 'TK' }, ['headline']],
    [{ headline: 'Headline here' }, ['headline']],
    [{ dek: 'The bridge [TK] reopens.' }, ['dek']],
    [{ dek: 'Lorem ipsum dolor sit amet' }, ['dek']],
    [{ kicker: 'TKTK' }, ['kicker']],
    [{ corrections: [{ date: '2026-11-24', text: 'TODO: say what was wrong' }] }, ['corrections', 0, 'text']],
    [{ image: { src: 'bridge.jpg', alt: '[alt text here]' } }, ['image', 'alt']],
    [{ topics: ['Bridges', 'TK'] }, ['topics', 1]],
  ])('is told of under a key: %j', (keys, place) => {
    expect(toldOf(keys)).toEqual([place]);
  });

  it.each([
    { headline: 'TK Maxx, XXX and “TKTK”', dek: 'A [sic] and [the] mayor', kicker: 'Super Bowl XXX' },
    { topics: ['TK Elevator', 'XX (album)', 'Title'], headline: 'Title IX turns fifty' },
  ])('is not what looks like it under a key: %j', (keys) => {
    expect(toldOf(keys)).toEqual([]);
  });
});
