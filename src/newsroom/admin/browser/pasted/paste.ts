import { type PastedElement, pastedNodes } from './pasted-nodes.ts';

/** For how many milliseconds it is said that pictures were left out. */
const LONG = 12_000;

/** What the editor puts in for a text that was pasted: it is built to call this, see `CHANGES` in `src/assets/editor-script.ts`. */
export function pastedFragment(body: Element): readonly PastedElement[] {
  const { nodes, pictures } = pastedNodes(body);
  if (pictures > 0) tell(`${pictures === 1 ? 'A picture was' : `${pictures} pictures were`} left out`);
  return nodes;
}

function tell(what: string): void {
  const notice = document.createElement('p');
  notice.setAttribute('role', 'alert');
  notice.className = 'broadsheet-notice';
  notice.textContent = `${what}: a file of its own is needed. Save it from the document, and put it in with the plus sign over the text.`;
  document.body.append(notice);
  setTimeout(() => notice.remove(), LONG);
}
