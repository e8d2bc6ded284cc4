import MarkdownIt from 'markdown-it';

/** What words may have in them: emphasis, as headlines do; nothing; or, between tags, what HTML has. */
export type Takes = 'line' | 'plain' | 'html';

const { utils } = new MarkdownIt();

const MAY_BE_MARKUP = /[<&*_`[~{【=^#]|''|citeturn/;
/** Words between two signs each are a quotation: `<<words>>`. */
const TAG = /(?<!<)<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|<!--/i;
const ENTITY = /&(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[0-9a-f]{1,6});/i;
const LINK = /!?\[[^[\]]+\]\([^()\s]+\)/;
const STRUCK = /~~[^~]+~~/;
/** Signs of emphasis around words, and not within one: `M*A*S*H`. */
const EMPHASIS =
  /(?<![\p{L}\p{N}*\\])(\*{1,3})[^\s*](?:[^*]*[^\s*])?\1(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_\\])(_{1,3})[^\s_](?:[^_]*[^\s_])?\2(?![\p{L}\p{N}_])/u;
const CODE = /(?<!`)`[^`]+`(?!`)/;

/** What no text takes, Markdown or not, and what is left of it: commands and links of other programs, doubled marks, emphasis without an end. */
const OTHER: readonly (readonly [pattern: RegExp, left: string])[] = [
  [/\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}/u, ''],
  [/^#{2,6}[ \t]+(?=[\p{L}\p{N}])/u, ''],
  [/!?\[\[([^[\]|\n]+)(?:\|[^[\]\n]+)?\]\]/u, '$1'],
  [/\[(?!\^)([^[\]\n]+)\]\[[^[\]\n]*\](?![[(])/u, '$1'],
  [/!?\[([^[\]\n]+)\]\((?:https?:[^()\s]*|[^()\s]+\.[a-z]{2,4})(?=\s|$)/u, '$1'],
  [/(?<=[\p{L}\p{N}.,:;!?"'”’)])\[\^[^[\]\s]+\]/u, ''],
  [/(?<![=\p{L}\p{N}])==(?=[^\s=])([^=\n]*[^\s=])==(?![=\p{L}\p{N}])/u, '$1'],
  [/(?<=[\p{L}\p{N})])~([\p{N}+−-]{1,5}|[a-z]{1,3})~(?!~)|(?<=[\p{L}\p{N})])\^([\p{L}\p{N}+−-]{1,5})\^(?!\^)/u, '$1$2'],
  [/【\d+(?::\d+)?†[^】\n]*】|citeturn\d+[a-z]+\d+/u, ''],
  [/<https?:[^|<>\s]+\|([^<>\n]+)>/u, '$1'],
  [/\[https?:\S+ ([^\]\n]+)\]/u, '$1'],
  [/!?\[([^[\]\n]+)\]\([^()\n]* [^()\n]*\.[a-z]{2,4}\)/u, '$1'],
  [/(?<![\p{L}\p{N}'])''(?=\p{L})((?:(?!'')[^\n])+)''(?!')/u, '"$1"'],
  [/(?<![\p{L}\p{N}<>=-])<<(?=\s?\p{L})([^<>\n]+)>>(?![\p{L}\p{N}<>=-])/u, '"$1"'],
  [/\*\*(?<=^[^*]*\*\*)(?<![\p{L}\p{N}*\\]\*\*)(?=\p{L})(?=[^*]*$)/u, ''],
];

/** HTML and Markdown that a key does not take, which would be printed as it was written, or lose what it says. */
const REFUSED: Readonly<Record<Takes, readonly RegExp[]>> = {
  line: [TAG, LINK, STRUCK, ...OTHER.map(([pattern]) => pattern)],
  html: [LINK, STRUCK, EMPHASIS, CODE, ...OTHER.map(([pattern]) => pattern)],
  plain: [TAG, ENTITY, LINK, STRUCK, EMPHASIS, CODE, ...OTHER.map(([pattern]) => pattern)],
};

/** The first markup of a text that its key does not take. */
export function refusedMarkup(text: string, takes: Takes): string | undefined {
  if (!MAY_BE_MARKUP.test(text)) return undefined;
  for (const pattern of REFUSED[takes]) {
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined && (pattern !== ENTITY || decode(found) !== found)) return found;
  }
  return undefined;
}

/** A text without the markup that its key does not take. */
export function withoutRefused(text: string, takes: Takes): string {
  const words = OTHER.reduce((rest, [pattern, left]) => rest.replace(new RegExp(pattern, 'gu'), left), text)
    .replace(/<!--.*?(?:-->|$)/gs, '')
    .replace(new RegExp(TAG, 'gi'), '')
    .replace(new RegExp(LINK, 'g'), (link) => link.slice(link.indexOf('[') + 1, link.indexOf('](')))
    .replace(new RegExp(STRUCK, 'g'), '');
  const plain =
    takes === 'line'
      ? words
      : words
          .replace(new RegExp(EMPHASIS, 'gu'), (emphasis) => emphasis.replace(/^[*_]+|[*_]+$/g, ''))
          .replace(new RegExp(CODE, 'g'), (code) => code.slice(1, -1));
  return (takes === 'line' ? plain : withoutEntities(plain)).replace(/\s+/g, ' ').trim();
}

/** A text with the characters that entities stand for. */
export function withoutEntities(text: string): string {
  return text.replace(new RegExp(ENTITY, 'gi'), decode);
}

/** The character that an entity stands for; the entity itself where there is none of this name. */
function decode(entity: string): string {
  const decoded = utils.unescapeAll(entity);
  // Of an unknown name it takes the beginning that is known: `&not` of `&nothing;`.
  return decoded.endsWith(';') ? entity : decoded;
}
