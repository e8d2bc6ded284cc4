import type MarkdownIt from 'markdown-it';
import hljs from 'highlight.js/lib/common';
import type { Environment } from '../environment.ts';

/**
 * How much code of a line, of a block, and of a text has its parts told apart, in characters: some grammars take time by the square of it. What is
 * longer is printed as it is.
 */
const MOST = { ofLine: 500, ofBlock: 5000, ofText: 25_000 } as const;

/** Languages whose grammar takes another's in: of 10,000 characters, two of these made 70 MB and took 17 seconds. */
const UNBOUNDED = ['markdown', 'php-template', 'python-repl', 'shell'] as const;

/** What classes begin with: `code-keyword`. */
const PREFIX = 'code-';

let isReady = false;

/** Code in fences whose language is named has classes for its parts, for the stylesheet of such pages. Nothing is loaded before such code is met. */
export function highlight(markdown: MarkdownIt): void {
  const plain = markdown.renderer.rules.fence;
  markdown.renderer.rules.fence = (tokens, index, options, env, renderer) => {
    const token = tokens[index];
    const { spent } = env as Environment;
    const language = languageOf(token?.info ?? '');
    const code = token?.content ?? '';
    const isBounded = code.length <= Math.min(MOST.ofBlock, MOST.ofText - spent.code);
    const html = language !== '' && isBounded && hasShortLines(code) ? highlighted(code, language) : undefined;
    if (html === undefined) return plain?.(tokens, index, options, env, renderer) ?? '';
    spent.code += code.length;
    return `<pre tabindex="0"><code class="language-${language}">${html}</code></pre>\n`;
  };
}

function hasShortLines(code: string): boolean {
  return code.split('\n').every((line) => line.length <= MOST.ofLine);
}

/** The language behind the signs of a fence: `js`, also of `js {linenos=true}`, `{.js}` and `js{1,3}`. */
function languageOf(info: string): string {
  return /^\{?\.?([\w+#-]{1,30})/.exec(info.trim())?.[1]?.toLowerCase() ?? '';
}

function highlighted(code: string, language: string): string | undefined {
  if (!isReady) {
    hljs.configure({ classPrefix: PREFIX });
    for (const name of UNBOUNDED) hljs.unregisterLanguage(name);
    isReady = true;
  }
  if (!hljs.getLanguage(language)) return undefined;
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}
