import type { TextContext } from '../../archive.ts';
import { withBoxesApart, withoutModules } from './calls/jsx.ts';
import type { LookUp } from './calls/tag.ts';
import type { Rewrite } from './contributors.ts';
import type { Facts } from './keys/facts.ts';
import type { References } from './references.ts';
import type { Publication } from './system.ts';
import type { ReadAddress } from './text/addresses.ts';
import { rewriteHtml } from './text/rewrite-html.ts';
import { rewriteMarkdown } from './text/rewrite-markdown.ts';
import { IS_HTML } from './systems/paths.ts';
import { textAt } from './values/plain-values.ts';

/** Writes the texts of a project anew. */
export interface TextWriter {
  text(written: WrittenText, context: TextContext): string;
  readonly biography: Rewrite;
  /** How a text, by its file, writes addresses. */
  readAddress(path: string): ReadAddress;
}

interface WrittenText {
  readonly path: string;
  readonly body: string;
  readonly title: string;
  readonly facts: Facts;
  readonly url: string | undefined;
}

export function textWriter(publication: Publication, references: References): TextWriter {
  const rewrite = (
    path: string,
    body: string,
    own: { readonly title: string; readonly lookUp: LookUp },
    context: TextContext,
  ): string => {
    const { text, bindings } = /\.mdx$/i.test(path)
      ? withBoxesApart(withoutModules(body))
      : { text: body, bindings: new Map<string, string>() };
    const rules = {
      syntax: publication.syntax(path, { lookUp: own.lookUp, bindings }),
      title: own.title,
      readAddress: references.readAddress(path),
      reference: (name: string, language: string | undefined) => references.find(name, path, language),
      file: (name: string) => references.findFile(name, path),
      value: own.lookUp,
    };
    return (IS_HTML.test(path) ? rewriteHtml : rewriteMarkdown)(text, rules, context).trim();
  };
  return {
    readAddress: (path) => references.readAddress(path),
    biography: (path, body, context) => rewrite(path, body, { title: '', lookUp: publication.value }, context),
    text({ path, body, title, facts, url }, context) {
      const lookUp: LookUp = (name) => {
        const key = name.replace(/^(?:page|frontmatter)\./, '');
        if (key === 'url') return url;
        return textAt(facts.values, key) ?? publication.value(name);
      };
      return rewrite(path, body, { title, lookUp }, context);
    },
  };
}
