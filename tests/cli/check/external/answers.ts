import type { Ask, WebAnswer } from '../../../../src/cli/web/ask.ts';

/** What a web in memory answers for an address: a status and more, or the code of the fault of a connection. */
export type GivenAnswer = Partial<Omit<WebAnswer, 'status'>> &
  ({ readonly status: number } | { readonly fault: string });

/** Asks a web in memory, in which all else is not there, and notes what was asked for: `HEAD https://a.city/`. */
export function askIn(answers: Readonly<Record<string, GivenAnswer>>, asked: string[] = []): Ask {
  return async (url, { method }) => {
    asked.push(`${method} ${url.href}`);
    const answer = answers[url.href] ?? { status: 404 };
    if ('fault' in answer) throw Object.assign(new Error(answer.fault), { code: answer.fault });
    return { location: undefined, retryAfter: undefined, text: '', ...answer };
  };
}
