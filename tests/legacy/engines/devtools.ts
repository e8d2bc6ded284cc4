import type { Browser } from 'playwright-core';
import { connectWebSocket } from './web-socket.ts';

interface Message {
  readonly id?: number;
  readonly result?: unknown;
  /** Of WebDriver BiDi a name, with the words beside it. */
  readonly error?: { readonly message: string } | string;
  readonly message?: string;
  readonly method?: string;
  readonly params?: unknown;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (fault: Error) => void;
}

/** Connects to the page of a Chromium at the address that its `/json/list` names. */
export async function connectDevtools(address: string): Promise<Devtools> {
  const waiting = new Map<number, Waiting>();
  const listeners: (readonly [event: string, told: (parameters: unknown) => void])[] = [];
  let count = 0;
  const hear = (text: string): void => {
    const { id, result, error, message, method, params } = JSON.parse(text) as Message;
    if (id === undefined) {
      for (const [event, told] of listeners) if (event === method) told(params);
      return;
    }
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error !== undefined) asked?.reject(new Error(typeof error === 'string' ? message : error.message));
    else asked?.resolve(result);
  };
  const close = (): void => {
    for (const { reject } of waiting.values()) reject(new Error('The engine stopped halfway'));
  };
  const connection = await connectWebSocket(address, hear, close);
  return {
    send: (method, parameters = {}) =>
      new Promise((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve, reject: (fault) => reject(new Error(`${method}: ${fault.message}`)) });
        connection.send(JSON.stringify({ id: count, method, params: parameters }));
      }),
    on: (event, told) => listeners.push([event, told]),
  };
}

/** The DevTools protocol of one page of a Chromium. Its commands and events are the same from 64 to today. */
export interface Devtools {
  readonly send: (method: string, parameters?: Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** Is told of each event of a name. */
  readonly on: (event: string, told: (parameters: unknown) => void) => void;
}

/** An empty page in the browser that all other tests use, driven as the old ones are. */
export async function currentPage(browser: Browser): Promise<Devtools> {
  const context = await browser.newContext();
  const session = await context.newCDPSession(await context.newPage());
  return {
    // Playwright has a type for each command; here they are names.
    send: (method, parameters) => session.send(method as 'Page.enable', parameters as undefined),
    on: (event, told) => session.on(event as 'Page.loadEventFired', told),
  };
}
