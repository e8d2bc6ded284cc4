import { describe, expect, it } from 'vitest';
import { dictionaryFor } from '../../../src/build/copy-desk/proofread-files.ts';
import { type Dictionary, nearWords, suggestionsFor } from '../../../src/newsroom/copy-desk/spelling/dictionary.ts';
import { OwnWords, WORDS_PATH } from '../../../src/newsroom/copy-desk/spelling/own-words.ts';
import { dictionariesOf } from '../../../src/newsroom/copy-desk/spelling/packages.ts';
import { unknownIn } from './remarks.ts';

describe('spelling', () => {
  it.each([
    ['en-GB', 'The goverment recieved it.', ['goverment', 'recieved']],
    ['en-GB', 'Goverment sources say so.', ['Goverment']],
    ['en-GB', 'The councl’s well-knwon view, and the ex-mayr.', ['councl’s', 'knwon', 'mayr']],
    ['en-GB', 'A **gover**ment, *brdige* [linnk](x.md "tilte").', ['gover**me', 'brdige', 'linnk']],
    ['en-GB', '- teh\n\n> wrod\n\n## haeding\n\n| cellx |\n|---|\n| cel |', ['teh', 'wrod', 'haeding', 'cellx', 'cel']],
    ['en-GB', '![A brdige](map.svg "A caputre"){credit="Xqz"}', ['brdige', 'caputre']],
    ['en-GB', 'A note.[^1]\n\n[^1]: Here wrnog.', ['wrnog']],
    ['de', 'Das Hochwaser kam. Die Bürgermeisterr läufft.', ['Hochwaser', 'Bürgermeisterr', 'läufft']],
    ['fr', 'L’élecction du mairre d’aujourd’hui.', ['L’élecction', 'mairre']],
    ['es', 'Las eleciones y la cancion.', ['eleciones', 'cancion']],
  ])('finds in %s: %s', async (language, body, words) => {
    expect(await unknownIn(`${body}\n`, { keys: { headline: 'OK', language } })).toEqual(words);
  });

  it.each([
    [
      'en-GB',
      "It’s the councillors’ well-known view; don't ask re-elected twenty-first-century co-chairs. Café façade.",
    ],
    [
      'en-GB',
      'See https://exmaple.com/wrnog, wrnog@exmaple.com, wrnog.jpg, /wrnog/path/, @wrnogname, #wrnogtag, U.S., e.g. this.',
    ],
    [
      'en-GB',
      'The `wrnog` code, <https://wrnog.example/>, $x_wrnog$, 12kmh, A380s, 21st, the MPs of NATO and BREAKNG.',
    ],
    [
      'en-GB',
      '<span lang="fr">Bonjour mes amis</span>, <code>wrnog</code> and\n\n<div lang="de">\n\nGuten Tag zusammen.\n\n</div>\n\nThe end.',
    ],
    [
      'en-GB',
      'Then Ngozi Okonkwo met Okonkwo’s friend. Okonkwo left. Callum Garrick came; an iPhone and McDonald too.',
    ],
    ['en-GB', 'Москва и 東京 and القاهرة.'],
    ['en-GB', 'The govern\u00adment.'],
    ['de', 'Die Hochwasserschutzmauer der Bundestagsabgeordneten, Haupt- und Nebenstraßen, z. B. Klimaschutzgesetze.'],
    ['de', 'Da kam Anna Özdemirci mit Frau Schmidtkowski.'],
    ['fr', 'L’homme qu’elle aime, aujourd’hui, jusqu’à l’œuvre, est-ce qu’il y a.'],
    ['es', 'Las elecciones; dámelo, ¿verdad?'],
    ['ja', '東京で閉まっている wrnog。'],
    ['ar', 'الجسر مغلق wrnog.'],
    ['zh', '桥关闭了 wrnog。'],
  ])('finds nothing in %s: %s', async (language, body) => {
    expect(await unknownIn(`${body}\n`, { keys: { headline: 'OK', language } })).toEqual([]);
  });

  it('points at words in front matter, however they are written there', async () => {
    const keys = {
      headline: 'Brdige "brdige" closes',
      dek: 'A brdge',
      corrections: [{ date: '2026-11-24', text: 'A wrod' }],
    };

    expect(await unknownIn('Text.\n', { keys })).toEqual(['Brdige', 'brdige', 'brdge', 'wrod']);
  });

  it('knows the names of a story', async () => {
    const keys = { contributors: ['ana qwxyz'], dateline: 'zkopane', topics: ['vwxyland'] };

    expect(await unknownIn('In zkopane, qwxyz of vwxyland said.\n', { keys })).toEqual([]);
  });

  it('has no dictionary for languages of which none is published', () => {
    expect(['ja', 'zh-TW', 'xx', '__proto__', 'constructor'].map(dictionariesOf)).toEqual([[], [], [], [], []]);
    expect(dictionariesOf('de-AT')).toEqual(['dictionary-de-at', 'dictionary-de']);
    expect(dictionariesOf('en')[0]).toBe('dictionary-en');
    expect(dictionariesOf('fr-CA')).toEqual(['dictionary-fr']);
  });

  it.each([
    ['en-GB', ['en-gb']],
    ['en-IE', ['en-gb']],
    ['en-NZ', ['en-gb']],
    ['en-IN', ['en-gb']],
    ['en-ZA', ['en-za', 'en-gb']],
    ['en-AU', ['en-au', 'en-gb']],
    ['en-CA', ['en-ca']],
    ['en-US', ['en']],
    ['en-PH', ['en']],
    ['pt-BR', ['pt']],
    ['pt-PT', ['pt-pt']],
    ['pt-AO', ['pt-pt']],
    ['pt', ['pt', 'pt-pt']],
    ['de-CH', ['de-ch']],
    ['de-LI', ['de-ch']],
    ['sr-Latn-RS', ['sr-latn']],
    ['sr', ['sr']],
    ['es-MX', ['es-mx', 'es']],
    ['no', ['nb']],
  ])('are none of another spelling: of %s it is %j', (language, names) => {
    expect(dictionariesOf(language)).toEqual(names.map((name) => `dictionary-${name}`));
  });
});

describe('suggestions', () => {
  it.each([
    ['en-GB', 'recieve', 'receive'],
    ['en-GB', 'accomodation', 'accommodation'],
    ['en-GB', 'teh', 'the'],
    ['de', 'Hochwaser', 'Hochwasser'],
    ['fr', 'mairre', 'maire'],
    ['es', 'cancion', 'canción'],
  ])('in %s for %s begin with %s', async (language, word, first) => {
    const dictionary = (await dictionaryFor(language, 'content')) as Dictionary;

    expect(suggestionsFor(word, dictionary)[0]).toBe(first);
    expect(suggestionsFor(word, dictionary).length).toBeLessThanOrEqual(3);
  });

  it('look up a number of words that grows with the word and the alphabet alone', () => {
    let looked = 0;
    const dictionary: Dictionary = {
      language: 'en',
      letters: 'abcdefghijklmnopqrstuvwxyz',
      knows: () => {
        looked += 1;
        return false;
      },
      suggest: () => [],
    };

    expect(nearWords('a'.repeat(60), dictionary)).toEqual([]);
    expect(looked).toBeLessThan(60 * 60);
  });
});

describe('content/words.txt', () => {
  const listOf = (text: string): OwnWords => {
    const words = new OwnWords();
    words.addList({ path: WORDS_PATH, text });
    return words;
  };

  it.each([
    ['hempcrete', 'hempcrete', true],
    ['hempcrete', 'Hempcrete', true],
    ['hempcrete', 'hempcrete’s', true],
    ['Tarnmouth', 'Tarnmouth', true],
    ['Tarnmouth', 'tarnmouth', false],
    ['Los Alamos', 'Alamos', true],
    ['Brexit*', 'Brexiteers', true],
    ['Brexit*', 'brexiteers', false],
    ['hemp*', 'Hempcrete', true],
    ['a # hempcrete', 'hempcrete', false],
    ['# hempcrete', 'hempcrete', false],
    ["o'clock", 'o’clock', true],
    ['cafe\u0301', 'café', true],
    ['hempcrete', '__proto__', false],
    ['__proto__', 'constructor', false],
  ])('with %s: whether it has %s is %s', (line, word, has) => {
    expect(listOf(`${line}\n`).has(word)).toBe(has);
  });

  it('tells of lines that are no words, and takes the others', () => {
    const words = listOf('good\n*bad\nb*d\n12\nfine\n');

    expect(words.findings.map(({ at }) => (at.kind === 'position' ? [at.line, at.column, at.length] : at))).toEqual([
      [2, 1, 4],
      [3, 1, 3],
      [4, 1, 2],
    ]);
    expect([words.has('good'), words.has('fine')]).toEqual([true, true]);
  });
});
