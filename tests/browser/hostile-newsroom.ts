import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A text that would run a program wherever it is printed unescaped: in text, in an attribute, in a script, in a title. */
export function attack(place: string): string {
  const run = 'window.__pwned=1';
  return `${place} "><img src=x onerror="${run}"> </title></script></textarea><script>${run}</script> <svg onload=${run}> {{ 7*7 }} {% raw %}`;
}

/** The places of the newsroom that hold an attack, and that a reader is meant to see. */
export const PLACES: readonly string[] = `
  alert, aside, biography, body, breaking, byline, caption, cell, code, contact, correction, credit, dateline, definition,
  dek, description, fact, figure, footnote, group, heading, headline, highlighted, item, kicker, label, link, mark, named,
  navigation, own page, own title, page text, person, phrase, place, publisher, pullquote,
  role, section, section text, short, site, social, strip, task, term, topic, update
`
  .trim()
  .split(/,\s+/);

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Writes a newsroom whose every text tries to break out of its place. */
export function writeHostileNewsroom(folder: string): void {
  const write = (path: string, data: string | Buffer): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), data);
  };
  write('site.yaml', JSON.stringify(SITE));
  write('media/pixel.png', Buffer.from(PIXEL, 'base64'));
  write(
    'contributors/mallory.md',
    markdown({ name: attack('person'), role: attack('role'), links: LINKS }, attack('biography')),
  );
  write('pages/own.md', markdown({ title: attack('own title'), layout: 'page' }, attack('own page')));
  write(
    'articles/plain.md',
    markdown({ headline: 'A plain story', contributors: 'Jo Li', date: '2026-11-20' }, '::story{slug=hostile}\n'),
  );
  write('articles/hostile.md', markdown(STORY, BODY));
  write('fronts/home.yaml', JSON.stringify(FRONT));
}

function markdown(frontMatter: object, body: string): string {
  return `---\n${JSON.stringify(frontMatter)}\n---\n${body}\n`;
}

const LINKS = [{ label: attack('link'), url: 'https://example.com/' }];

const SITE = {
  title: attack('site'),
  html: 'text',
  url: 'https://ledger.example/',
  description: attack('description'),
  markdown: { math: true, dollarMath: true, emoji: true },
  sections: [{ id: 'news', title: attack('section'), description: attack('section text') }],
  navigation: [
    { label: attack('navigation'), url: '/news/' },
    { label: 'Own', url: '/own/' },
  ],
  liveStrip: { label: attack('label'), text: attack('strip'), url: 'https://example.com/live' },
  publisher: { name: attack('publisher'), contact: '/own/' },
  social: [{ label: attack('social'), url: 'https://example.com/social' }],
  words: { en: { topics: attack('phrase'), contact: attack('contact') } },
};

const FRONT = {
  breaking: { text: attack('breaking'), url: '/own/', until: '2099-01-01' },
  lead: 'plain',
  groups: [{ title: attack('group'), stories: ['hostile'] }],
};

const STORY = {
  headline: attack('headline'),
  shortHeadline: attack('short'),
  dek: attack('dek'),
  kicker: attack('kicker'),
  contributors: ['mallory', attack('byline'), { name: 'Jo Li', credit: 'reported-from', place: attack('place') }],
  date: '2026-11-21 10:00',
  section: 'news',
  topics: [attack('topic')],
  dateline: attack('dateline'),
  image: { src: 'pixel.png', alt: attack('alt'), caption: attack('caption'), credit: attack('credit') },
  corrections: [{ date: '2026-11-22', text: attack('correction') }],
  updates: [{ date: '2026-11-22', text: attack('update') }],
};

const BODY = `${attack('body')}

${attack('page text')}[^1]

## ${attack('heading')}

- ${attack('item')}

\`\`\`
${attack('code')}
\`\`\`

| ${attack('cell')} | B |
|:--|:--|
| C | D |

![Words](pixel.png){credit='${attack('figure')}'}

:::pullquote{by='${attack('pullquote')}'}
Quoted.
:::

:::aside{title='${attack('aside')}'}
Text.
:::

:::factbox
${attack('fact')}
:::

[TOC]

### ${attack('named')} {#"onload=x}

${attack('term')}
: ${attack('definition')}

- [x] ${attack('task')}

> [!NOTE] ${attack('alert')}
> ==${attack('mark')}== https://example.com/"onmouseover=window.__pwned=1

\`\`\`js
${attack('highlighted')}
\`\`\`

$$\\text{"><img src=x onerror="window.\\_\\_pwned=1">}$$

*Words*{: onclick="window.__pwned=1"}

[^1]: ${attack('footnote')}
`;
