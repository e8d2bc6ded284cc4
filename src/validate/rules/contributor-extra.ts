import type { Article } from '../../domain/story/article.ts';
import { isSlug } from '../../domain/addresses.ts';
import { type Finding, valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import { contributorBy } from './contributor-by.ts';

/** What stands beside a name in one text with it, and the name that is left without it. */
interface Extra {
  readonly what: string;
  readonly name: string;
}

const PATTERNS: readonly { readonly pattern: RegExp; readonly what: (written: string) => string }[] = [
  { pattern: /^(?:.*\/)?([^/\s]+)\.md$/i, what: () => 'the name of a file' },
  {
    pattern: /^(?:\.{0,2}\/|(?:[\w.-]+\/)*(?:contributors|authors|people|team)\/)+([a-z0-9]+(?:-[a-z0-9]+)*)\/?$/,
    what: () => 'a path',
  },
  { pattern: /^(.*?)\s*[<(]?\S+@\S+\.\p{L}+[>)]?$/u, what: () => 'an address' },
  { pattern: /^(.*?)\s*[<(]?https?:\/\/\S+[>)]?$/i, what: () => 'an address' },
  { pattern: /^(?:and|und|et|och|og|&)\s+(\p{Lu}.*)$/u, what: () => 'the word before it' },
  { pattern: /^\p{L}+:\s*(\S.*)$/u, what: (written) => quote(`${written.split(':', 1)[0]}:`) },
  { pattern: /^(\p{Lu}[^()]* [^()]*\S)\s*\([^()]*\p{Ll}[^()]*\)$/u, what: () => 'a remark in parentheses' },
  { pattern: /^(\p{Lu}[^:]*):\s+\p{Ll}[^:]*$/u, what: () => 'what stands behind the colon' },
  { pattern: /^[{[(](.+)[\])}]$/, what: () => 'brackets around it' },
  { pattern: /^()(?:TB[ACD]|n\/a|none|unknown)$/i, what: () => 'words for what is not known yet' },
  { pattern: /^@()\S+$/, what: () => 'the sign of an account' },
  { pattern: /^["'“”„«‘](.+)["'“”»’]$/u, what: () => 'quotation marks' },
];

/** A name that has something else beside it would be printed with it, and lead to no page. */
export function contributorExtra(article: Article): readonly Finding[] {
  const { path, credits } = article;
  return credits.flatMap(({ who, keys }): readonly Finding[] => {
    if (keys.at(-1) === 'name' && isSlug(who) && who.includes('-')) {
      const message = `Unexpected ${quote(who)} as a name, expected it as readers are to see it`;
      return [
        { code: 'contributor-extra', path, at: valueAt(...keys), message, hint: `write \`id: ${who}\`, or the name` },
      ];
    }
    const extra = extraIn(who);
    // “By:” and its like are told of by themselves.
    if (!extra || contributorBy(article).some(({ at }) => at.kind === 'value' && at.keys.join() === keys.join()))
      return [];
    const message = `Unexpected ${quote(who)} as a name, expected one without ${extra.what}`;
    const hint = extra.name === '' ? 'write the name alone' : `write \`${extra.name}\``;
    return [{ code: 'contributor-extra', path, at: valueAt(...keys), message, hint }];
  });
}

function extraIn(who: string): Extra | undefined {
  for (const { pattern, what } of PATTERNS) {
    const [written, name] = pattern.exec(who) ?? [];
    if (written !== undefined && name !== undefined) return { what: what(written), name: name.trim() };
  }
  return undefined;
}
