import { parseUrl } from '../../../domain/addresses.ts';
import type { Ask, WebAnswer } from '../../web/ask.ts';
import { ALLOWS_ALL, MOST_BYTES_OF_ROBOTS, readRobots, type RobotRules } from '../../web/robots.ts';
import { foundAt, judgeAnswer, judgeFault, mayBeOffline, type Outcome } from './outcomes.ts';

/** By this name robots.txt can keep the check out. */
export const ROBOT = 'BroadsheetLinkCheck';

export interface Manners {
  /** Between two questions to one host, in milliseconds. */
  readonly pause: number;
  /** So many hosts are asked at a time, each one thing at a time. */
  readonly hosts: number;
  /** The longest that is waited for a host that asks for time, in milliseconds: who asks for more is left alone. */
  readonly longestWait: number;
  readonly mostRedirects: number;
}

export const MANNERS: Manners = { pause: 1_000, hosts: 8, longestWait: 60_000, mostRedirects: 5 };

/** What asking needs beside the addresses. */
export interface Asking {
  readonly ask: Ask;
  readonly manners: Manners;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Whether names are known that are known wherever there is a network. */
  readonly isOnline: () => Promise<boolean>;
  /** Is told of each address as soon as it is known. */
  readonly onOutcome: (url: string, outcome: Outcome) => void;
}

/** Asks for each address, host by host: many hosts at a time, each with pauses. Of a host that cannot be reached, or wants to be left alone, nothing more is asked. */
export async function askLinks(urls: readonly string[], asking: Asking): Promise<void> {
  const queues = new Map<string, URL[]>();
  for (const written of urls) {
    const url = parseUrl(written);
    if (!url) continue;
    const queue = queues.get(url.host);
    if (queue) queue.push(url);
    else queues.set(url.host, [url]);
  }
  const waiting = [...queues.values()];
  const work = async (): Promise<void> => {
    for (let queue = waiting.shift(); queue; queue = waiting.shift()) await new HostVisit(asking).ask(queue);
  };
  await Promise.all(Array.from({ length: Math.min(asking.manners.hosts, waiting.length) }, work));
}

/** How often a host that cannot be reached is tried. */
const MOST_FAILURES = 2;

/** All that is asked of one host, and of those that it leads on to. */
class HostVisit {
  private readonly asking: Asking;
  private readonly robots = new Map<string, RobotRules>();
  /** The hosts that want to be left alone. */
  private readonly busy = new Set<string>();
  private isFirst = true;

  constructor(asking: Asking) {
    this.asking = asking;
  }

  async ask(urls: readonly URL[]): Promise<void> {
    let failures = 0;
    let last: Outcome | undefined;
    for (const url of urls) {
      const isLost = last !== undefined && failures >= MOST_FAILURES;
      const outcome = isLost && last ? last : await this.outcomeOf(url);
      failures = isOfHost(outcome) ? failures + 1 : 0;
      last = outcome;
      this.asking.onOutcome(url.href, outcome);
    }
  }

  /** Follows an address to its end. It has moved for good where each step on the way is for good. */
  private async outcomeOf(first: URL): Promise<Outcome> {
    let url = first;
    let isForGood = true;
    const seen = new Set<string>();
    for (let step = 0; step <= this.asking.manners.mostRedirects; step += 1) {
      // What leads in a circle tells programs apart from browsers, which bring cookies.
      if (seen.has(url.href)) return { kind: 'unknown' };
      seen.add(url.href);
      const answer = await this.answerOf(url);
      const outcome = 'kind' in answer ? answer : judgeAnswer(answer);
      if (outcome?.kind === 'good' && url !== first && isForGood) return movedTo(first, url);
      if (outcome) return url.host === first.host ? outcome : foundAt(outcome, url.host);
      if ('kind' in answer) return answer;
      if (answer.status !== 301 && answer.status !== 308) isForGood = false;
      const next = nextUrl(answer.location ?? '', url);
      if (!next) return { kind: 'unknown' };
      url = next;
    }
    return { kind: 'unknown' };
  }

  /** What a host answers for one address; to `HEAD` first, which some hosts do not understand. */
  private async answerOf(url: URL): Promise<WebAnswer | Outcome> {
    if (this.busy.has(url.host)) return LATER;
    try {
      const rules = await this.rulesOf(url);
      if (rules === undefined) return LATER;
      if (!rules.allows(url.pathname + url.search)) return { kind: 'unknown' };
      const head = await this.patiently(url, 'HEAD', 0).catch((fault: unknown) => fault as Error);
      if (!(head instanceof Error)) {
        if (isBusy(head)) return this.leaveAlone(url);
        if (head.status >= 200 && head.status < 400) return head;
      } else if (!mayBeOfHead(head)) throw head;
      const answer = await this.patiently(url, 'GET', 0);
      return isBusy(answer) ? this.leaveAlone(url) : answer;
    } catch (fault) {
      return mayBeOffline(fault) && !(await this.asking.isOnline()) ? { kind: 'offline' } : judgeFault(fault);
    }
  }

  private leaveAlone({ host }: URL): Outcome {
    this.busy.add(host);
    return LATER;
  }

  /** Asks once more where a host wants time, and not too much of it. */
  private async patiently(url: URL, method: 'HEAD' | 'GET', mostBytes: number): Promise<WebAnswer> {
    const { ask, manners, sleep } = this.asking;
    if (!this.isFirst) await sleep(manners.pause);
    this.isFirst = false;
    const answer = await ask(url, { method, mostBytes });
    if (!isBusy(answer) || answer.retryAfter === undefined || answer.retryAfter > manners.longestWait) return answer;
    await sleep(answer.retryAfter);
    return ask(url, { method, mostBytes });
  }

  /** What robots.txt says; undefined where the host cannot say it now, and nothing is to be asked for until it can (RFC 9309, 2.3.1.4). */
  private async rulesOf(url: URL): Promise<RobotRules | undefined> {
    const known = this.robots.get(url.origin);
    if (known) return known;
    const answer = await this.patiently(new URL('/robots.txt', url), 'GET', MOST_BYTES_OF_ROBOTS);
    if (isBusy(answer) || answer.status >= 500) {
      this.leaveAlone(url);
      return undefined;
    }
    const isThere = answer.status >= 200 && answer.status < 300;
    const rules = isThere ? readRobots(answer.text, ROBOT) : ALLOWS_ALL;
    this.robots.set(url.origin, rules);
    return rules;
  }
}

const LATER: Outcome = { kind: 'later' };

/** Whether a host says that too much is asked of it, or when it will be there again. */
function isBusy({ status, retryAfter }: WebAnswer): boolean {
  return status === 429 || (status === 503 && retryAfter !== undefined);
}

/** Whether an outcome is that of all addresses of the host that was asked. */
function isOfHost(outcome: Outcome): boolean {
  if (outcome.kind === 'offline') return true;
  if (outcome.kind !== 'insecure' && outcome.kind !== 'unreachable') return false;
  return outcome.at === undefined && (outcome.kind === 'insecure' || outcome.isOfHost);
}

/** A fault that a host may have with `HEAD` alone. */
function mayBeOfHead(fault: Error): boolean {
  return /^(?:ECONNRESET|ETIMEDOUT|HPE_)/.test(String((fault as NodeJS.ErrnoException).code));
}

function nextUrl(location: string, from: URL): URL | undefined {
  try {
    const url = new URL(location, from);
    return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url : undefined;
  } catch {
    return undefined;
  }
}

/** What differs in a slash at the end only is the same to readers. */
function movedTo(first: URL, url: URL): Outcome {
  const bare = ({ host, pathname, search, protocol }: URL): string =>
    protocol + host + pathname.replace(/\/+$/, '') + search;
  return bare(first) === bare(url) ? { kind: 'good' } : { kind: 'moved', to: url.href };
}
