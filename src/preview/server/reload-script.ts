import { asHtml, type Html } from '../../domain/html.ts';

/**
 * What every page of a preview runs: it is loaded again when the server has another revision of the site, and when a server
 * answers again after it was gone. (The client of Eleventy's own server reconnects only once its window is looked at.)
 *
 * @param revision Of the site that the page is of.
 */
export function printReloadScript(revision: string): Html {
  return asHtml(`<script type="module">
let isLeaving = false;
addEventListener('pagehide', () => { isLeaving = true; });
addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });
const socket = new WebSocket(location.origin.replace(/^http/, 'ws'));
socket.addEventListener('message', ({ data }) => {
  const { type, revision } = JSON.parse(data);
  if (type === 'broadsheet.revision' && revision !== '${revision}') location.reload();
});
socket.addEventListener('close', async () => {
  for (let pause = 100; !isLeaving; pause = Math.min(2000, pause * 1.5)) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const isThere = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(() => true, () => false);
    if (isThere && !isLeaving) return location.reload();
  }
});
</script>`);
}

/** Puts something before the last place where a text has a mark; where it has none, at its end. */
export function insertBefore(text: string, mark: string, inserted: string): string {
  const index = text.lastIndexOf(mark);
  return index < 0 ? text + inserted : text.slice(0, index) + inserted + text.slice(index);
}

/** Puts something after the first opening tag of a name; where there is none, at the beginning. */
export function insertAfterTag(text: string, name: string, inserted: string): string {
  const start = text.search(new RegExp(`<${name}[\\s>]`, 'i'));
  const end = start < 0 ? -1 : text.indexOf('>', start);
  return text.slice(0, end + 1) + inserted + text.slice(end + 1);
}
