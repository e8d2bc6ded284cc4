import { type Asked, get } from '../a-preview.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What the editor's server answers to an action, by default asked as its own page asks. */
export async function ask(
  preview: Asked,
  action: unknown,
  params: unknown = {},
  headers: Readonly<Record<string, string | undefined>> = {},
): Promise<Answer> {
  const session = await get(preview, '_desk/session');
  const { token } = (await session.json()) as { readonly token: string };
  const origin = new URL(preview.serving.address).origin;
  const all = { origin, 'content-type': 'application/json', 'x-broadsheet-token': token, ...headers };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  const response = await get(preview, 'admin/api', {
    method: 'POST',
    headers: given,
    body: JSON.stringify({ action, params }),
  });
  return { status: response.status, body: await response.json() };
}

/** A picture of one point. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
