import fc from 'fast-check';

/** A post as an old site had it, and the sentences that must be on its new page. */
export interface Post {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly html: string;
  readonly sentences: readonly string[];
}

/** Words of each language, with letters that something may be done to: marks of Markdown, references of HTML, other directions, no spaces. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'harbour',
    'bridge',
    'don’t',
    'AT&T',
    'snake_case_name',
    'C++',
    '“quoted”',
    'a*b*c',
    '2019',
    '<b>',
    '#1',
    '1.',
    '[x]',
    'rock ’n’ roll',
  ],
  de: ['Straße', 'Größe', '„Zitat“', 'Käse–Brot', 'z. B.', 'über', '5 %', 'E_Mail', 'Öl'],
  es: ['¿qué?', '¡ojo!', 'niño', 'pingüino', '«cita»', 'puente', 'año'],
  ar: ['الجسر', 'مُغلق', '«اقتباس»', '٢٠١٩', 'المدينة،', 'لا'],
  ru: ['мост', 'ёлка', '«цитата»', '№', 'объект', 'не'],
  ja: ['橋が', '閉じた。', '「引用」', '港の', 'カタカナ', '2019年'],
  hi: ['पुल', 'बंद', '“उद्धरण”', 'शहर', 'नहीं'],
};

/** Sentences that are told apart by a number, so that the one that is missing is known. */
class Sentences {
  readonly all: string[] = [];
  readonly #pick: (from: readonly string[]) => string;
  readonly #language: string;

  constructor(language: string, pick: (from: readonly string[]) => string) {
    this.#language = language;
    this.#pick = pick;
  }

  next(): string {
    const words = WORDS[this.#language] ?? [];
    const sentence = `s${this.all.length}z ${Array.from({ length: 12 }, () => this.#pick(words)).join(' ')}.`;
    this.all.push(sentence);
    return sentence;
  }
}

/** Any post of paragraphs, lists in lists, quotations, tables, figures, code and what stands within a line. */
export function anyPost(): fc.Arbitrary<Post> {
  return fc.gen().map((gen) => {
    const language = gen(() => fc.constantFrom(...Object.keys(WORDS)));
    const sentences = new Sentences(language, (from) => gen(() => fc.constantFrom(...from)));
    const write = writer(sentences, (most) => gen(() => fc.nat(most)));
    // Readability wants some text before it takes a page for an article.
    const opening = `<p>${escaped(sentences.next())} ${escaped(sentences.next())} ${escaped(sentences.next())}</p>`;
    const count = 1 + gen(() => fc.nat(6));
    const html = [opening, ...Array.from({ length: count }, () => write(0))].join('\n');
    return { title: `Title of ${gen(() => fc.nat(999))}`, language, html, sentences: sentences.all };
  });
}

/** Writes a block that may have others in it, at most three deep. */
function writer(sentences: Sentences, choose: (most: number) => number): (level: number) => string {
  const line = () => {
    const text = escaped(sentences.next());
    const middle = Math.floor(text.length / 2);
    const cut = text.indexOf(' ', middle);
    const [before, after] = cut === -1 ? [text, ''] : [text.slice(0, cut), text.slice(cut)];
    const inline = [
      text,
      `${before} <strong>${after.trim()}</strong>`,
      `${before} <em>${after.trim()}</em>`,
      `${before} <a href="https://elsewhere.example/a?b=1&amp;c=2">${after.trim()}</a>`,
      `${before}<br>${after}`,
      `<span style="color: red">${text}</span>`,
      `<b>${before}</b><i>${after}</i>`,
      `${before} <del>${after.trim()}</del>`,
    ];
    return inline[choose(inline.length - 1)] ?? text;
  };
  const block = (level: number): string => {
    const inner = () => (level < 2 && choose(2) === 0 ? block(level + 1) : '');
    const item = () => `<li>${line()}${level < 2 && choose(2) === 0 ? list(level + 1) : ''}</li>`;
    const list = (at: number): string => {
      const items = Array.from({ length: 1 + choose(2) }, () => (at === level ? item() : `<li>${line()}</li>`)).join(
        '',
      );
      return choose(1) === 0 ? `<ul>${items}</ul>` : `<ol start="${1 + choose(5)}">${items}</ol>`;
    };
    const cells = (name: string) => `<tr><${name}>${line()}</${name}><${name}>${line()}</${name}></tr>`;
    const blocks: readonly (() => string)[] = [
      () => `<p>${line()} ${line()}</p>`,
      () => `<h2>${escaped(sentences.next())}</h2><p>${line()}</p>`,
      () => list(level),
      () => `<blockquote><p>${line()}</p>${inner()}</blockquote>`,
      () => `<div class="x"><p>${line()}</p>${inner()}</div>`,
      () => `<table><thead>${cells('th')}</thead><tbody>${cells('td')}${cells('td')}</tbody></table>`,
      () =>
        `<figure><img src="${PICTURE}" alt="A picture"><figcaption>${escaped(sentences.next())}</figcaption></figure><p>${line()}</p>`,
      () => `<pre><code>${escaped(sentences.next())}\n  ${escaped(sentences.next())}</code></pre>`,
      () => `<dl><dt>${escaped(sentences.next())}</dt><dd>${line()}</dd></dl>`,
    ];
    return (blocks[choose(blocks.length - 1)] ?? (() => ''))();
  };
  return block;
}

/** The file that posts show. */
export const PICTURE = 'quay.jpg';

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
