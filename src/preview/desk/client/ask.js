/** What the server refused, in its words. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {{
   *   error: string, hint?: string, said?: string, unfit?: readonly { of: string, message: string }[],
   *   diagnostics?: readonly import('../told-diagnostic.ts').ToldDiagnostic[],
   * }} body
   */
  constructor(status, { error, hint, said, unfit = [], diagnostics = [] }) {
    super(error);
    this.status = status;
    /** What of a form cannot be so. */
    this.unfit = unfit;
    this.hint = hint;
    this.said = said;
    this.diagnostics = diagnostics;
  }
}

/**
 * Asks the desk something.
 *
 * @param {string} name
 * @param {Readonly<Record<string, string | number>>} [parameters] Empty ones are left out.
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export async function ask(name, parameters = {}, signal) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) if (value !== '') query.set(key, String(value));
  const answer = await fetch(`/_desk/${name}?${query}`, signal ? { signal } : {});
  return read(answer);
}

/** @type {Promise<string> | undefined} */
let token;

/**
 * Has the desk do something.
 *
 * @param {string} name
 * @param {object} body
 * @returns {Promise<any>}
 */
export async function post(name, body) {
  token ??= ask('session').then((session) => session.token);
  const headers = { 'content-type': 'application/json', 'x-broadsheet-token': await token };
  const answer = await fetch(`/_desk/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
  // Another server has the same address now.
  if (answer.status === 403) token = undefined;
  return read(answer);
}

/** @param {Response} answer */
async function read(answer) {
  const body = await answer.json().catch(() => ({ error: `The preview answered with ${answer.status}` }));
  if (!answer.ok) throw new Refused(answer.status, body);
  return body;
}

/**
 * Listens for changes of the newsroom, and for the end and the return of the server.
 *
 * @param {{ onChange(): void, onGone(): void, onBack(): void }} listener
 */
export function listen(listener) {
  /** @type {string | undefined} */
  let known;
  let isLeaving = false;
  addEventListener('pagehide', () => {
    isLeaving = true;
  });
  addEventListener('pageshow', () => {
    isLeaving = false;
  });
  const open = () => {
    const socket = new WebSocket(location.origin.replace(/^http/, 'ws'));
    socket.addEventListener('message', ({ data }) => {
      const { type, revision } = JSON.parse(data);
      if (type !== 'broadsheet.revision') return;
      if (known !== undefined && revision !== known) listener.onChange();
      known = revision;
    });
    socket.addEventListener('close', async () => {
      if (isLeaving) return;
      listener.onGone();
      for (let pause = 200; ; pause = Math.min(2000, pause * 1.5)) {
        await new Promise((resolve) => setTimeout(resolve, pause));
        // One that refuses is there, and says why when it is asked for more.
        const isThere = await fetch('/_desk/session').then(
          () => true,
          () => false,
        );
        if (isThere) break;
      }
      token = undefined;
      listener.onBack();
      open();
    });
  };
  open();
}
