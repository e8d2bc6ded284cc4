import { type Files, type Preview, aPreview, NOON } from '../a-preview.ts';

/** The desk of a newsroom that is served in this process. */
export interface Desk {
  readonly preview: Preview;
  /** What is answered to a GET: its JSON. */
  get<Value>(path: string): Promise<Value>;
  /** What is answered to a POST with the token of this server; headers of the same name take the place of ours. */
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>;
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

export async function aDesk(files: Files, now: string = NOON): Promise<Desk> {
  const preview = await aPreview(files, now);
  const origin = `http://127.0.0.1:${preview.serving.port}`;
  const desk: Desk = {
    preview,
    get: async <Value>(path: string) => {
      const answer = await fetch(`${origin}/_desk/${path}`);
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Value;
    },
    post: async (path, body, headers = {}) => {
      const { token } = await desk.get<{ readonly token: string }>('session');
      const given = { origin, 'x-broadsheet-token': token, 'content-type': 'application/json' };
      const init = { method: 'POST', headers: { ...given, ...headers }, body: JSON.stringify(body) };
      const answer = await fetch(`${origin}/_desk/${path}`, init);
      return { status: answer.status, body: await answer.json() };
    },
  };
  return desk;
}
