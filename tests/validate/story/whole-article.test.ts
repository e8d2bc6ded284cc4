import { describe, expect, it } from 'vitest';
import { anArticle } from '../../newsroom/article.ts';
import { codesOf } from '../../newsroom/findings.ts';

describe('a story', () => {
  it('with several faults is told of all of them, and keeps what is good', () => {
    const { value, findings } = anArticle({ headline: 5, topics: 'a', sektion: 'x', dek: 'Good', label: 'opinion' });

    expect([...codesOf(findings)].sort()).toEqual(['key-unknown', 'value-type', 'value-type']);
    expect(value).toMatchObject({ dek: { text: 'Good' }, label: 'opinion', topics: [] });
  });

  it('is told of the key that was meant', () => {
    expect(anArticle({ hedline: 'a' }).findings).toMatchObject([{ hint: 'did you mean `headline`?' }]);
  });

  it('without text is told so, and published all the same', () => {
    expect(codesOf(anArticle({}, { body: '\n \n' }).findings)).toEqual(['body-empty']);
  });

  it('counts its words as far as white space tells them apart', () => {
    expect(anArticle({}, { body: 'One two\n\n* three – four\n' }).value.body.wordCount).toBe(6);
  });

  it('knows every file that it shows', () => {
    const { value } = anArticle({ image: { src: 'bridge.jpg', alt: '' } }, { body: '![A map](map.svg)\n' });

    expect(value.body.media).toEqual(['content/media/bridge.jpg', 'content/media/map.svg']);
  });

  it('has the lines of its file in what is found in its text', () => {
    const { findings } = anArticle({}, { body: 'Text\n\n# One\n' });

    expect(findings).toMatchObject([{ code: 'heading-level', at: { lines: [8, 8] } }]);
  });

  it('in another language has that one’s quotes in every line', () => {
    const { value } = anArticle(
      { language: 'de', headline: '"A"', dek: '"B"', corrections: [{ date: '2026-11-24', text: '"C"' }] },
      { body: '"D"' },
    );

    expect([value.headline.text, value.dek?.text, value.corrections[0]?.text.text, value.body.html]).toEqual([
      '„A“',
      '„B“',
      '„C“',
      '<p>„D“</p>\n',
    ]);
  });
});

describe('an editorial standard', () => {
  it.each([
    ['a headline of 110 characters', { headline: 'ä'.repeat(110) }, []],
    ['a headline of 111 characters', { headline: 'ä'.repeat(111) }, ['headline-long']],
    ['a headline that is short without its markup', { headline: `**${'a'.repeat(109)}**` }, []],
    ['emoji counted as readers see them', { headline: '🎉'.repeat(110) }, []],
    ['one name', { contributors: 'Jane Doe' }, []],
    ['a name with “and” in an organisation', { contributors: 'Marks and Spencer' }, []],
    ['two names in one', { contributors: 'Jane Doe and John Roe' }, ['contributors-joined']],
    ['three names in one entry', { contributors: ['Jane Doe, John Roe & Jo Li'] }, ['contributors-joined']],
    ['names with an “and” behind a comma', { contributors: 'Jane Doe, John Roe, and Jo Li' }, ['contributors-joined']],
    ['ids in one', { contributors: 'jane-doe; john-roe' }, ['contributors-joined']],
    ['a surname before the name', { contributors: ['Doe, Jane'] }, ['contributors-joined']],
    ['two agencies in one', { contributors: 'Reuters, AFP' }, ['contributors-joined']],
    ['what stands behind a surname', { contributors: ['Doe, Jr.', 'Doe, PhD', 'Doe, MBE', 'Doe, III'] }, []],
    ['“By” before a name', { contributors: 'By Jane Doe' }, ['contributor-by']],
    ['“by:” before a name', { contributors: ['by: Jane Doe'] }, ['contributor-by']],
    ['“Von” before a name in German', { contributors: 'Von Anna Schmidt', language: 'de' }, ['contributor-by']],
    ['a name that begins with “von”', { contributors: 'von Trapp', language: 'de' }, []],
    ['a surname that begins with “Von der”', { contributors: 'Von der Heydt', language: 'de' }, []],
    ['a long surname that begins with “Von”', { contributors: ['Von den Driesch Anna'], language: 'de' }, []],
    ['“Von:” before a surname with “von”', { contributors: 'Von: von der Heydt', language: 'de' }, ['contributor-by']],
    ['a name that begins with “By”', { contributors: 'Byron Hill' }, []],
    ['names with a stroke between', { contributors: 'Jane Doe/John Roe' }, ['contributors-joined']],
    ['names with “und” between', { contributors: 'Anna Schmidt und Jo Weber' }, ['contributors-joined']],
    ['names with “y” between', { contributors: 'Ana Ruiz y Luis Paz' }, ['contributors-joined']],
    ['one name with “y” in it', { contributors: 'José Ortega y Gasset' }, []],
    ['a name with strokes of its own', { contributors: 'Agence AFP/AP' }, []],
    ['a part in the story before a name', { contributors: 'Photos by Ana Ruiz' }, ['contributor-by']],
    ['“Written by” before a name', { contributors: 'Written by Jane Doe' }, ['contributor-by']],
    ['a name with “by” in it', { contributors: 'Stand By Me' }, []],
    ['an e-mail address behind a name', { contributors: 'Jane Doe <jane@post.example>' }, ['contributor-extra']],
    ['a file in the place of a name', { contributors: 'contributors/jane-doe.md' }, ['contributor-extra']],
    ['a web address in the place of a name', { contributors: 'https://social.example/jane' }, ['contributor-extra']],
    ['a remark behind a name', { contributors: 'Jane Doe (text)' }, ['contributor-extra']],
    [
      'a path in the place of a name',
      { contributors: ['contributors/jane-doe', '/jane-doe/'] },
      ['contributor-extra', 'contributor-extra'],
    ],
    ['an id in the place of a name', { contributors: [{ name: 'jane-doe' }] }, ['contributor-extra']],
    ['agencies with a stroke between', { contributors: [{ name: 'afp/ap' }] }, []],
    ['three names of one word', { contributors: 'Ann, Bo, and Cy' }, ['contributors-joined']],
    ['a firm of three', { contributors: ['Ann Bo Cy', 'Faber and Faber'] }, []],
    [
      'what each did before the names',
      { contributors: 'Words by Jane Doe, photos by Ana Ruiz' },
      ['contributors-joined'],
    ],
    ['nobody yet', { contributors: 'TBC' }, ['contributor-extra']],
    ['a word before a name', { contributors: 'Text: Jane Doe' }, ['contributor-extra']],
    ['a role behind a name', { contributors: 'Jane Doe: reporter' }, ['contributor-extra']],
    ['“and” before the last name', { contributors: ['Jane Doe', 'and Jo Li'] }, ['contributor-extra']],
    ['quotation marks around a name', { contributors: '“Jane Doe”' }, ['contributor-extra']],
    ['an account in the place of a name', { contributors: '@janedoe' }, ['contributor-extra']],
    [
      'names with signs of their own',
      { contributors: ['Andrea O’Neill', 'J. R. Roe, Jr.', 'Bill (Lee) Roe', 'AP'] },
      [],
    ],
    ['two topics in one', { topics: ['Swing Bridge; Ferries'] }, ['topics-joined']],
    ['a topic in quotation marks', { topics: ['“Swing Bridge”'] }, ['topics-joined']],
    ['a topic that a comma has cut', { topics: ['“Tarn', 'Old Quay”'] }, ['topics-joined']],
    ['topics with one mark', { topics: ['”', '“', 'Tarn”', '“Old Quay', '7"'] }, []],
    [
      'topics with signs of their own',
      { topics: ['Tarn, Old Quay', 'AC/DC', 'The “Bridge” vote', 'C++', 'a;b', 'Bridge|Ferry'] },
      [],
    ],
    [
      'a correction that is said twice',
      { corrections: [1, 2].map(() => ({ date: '2026-11-24', text: 'It opened in 1903.' })) },
      ['notice-repeated'],
    ],
    [
      'a correction that is an update, too',
      {
        corrections: [{ date: '2026-11-24 08:00', text: 'It opened  in *1903*.' }],
        updates: [{ date: '2026-11-24', text: 'it opened in 1903.' }],
      },
      ['notice-repeated'],
    ],
    [
      'a long correction that has two dates',
      {
        corrections: [24, 28].map((day) => ({
          date: `2026-11-${day}`,
          text: 'An earlier version of this story had the year in which the bridge opened wrong.',
        })),
      },
      ['notice-repeated'],
    ],
    [
      'short corrections of two days, and others of one',
      {
        corrections: [
          { date: '2026-11-24', text: 'A name was misspelt.' },
          { date: '2026-11-25', text: 'A name was misspelt.' },
          { date: '2026-11-25', text: 'A date was wrong.' },
        ],
      },
      [],
    ],
    ['two names in a credit', { contributors: [{ name: 'Jane Doe, John Roe' }] }, ['contributors-joined']],
  ])('looks at %s', (_what, keys, codes) => {
    expect(codesOf(anArticle(keys).findings)).toEqual(codes);
  });
});
