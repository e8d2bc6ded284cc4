import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askLinks } from '../../../../src/cli/check/external/ask-links.ts';
import { describeLink } from '../../../../src/cli/check/external/describe-links.ts';
import { LinkCache } from '../../../../src/cli/check/external/link-cache.ts';
import type { Outcome } from '../../../../src/cli/check/external/outcomes.ts';
import { type Ask, askTheWeb } from '../../../../src/cli/web/ask.ts';
import { temporaryFolder } from '../../../build/temporary-folder.ts';
import { askIn, type GivenAnswer } from './answers.ts';

const MANNERS = { pause: 1_000, hosts: 2, longestWait: 60_000, mostRedirects: 5 };

/** What comes of asking a web in memory, by address; what it was asked for, and how long it was waited for. */
async function asking(
  urls: readonly string[],
  answers: Readonly<Record<string, GivenAnswer>>,
  { ask, isOnline = true }: { readonly ask?: Ask; readonly isOnline?: boolean } = {},
) {
  const outcomes: Record<string, Outcome> = {};
  const asked: string[] = [];
  const slept: number[] = [];
  await askLinks(urls, {
    ...{ ask: ask ?? askIn(answers, asked), manners: MANNERS },
    sleep: async (milliseconds) => void slept.push(milliseconds),
    isOnline: async () => isOnline,
    onOutcome: (url, outcome) => {
      outcomes[url] = outcome;
    },
  });
  return { outcomes, asked, slept };
}

async function outcomeOf(answers: Readonly<Record<string, GivenAnswer>>): Promise<Outcome | undefined> {
  return (await asking(['https://a.city/x'], answers)).outcomes['https://a.city/x'];
}

describe('what a host answers', () => {
  const x = 'https://a.city/x';

  it.each<readonly [string, Readonly<Record<string, GivenAnswer>>, Outcome]>([
    ['200', { [x]: { status: 200 } }, { kind: 'good' }],
    ['404', {}, { kind: 'gone', status: 404 }],
    ['410', { [x]: { status: 410 } }, { kind: 'gone', status: 410 }],
    ['401', { [x]: { status: 401 } }, { kind: 'unknown' }],
    ['403', { [x]: { status: 403 } }, { kind: 'unknown' }],
    ['429', { [x]: { status: 429 } }, { kind: 'later' }],
    ['503 for a time', { [x]: { status: 503, retryAfter: 3_600_000 } }, { kind: 'later' }],
    ['500 for robots.txt', { 'https://a.city/robots.txt': { status: 500 } }, { kind: 'later' }],
    ['999', { [x]: { status: 999 } }, { kind: 'unknown' }],
    ['500', { [x]: { status: 500 } }, { kind: 'unreachable', why: 'answers with 500', isOfHost: false }],
    [
      'for good',
      { [x]: { status: 301, location: '/y' }, 'https://a.city/y': { status: 200 } },
      { kind: 'moved', to: 'https://a.city/y' },
    ],
    ['for now', { [x]: { status: 302, location: '/y' }, 'https://a.city/y': { status: 200 } }, { kind: 'good' }],
    ['for good to what is gone', { [x]: { status: 301, location: '/y' } }, { kind: 'gone', status: 404 }],
    ['a slash', { [x]: { status: 301, location: '/x/' }, 'https://a.city/x/': { status: 200 } }, { kind: 'good' }],
    ['a circle', { [x]: { status: 302, location: x } }, { kind: 'unknown' }],
    ['elsewhere than the web', { [x]: { status: 301, location: 'file:///etc/passwd' } }, { kind: 'unknown' }],
    [
      'no name',
      { [x]: { fault: 'ENOTFOUND' } },
      { kind: 'unreachable', why: 'is no host any more: nobody knows its name', isOfHost: true },
    ],
    [
      'for good to a host that is none',
      { [x]: { status: 301, location: 'https://b.city/' }, 'https://b.city/robots.txt': { fault: 'ENOTFOUND' } },
      {
        kind: 'unreachable',
        why: 'is no host any more: nobody knows its name',
        isOfHost: true,
        at: 'b.city',
      },
    ],
    [
      'for good to a page of another host that is gone',
      { [x]: { status: 301, location: 'https://b.city/' } },
      { kind: 'gone', status: 404, at: 'b.city' },
    ],
    [
      'a bad certificate',
      { [x]: { fault: 'CERT_HAS_EXPIRED' } },
      { kind: 'insecure', why: 'has a certificate that has expired' },
    ],
    [
      'a certificate that lacks one between',
      { [x]: { fault: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' } },
      { kind: 'unknown' },
    ],
    ['no way out', { [x]: { fault: 'EAI_AGAIN' } }, { kind: 'offline' }],
    [
      'robots.txt',
      { 'https://a.city/robots.txt': { status: 200, text: 'User-agent: *\nDisallow: /' } },
      { kind: 'unknown' },
    ],
  ])('is judged: %s', async (_what, answers, expected) => {
    expect(await outcomeOf(answers)).toEqual(expected);
  });
});

describe('hosts are asked as by a guest', () => {
  const answers = { 'https://a.city/1': { status: 200 }, 'https://a.city/2': { status: 200 } };

  it('for robots.txt once, then by HEAD, with a pause between two questions', async () => {
    const { asked, slept } = await asking(['https://a.city/1', 'https://a.city/2'], answers);

    expect(asked).toEqual(['GET https://a.city/robots.txt', 'HEAD https://a.city/1', 'HEAD https://a.city/2']);
    expect(slept).toEqual([1_000, 1_000]);
  });

  it('by GET where HEAD says that nothing is there', async () => {
    const { asked } = await asking(['https://a.city/3'], answers);

    expect(asked.slice(1)).toEqual(['HEAD https://a.city/3', 'GET https://a.city/3']);
  });

  it('no more after two failures of the host', async () => {
    const urls = [1, 2, 3, 4].map((number) => `https://b.city/${number}`);
    const { asked, outcomes } = await asking(urls, { 'https://b.city/robots.txt': { fault: 'ECONNREFUSED' } });

    expect(asked).toHaveLength(2);
    expect(Object.values(outcomes).map(({ kind }) => kind)).toEqual(urls.map(() => 'unreachable'));
  });

  it('all the same where two of its addresses lead to hosts that cannot be reached', async () => {
    const led = (to: string): GivenAnswer => ({ status: 301, location: to });
    const { outcomes } = await asking(['https://a.city/1', 'https://a.city/2', 'https://a.city/3'], {
      'https://a.city/1': led('https://b.city/'),
      'https://a.city/2': led('https://c.city/'),
      'https://a.city/3': { status: 200 },
      'https://b.city/robots.txt': { fault: 'ECONNREFUSED' },
      'https://c.city/robots.txt': { fault: 'CERT_HAS_EXPIRED' },
    });

    expect(Object.values(outcomes).map(({ kind }) => kind)).toEqual(['unreachable', 'insecure', 'good']);
  });

  it('no more once a host wants to be left alone, nor through another', async () => {
    const urls = ['https://a.city/1', 'https://a.city/2', 'https://b.city/1', 'https://b.city/2'];
    const { asked, outcomes } = await asking(urls, {
      'https://a.city/1': { status: 429, retryAfter: 3_600_000 },
      'https://b.city/1': { status: 302, location: 'https://a.city/3' },
      'https://b.city/2': { status: 200 },
      'https://a.city/3': { status: 429 },
    });

    expect(asked.filter((one) => one.endsWith('https://a.city/2'))).toEqual([]);
    expect(Object.fromEntries(Object.entries(outcomes).map(([url, { kind }]) => [url, kind]))).toEqual({
      'https://a.city/1': 'later',
      'https://a.city/2': 'later',
      'https://b.city/1': 'later',
      'https://b.city/2': 'good',
    });
  });

  it('without blame where no name is known at all, for then this machine has no network', async () => {
    const answers = { 'https://a.city/robots.txt': { fault: 'ENOTFOUND' } };
    const kindOf = async (isOnline: boolean) =>
      (await asking(['https://a.city/1'], answers, { isOnline })).outcomes['https://a.city/1']?.kind;

    expect([await kindOf(true), await kindOf(false)]).toEqual(['unreachable', 'offline']);
  });

  it('once more after the time that a busy one wants, unless that is long', async () => {
    const busy = (retryAfter: number) =>
      asking(['https://a.city/1'], { 'https://a.city/1': { status: 429, retryAfter } });

    expect((await busy(30_000)).slept).toContain(30_000);
    expect((await busy(3_600_000)).slept).not.toContain(3_600_000);
  });

  it('one thing at a time, and so many hosts at a time as there may be', async () => {
    let [now, most] = [0, 0];
    const ask: Ask = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return { status: 200, location: undefined, retryAfter: undefined, text: '' };
    };
    const urls = ['a', 'b', 'c', 'd'].flatMap((host) => [1, 2, 3].map((number) => `https://${host}.city/${number}`));
    await asking(urls, {}, { ask });

    expect(most).toBe(2);
  });
});

describe('a server on this machine', () => {
  const server = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(301, { location: '/there' }).end();
    else if (request.url === '/there') response.writeHead(request.method === 'HEAD' ? 405 : 200).end('Text');
    else response.writeHead(404).end();
  });
  let origin = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  it('is asked over the network', async () => {
    const ask = askTheWeb({ userAgent: 'Test', timeout: 10_000, isAllowed: () => true });
    const { outcomes } = await asking([`${origin}/moved`, `${origin}/gone`], {}, { ask });

    expect(outcomes).toEqual({
      [`${origin}/moved`]: { kind: 'moved', to: `${origin}/there` },
      [`${origin}/gone`]: { kind: 'gone', status: 404 },
    });
  });

  it('is not asked where it is none of the public internet', async () => {
    const ask = askTheWeb({ userAgent: 'Test', timeout: 10_000 });
    const { outcomes } = await asking([`${origin}/moved`], {}, { ask });

    expect(outcomes[`${origin}/moved`]).toEqual({
      kind: 'unreachable',
      why: 'is none of the public internet',
      isOfHost: true,
    });
  });
});

describe('what is kept of them', () => {
  const DAY = 86_400_000;

  it('is believed longer of what is there than of what is not', () => {
    const folder = temporaryFolder();
    let now = 0;
    const cache = new LinkCache(folder, () => now);
    cache.set('good', { kind: 'good' });
    cache.set('gone', { kind: 'gone', status: 404 });
    cache.set('lost', { kind: 'unreachable', why: '', isOfHost: true });
    cache.set('offline', { kind: 'offline' });
    cache.set('later', { kind: 'later' });
    cache.save();
    const known = (at: number): readonly string[] => {
      now = at;
      const again = new LinkCache(folder, () => now);
      return ['good', 'gone', 'lost', 'offline', 'later', '__proto__'].filter((url) => again.get(url));
    };

    expect([known(0), known(2 * DAY), known(5 * DAY), known(15 * DAY)]).toEqual([
      ['good', 'gone', 'lost'],
      ['good', 'gone'],
      ['good'],
      [],
    ]);
  });
});

describe('what is said of a link', () => {
  it.each<readonly [Outcome, string]>([
    [{ kind: 'gone', status: 404 }, 'whose host answers with 404'],
    [{ kind: 'gone', status: 404, at: 'b.city' }, 'which leads to `b.city`, and that answers with 404'],
    [{ kind: 'unreachable', why: 'takes no connections', isOfHost: true }, 'Unexpected host `a.city`'],
    [
      { kind: 'unreachable', why: 'takes no connections', isOfHost: true, at: 'b.city' },
      'which leads to `b.city`, and that takes no connections',
    ],
    [{ kind: 'insecure', why: 'has expired', at: 'b.city' }, 'which leads to `b.city`, and that has expired'],
  ])('names the host that is at fault: %j', (outcome, expected) => {
    const link = { url: 'https://a.city/x', path: 'content/articles/a.md', line: 1, column: 1, length: 16 };

    expect(describeLink(link, { at: 0, outcome }, undefined)?.message).toContain(expected);
  });

  it('is nothing of one that could not be asked for', () => {
    const link = { url: 'https://a.city/x', path: 'content/articles/a.md', line: 1, column: 1, length: 16 };

    for (const kind of ['later', 'offline', 'unknown'] as const)
      expect(describeLink(link, { at: 0, outcome: { kind } }, undefined)).toBeUndefined();
  });
});
