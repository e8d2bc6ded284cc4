import { describe, expect, it } from 'vitest';
import { proofread } from '../../../src/newsroom/copy-desk/copy-desk.ts';
import { readStoryProse } from '../../../src/newsroom/copy-desk/story-prose.ts';
import { codesOf } from '../findings.ts';
import { aStory } from '../manuscript.ts';
import { aSite } from '../site.ts';
import { readHouseStyle } from '../../../src/newsroom/copy-desk/house-style/house-style.ts';
import { STYLE_PATH } from '../../../src/newsroom/copy-desk/house-style/style-schema.ts';
import { remarksOn } from './remarks.ts';

/** The findings of a text with a house style. */
function findingsIn(style: string, body: string) {
  const site = aSite({ language: 'en' });
  const prose = readStoryProse({ path: 'content/articles/a.md', text: aStory({}, body) }, site);
  return proofread(prose, { site, style: readHouseStyle({ path: STYLE_PATH, text: style }).value }, undefined);
}

/** What a house style says of a text: what it points at, and the hint. */
function told(style: string, body: string, language = 'en'): readonly (readonly [text: string, hint: string])[] {
  return remarksOn(`${body}\n`, { style, keys: { language } })
    .filter(([code]) => code.startsWith('style-'))
    .map(([, text, hint]) => [text, hint]);
}

describe('words that the house style has others for', () => {
  it.each([
    ['use: adviser, not: advisor', 'An advisor.', 'advisor', 'write `adviser`'],
    ['use: adviser, not: advisor', 'Two advisors.', 'advisors', 'write `advisers`'],
    ['use: adviser, not: advisor', 'Advisor to all.', 'Advisor', 'write `Adviser`'],
    ['use: adviser, not: advisor', 'The *adv*isor’s desk.', 'adv*isor', "write `adviser's`"],
    ['use: per cent, not: [percent, "%"]', 'It is 5% more.', '%', 'write `per cent`'],
    ['use: email, not: e-mail', 'An e-mail came.', 'e-mail', 'write `email`'],
    ['use: internet, not: Internet', 'On the Internet.', 'Internet', 'write `internet`'],
    ['use: use, not: utili*', 'They utilised it.', 'utilised', 'write `use`'],
    ['never: very unique', 'It is very\nunique.', 'very', 'say it in another way, or leave it out'],
    ['never: the * minister', 'The prime minister.', 'The prime minister', 'say it in another way, or leave it out'],
    ['use: Häuser, not: Haeuser', 'Die Haeuser.', 'Haeuser', 'write `Häuser`'],
  ])('are told of: %s · %s', (entry, body, text, hint) => {
    const [found] = told(`words:\n  - {${entry}}\n`, body);

    expect(found?.[0].startsWith(text.slice(0, 3))).toBe(true);
    expect(found?.[1]).toBe(hint);
  });

  it.each([
    ['use: adviser, not: advisor, except: advisory board', 'The advisory board met.'],
    ['use: adviser, not: advisor, except: chief advisor', 'The chief advisor met.'],
    ['use: internet, not: Internet', 'Internet is down. The internet is down.'],
    ['use: per cent, not: cent', 'It costs 5 per cent.'],
    ['use: mail, not: ail', 'The mail is pale.'],
    ['use: adviser, not: advisor', 'See `advisor`, [x](advisor.md) and <https://advisor.example/>.'],
    ['use: adviser, not: advisor', '> He said advisor.'],
    ['use: adviser, not: advisor, languages: de', 'An advisor.'],
    ['never: very unique', 'It is very, unique.'],
    ['never: BBC', 'The bbc.'],
  ])('are left alone where they are right, or something else: %s · %s', (entry, body) => {
    expect(told(`words:\n  - {${entry}}\n`, body)).toEqual([]);
  });

  it('say why', () => {
    const [remark] = remarksOn('An advisor.\n', {
      style: 'words: [{ use: adviser, not: advisor, why: one spelling }]\n',
    }).filter(([code]) => code === 'style-word');

    expect(remark).toEqual(['style-word', 'advisor', 'write `adviser`']);
  });

  it('are quoted on one line, and pointed at on theirs, where a line ends within them', () => {
    const { findings } = findingsIn('words: [{ never: very unique }]\n', 'It is very\nunique.\n');

    expect(findings.map(({ message }) => message)).toEqual(['Unexpected `very unique`, expected other words']);
    expect(told('words: [{ never: very unique }]\n', 'It is very\nunique.')[0]?.[0]).toBe('very');
    expect(told('units: [{ unit: km, not: kilometre* }]\n', 'It is 5\nkilometres.')[0]?.[0]).toBe('5');
    expect(told('titles: [{ title: Lord, not: The Lord }]\n', 'Here came The\nLord Lee.')[0]?.[0]).toBe('The');
  });

  it('takes the longest of several phrases at one place', () => {
    const style = 'words: [{ use: a, not: per cent }, { use: b, not: per cent point }]\n';

    expect(told(style, '5 per cent point.')).toEqual([['per cent point', 'write `b`']]);
  });
});

describe('units', () => {
  it.each([
    [
      '{ unit: km, space: false, not: [kms, kilometre*] }',
      'It is 5 km, 5km, 5 kms and 1,000.5 kilometres.',
      ['5 km', '5 kms', '1,000.5 kilometres'],
    ],
    ['{ unit: km, space: true }', 'It is 5km and 5 km and 5\u00a0km.', ['5km']],
    ['{ unit: °C, space: false }', 'It is 5 °C and 5°C.', ['5 °C']],
    ['{ unit: m, space: true }', 'It cost £5m or $5m for 5m of road.', ['5m']],
    [
      '{ unit: in, space: false }',
      'It is 5 in long, 4 in 10 are, and at 5 in the morning 6 in, and a 7 in.',
      ['6 in', '7 in'],
    ],
    ['{ unit: m, not: metre }', 'A metre, 5 metre, 5 metres more, 5m and 5 m.', ['5 metre']],
  ])('are told of behind a number: %s', (unit, body, texts) => {
    expect(told(`units: [${unit}]\n`, body).map(([text]) => text)).toEqual(texts);
  });
});

describe('titles of people', () => {
  it.each([
    ['{ title: Dr, not: [Doctor, Dr.] }', 'Doctor Lee and Dr. Ray and Dr Orr. The doctor Lee.', ['Doctor', 'Dr.']],
    ['{ title: Dr, mention: first }', 'Dr Ann Lee spoke. Dr Lee left. Dr Ray came.', ['Dr']],
    ['{ title: Mr, mention: later }', 'Mr Bo Ray spoke. Ann Lee left. Mr Lee and Mr Ray came.', ['Mr']],
    ['{ title: Mr, mention: later }', 'Ann Lee spoke. “Bo Ray left,” he said. Mr Lee and Mr Ray came.', []],
    ['{ title: Mr, mention: later }', 'Here is Jean-Luc Lee-Ray. Mr Lee-Ray came. Mr Ray left.', ['Mr']],
    ['{ title: Mr, mention: later }', 'John F. Kennedy and J.R.R. Tolkien spoke. Mr Kennedy and Mr Tolkien left.', []],
    ['{ title: Mr, mention: later }', 'Ursula von der Leyen spoke. Mr Leyen left. Ann Lee’s Bo came. Mr Lee left.', []],
    ['{ title: Ms, not: Frau }', 'Ursula von der Leyen spoke. Frau von der Leyen left. Frau der das.', ['Frau']],
    ['{ title: Ms, mention: first }', 'Ursula von der Leyen spoke, and Ms von der Leyen left.', ['Ms']],
    ['{ title: Dr, mention: first }', 'Yesterday Dr Lee spoke. A book by Ana de Dr Lee.', ['Dr']],
    ['{ title: Dr, not: Doctor }', 'Yesterday Doctor Lee spoke.', ['Doctor']],
    ['{ title: Frau, not: Fräulein }', 'Fräulein Meier kam.', ['Fräulein']],
  ])('are told of before a name: %s', (title, body, texts) => {
    expect(told(`titles: [${title}]\n`, body).map(([text]) => text)).toEqual(texts);
  });
});

describe('the file of a house style', () => {
  const codes = (text: string): readonly string[] => codesOf(readHouseStyle({ path: STYLE_PATH, text }).findings);

  it.each([
    ['', []],
    ['words: [{ use: a, not: b }]\n', []],
    ['words: a\n', ['value-type']],
    ['wrods: []\n', ['key-unknown']],
    ['words: [{ use: a }]\n', ['style-invalid']],
    ['words: [{ not: "* a" }]\n', ['style-invalid']],
    ['words: [{ use: a, not: [b, a] }]\n', ['style-invalid']],
    ['words: [{ use: a, not: [] }]\n', ['style-invalid']],
    ['titles: [{ title: Dr, not: "Dr., Doctor" }]\n', ['style-invalid']],
    ['words: [{ not: ["first, second"] }]\n', []],
    ['readingEase: 100\n', []],
    ['readingEase: 300\n', ['style-invalid']],
    ['readingEase: -5\n', ['style-invalid']],
    [`words: [{ not: "${'a '.repeat(13)}" }]\n`, ['style-invalid']],
    ['words: [{ not: a, languages: [klingon] }]\n', ['language-invalid']],
    ['units: [{ space: true }]\n', ['key-missing']],
    ['titles: [{ title: Dr, mention: always }]\n', ['value-choice']],
    ['words: [\n', ['yaml-broken']],
    [`words: [${'{ not: a }, '.repeat(5001)}]\n`, ['list-too-long']],
  ])('is told of what is wrong in it: %s', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});
