import { quote } from '../../../diagnostics/wording.ts';
import { fitsALine, fitsAt } from '../../look-for.ts';
import { inEachBlock, MOST, type Note, shortened, type SlipRule } from '../slip.ts';
import { type WrittenBlock, withoutCode } from '../written-text.ts';
import { OTHER_LINKS, type OtherMarkup, WEB } from './other-links.ts';

const REMOVE = 'remove it';

const OTHERS: readonly OtherMarkup[] = [
  {
    code: 'heading-shown',
    pattern: /^(={2,6})[ \t]+([\p{Lu}\p{Lo}\p{N}][^=\n]{0,100}[^=\s.,;:!?…])(?:[ \t]+\1)?[ \t]*$/gmu,
    is: 'a heading of a wiki or of AsciiDoc',
    signs: ['== '],
    hint: ([, signs = '', words = '']) => `write \`${'#'.repeat(signs.length)} ${shortened(words)}\``,
  },
  {
    code: 'heading-shown',
    pattern: /^h([1-6])\.[ \t]+(\S[^\n]{0,200})$/gmu,
    is: 'a heading of Textile or Jira',
    signs: ['h1. ', 'h2. ', 'h3. ', 'h4. ', 'h5. ', 'h6. '],
    hint: ([, level, words = '']) => `write \`${'#'.repeat(Math.max(2, Number(level)))} ${shortened(words)}\``,
  },
  {
    code: 'heading-shown',
    pattern: /^(\*\*|__)(#{1,6})[ \t]+([^*_\n]{1,200})\1[ \t]*$/gmu,
    is: 'emphasis around a heading',
    signs: ['**#', '__#'],
    hint: ([, , signs = '', words = '']) => `write \`${signs.length === 1 ? '##' : signs} ${shortened(words)}\``,
  },
  {
    code: 'shortcode-shown',
    pattern: /^bq\.[ \t]+(\S[^\n]{0,200})$/gmu,
    is: 'a quotation of Textile or Jira',
    signs: ['bq. '],
    hint: ([, words = '']) => `write \`> ${shortened(words)}\``,
  },
  {
    code: 'shortcode-shown',
    pattern:
      /^\{(quote|code|noformat|panel|info|tip|note|warning|color|expand)(?::[^}\n]{0,200})?\}(?=[ \t]*$|[^\n{]{1,300}\{\1\})/gmu,
    is: 'a command of Jira or Confluence',
    signs: ['{'],
    hint: () =>
      'remove it, and write `> ` before each line of a quotation, or a line of three backticks before and after code',
  },
  {
    code: 'shortcode-shown',
    pattern:
      /\\(?:textbf|textit|emph|underline|newpage|pagebreak|begin|end|section|subsection|textsc|footnote|href)(?![A-Za-z])(?:\{([^}\n]{0,200})\})?/gu,
    is: 'a command of TeX',
    signs: ['\\'],
    hint: ([written, words]) =>
      words && !/^\\(?:begin|end)/.test(written ?? '') ? `write \`*${shortened(words)}*\`, or the words alone` : REMOVE,
  },
  {
    code: 'shortcode-shown',
    pattern: /【\d+(?::\d+)?†[^】\n]{0,200}】|\ue200?cite\ue202?(?:turn\d+[a-z]+\d+\ue202?)+\ue201?|\[oaicite:\d+\]/gu,
    is: 'a mark that a chatbot leaves where it had a source',
    signs: ['†', 'citeturn', '\ue200', 'oaicite'],
    hint: () => 'remove it, and say by words or a link where that is from',
  },
  {
    code: 'emphasis-shown',
    pattern: /(?<![^\s("“‘«])~(?=\p{L})([^~\n]{2,200})(?<!\s)~(?![\p{L}\p{N}~])/gu,
    is: 'how Slack strikes words through',
    signs: ['~'],
    hint: ([, words = '']) => `write \`~~${shortened(words)}~~\``,
  },
  {
    code: 'shortcode-shown',
    pattern: /^(?:'''|´{3}|[‘’]{3})[ \t]*[a-z]*[ \t]*$/gmu,
    is: 'a mark of code with other signs than backticks',
    signs: ["'''", '´´´', '‘‘‘', '’’’'],
    hint: () => 'write three backticks in their place, before the code and behind it',
  },
  {
    code: 'shortcode-shown',
    pattern: /^\$\$[^$]{1,500}\$\$$/gu,
    is: 'a formula of TeX',
    signs: ['$$'],
    hint: () => 'write `markdown: { math: true }` into site.yaml',
  },
  {
    code: 'text-garbled',
    pattern: /(?:=C[2-9A-F]=[89AB][\dA-F]|=E[\dA-F](?:=[89AB][\dA-F]){2}|=F0(?:=[89AB][\dA-F]){3})/gu,
    is: 'a character as mails carry it',
    signs: ['=C', '=D', '=E', '=F0'],
    hint: ([written = '']) => `write \`${decoded(written)}\``,
  },
  {
    code: 'comment-shown',
    pattern: /\[(?:Comment(?:ed)?|Kommentar|Commentaire|Comentario) \[[^\]\n]{1,20}\]: ?([^\]\n]{0,300})\]/gu,
    is: 'a comment of Word',
    signs: ['[Com', '[Kom'],
    hint: ([, words = '']) => `write \`<!-- ${shortened(words)} -->\`, or remove it`,
  },
  {
    code: 'shortcode-shown',
    pattern: /<[@#!][A-Z0-9]{6,20}(?:\|[^>\n]{0,100})?>/gu,
    is: 'a name of Slack',
    signs: ['<@', '<#', '<!'],
    hint: () => 'write who or what is meant',
  },
  {
    code: 'shortcode-shown',
    pattern: /<%[=#-]?[ \t][^\n%]{1,200}%>/gu,
    is: 'a command of another program',
    signs: ['<%'],
    hint: () => 'write what it stands for, or put it between backticks if it is meant to be seen',
  },
  {
    code: 'shortcode-shown',
    pattern: new RegExp(`(?<!\\S)%\\[(${WEB})\\]`, 'gu'),
    is: 'an embed of another program',
    signs: ['%['],
    hint: ([, url]) => `write \`::embed{url="${url}" title="What it is"}\``,
  },
  {
    code: 'shortcode-shown',
    pattern: /(?<=\s)\^(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{6}$/gu,
    is: 'the name of a block in Obsidian',
    signs: [' ^'],
    hint: () => REMOVE,
  },
];

const EMOJI: OtherMarkup = {
  code: 'shortcode-shown',
  pattern:
    /(?<![\p{L}\p{N}:]):(?:smile|smiley|grin|joy|laughing|blush|wink|sob|cry|thinking|heart|fire|tada|rocket|eyes|wave|clap|pray|muscle|thumbsup|thumbsdown|\+1|point_right|point_down|rotating_light|white_check_mark|heavy_check_mark):(?![\p{L}\p{N}:])/gu,
  is: 'the name of an emoji',
  signs: [':'],
  hint: () => 'write the emoji itself, or `markdown: { emoji: true }` into site.yaml',
};

const ALL: readonly OtherMarkup[] = [...OTHER_LINKS, ...OTHERS, EMOJI];

/** Markup of wikis, Textile, Jira, AsciiDoc, Slack, mails and chatbots. */
export const otherMarkup: SlipRule = (text) => {
  const markups = text.hasEmoji ? ALL.filter((markup) => markup !== EMOJI) : ALL;
  return inEachBlock((block) => findIn(block, markups))(text);
};

function findIn(block: WrittenBlock, markups: readonly OtherMarkup[]): readonly Note[] {
  if (block.children.some(({ type }) => type.startsWith('math'))) return inAlt(block);
  const words = withoutCode(block.content);
  const notes: Note[] = [];
  for (const { code, pattern, is, signs, hint } of markups) {
    if (!signs.some((sign) => words.includes(sign))) continue;
    for (const found of words.matchAll(pattern)) {
      const instead = hint(found);
      if (instead === undefined || isTaken(found.index, found[0], notes)) continue;
      // More are no slips, and the first few say so.
      if (notes.length === MOST) return notes;
      const written = found[0].trim();
      notes.push({
        code,
        index: found.index,
        length: written.length,
        message: `Unexpected ${quote(shortened(written))}, expected Markdown; it is ${is}`,
        hint: instead,
      });
    }
  }
  return [...notes, ...inAlt(block)].sort((one, other) => one.index - other.index);
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written.replaceAll('=', '%'));
  } catch {
    return 'the character itself';
  }
}

function isTaken(index: number, written: string, notes: readonly Note[]): boolean {
  return notes.some((note) => note.index < index + written.length && index < note.index + note.length);
}

/** `![The bridge|300](bridge.jpg)`: how wide Obsidian shows it, which would be read to who does not see the picture. */
function inAlt({ children, content }: WrittenBlock): readonly Note[] {
  return children.flatMap((image): readonly Note[] => {
    const [, shows = '', size = ''] =
      /^(.*?)\s*(\|\s*\d{2,4}(?:x\d{2,4})?)$/su.exec(image.type === 'image' ? image.content : '') ?? [];
    const index = size === '' ? -1 : content.indexOf(image.content);
    if (index < 0) return [];
    return [
      {
        code: 'shortcode-shown',
        index: index + image.content.length - size.length,
        length: size.length,
        message: `Unexpected ${quote(size)} in what a picture shows, expected words alone; it is a size of Obsidian`,
        hint: `write \`![${shortened(shows)}](…)\``,
      },
    ];
  });
}

/** Signs by which a text may have some of it, beside brackets, braces and strokes; most texts have none. */
export function mayHaveOtherMarkup(source: string): boolean {
  if (source.includes('\\') && /\\(?:text|emph|under|newp|pageb|foot|href)/.test(source)) return true;
  return (
    SIGNS.some((sign) => source.includes(sign)) ||
    fitsALine(source, LINE) ||
    fitsAt(source, '^', /(?<= )\^[a-z\d]{6}$/my) ||
    fitsAt(source, ':', /:[a-z1_+]{2,20}:/y)
  );
}

const LINE = /h[1-6]\. |bq\. |!\S+!|\/\S+\.|\.\. image::|={2,6} |'''|´´´|[‘’]{3}|\$\$/y;

const SIGNS = [
  ...['~', '=C', '=E', '=F0'],
  ...['":http', ')(http', '[!', '**#', '__#', '†', 'citeturn', '\ue200', '<@', '<#', '<!', '<%', '<http'],
];
