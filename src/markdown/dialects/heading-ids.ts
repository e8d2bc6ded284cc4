import type MarkdownIt from 'markdown-it';
import type { Environment } from '../environment.ts';
import { fitsAt } from '../look-for.ts';
import { readKramdown } from './kramdown.ts';
import { nameHeading } from './name-heading.ts';

/** What stands behind the words of a heading, whose signs may stand between both: `## Heading ## {#id}`. */
const BEHIND = /(?:^|[ \t]+)\{:?[ \t]*([#.][^{}\n`]{1,300})\}$/;

const MAY_BE_THERE = /\{:?[ \t]*[#.]/y;

/** Headings that say themselves by which name links lead to them: `## What we know {#known}`. */
export function headingIds(markdown: MarkdownIt): void {
  markdown.core.ruler.before('inline', 'heading-ids', ({ src, tokens, env }) => {
    if (!fitsAt(src, '{', MAY_BE_THERE)) return;
    for (const [index, heading] of tokens.entries()) {
      const inline = tokens[index + 1];
      if (heading.type !== 'heading_open' || !inline?.content.endsWith('}')) continue;
      const end = inline.content.slice(-310);
      const [all = '', inside = ''] = BEHIND.exec(end) ?? [];
      const read = readKramdown(inside);
      if (read.id === undefined && !read.values.has('.no_toc')) continue;
      inline.content = inline.content.slice(0, inline.content.length - all.length).replace(/[ \t]+#{1,6}$/, '');
      nameHeading(heading, read, env as Environment);
    }
  });
}
