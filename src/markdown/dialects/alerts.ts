import type MarkdownIt from 'markdown-it';
import type { StateCore, Token } from 'markdown-it';
import { ALERTS, type Alert, Box } from '../../../layouts/directives/box.tsx';
import type { Environment } from '../environment.ts';
import { printBlock } from '../print-layout.ts';
import { printFolded } from '../extensions/folding.ts';

/** GitHub's five kinds, alone on the first line of a quotation; Obsidian folds them (`-`, `+`) and gives them titles. */
const BEGINNING = new RegExp(`^\\[!(${ALERTS.join('|')})\\][+-]?(?:[ \\t]+([^\\n]*))?(?:\\n|$)`, 'i');

/** What a quotation says of itself: `> [!WARNING]` makes a box of it, with that word or a title of its own. */
export function alerts(markdown: MarkdownIt): void {
  markdown.core.ruler.before('inline', 'alerts', (state) => {
    if (state.src.includes('[!')) state.tokens = withAlerts(state);
  });
  printFolded(markdown, 'alert', ({ meta }, text, { words, renderLine }) => {
    const { kind, title } = meta as AlertMeta;
    return printBlock(Box, {
      kind: `callout is-${kind}`,
      title: renderLine(title === '' ? words(`alert.${kind}`) : title),
      hasKindAsTitle: title === '',
      text: text(),
    });
  });
}

interface AlertMeta {
  readonly kind: Alert;
  readonly title: string;
}

function withAlerts({ src, tokens, env }: StateCore): Token[] {
  const lines = src.split('\n');
  const left = new Set<Token>();
  /** Whether each quotation that is open is an alert. */
  const open: boolean[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'blockquote_open') {
      const paragraph = tokens.slice(index + 1, index + 4);
      const isAlert = makeAlert(token, paragraph);
      const { title = '' } = (isAlert ? token.meta : {}) as Partial<AlertMeta>;
      if (title !== '') noteTitle(title, { line: token.map?.[0] ?? 0, lines, environment: env as Environment });
      if (isAlert && paragraph[1]?.content === '') for (const empty of paragraph) left.add(empty);
      open.push(isAlert);
    } else if (token.type === 'blockquote_close' && open.pop()) {
      token.type = 'alert_close';
    }
  }
  return left.size === 0 ? tokens : tokens.filter((token) => !left.has(token));
}

/** Has the words of a title looked at with those of the text. */
function noteTitle(
  text: string,
  {
    line,
    lines,
    environment,
  }: { readonly line: number; readonly lines: readonly string[]; readonly environment: Environment },
): void {
  const column = Math.max(0, lines[line]?.lastIndexOf(text) ?? 0);
  environment.writtenLines.push({ text, takes: 'line', placeOf: (index) => ({ line, column: column + index }) });
}

/** Takes the first line off the first paragraph of a quotation, if that says what it is. */
function makeAlert(quotation: Token, [paragraph, inline]: readonly Token[]): boolean {
  if (paragraph?.type !== 'paragraph_open' || inline?.type !== 'inline') return false;
  const [line, kind, title = ''] = BEGINNING.exec(inline.content) ?? [];
  if (line === undefined || kind === undefined) return false;
  quotation.type = 'alert_open';
  quotation.meta = { kind: kind.toLowerCase(), title: title.trim() };
  inline.content = inline.content.slice(line.length);
  return true;
}
