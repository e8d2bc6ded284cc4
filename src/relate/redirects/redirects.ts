import {
  oldAddress,
  type Redirect,
  REDIRECTS_PATH,
  type RedirectTarget,
  type WithdrawnAddress,
  type WrittenRedirect,
} from '../../domain/redirects/redirects.ts';
import { filledTarget, fitOf, type WrittenPattern } from '../../domain/redirects/patterns.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { MEDIA_FOLDER } from '../../domain/content/content-kinds.ts';
import { isMedium } from '../../domain/media/kinds.ts';
import { hasAnchor } from '../../domain/story/anchors.ts';
import { describeFragment } from '../../diagnostics/fragments.ts';
import { type Finding, keyAt, valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import type { Addresses } from '../addresses/addresses.ts';
import { addressesNamed } from '../addresses/meant-addresses.ts';
import type { Destinations } from '../story/destinations.ts';
import { Suggestions } from '../suggestions.ts';
import { type End, type RelatedPattern, relatePatterns } from './patterns.ts';

/** All redirects of a newsroom, and what they may lead to. */
export interface RedirectsGiven {
  /** Of `redirects.yaml`, in its order. */
  readonly lines: readonly (WrittenRedirect | WrittenPattern)[];
  /** Those of published stories, whose addresses are taken. */
  readonly aliases: readonly Redirect[];
  readonly addresses: Addresses;
  readonly destinations: Pick<Destinations, 'hasUrl' | 'heldBackUrls' | 'hasUnknownUrls' | 'isElsewhere' | 'anchorsAt'>;
}

/** Where all redirects of a newsroom lead. */
export interface RelatedRedirects {
  readonly redirects: readonly Redirect[];
  readonly withdrawn: readonly WithdrawnAddress[];
  /** Old addresses that lead nowhere until something is published. */
  readonly unpublished: readonly UrlPath[];
  /** Those that stand for many, in the order of their lines. */
  readonly patterns: readonly RelatedPattern[];
  /** Whether one of them leads from an address to a page, or elsewhere. */
  readonly leadsOn: (url: UrlPath) => boolean;
}

/**
 * Finds out where redirects lead in the end: chains are followed, so that none leads to another. Those that lead in a
 * circle or nowhere are noted; those to something that is not published yet come with it. What was taken down is no redirect, though
 * one may lead to the page that says so.
 */
export function relateRedirects(given: RedirectsGiven, findings: Finding[]): RelatedRedirects {
  const { lines, aliases, addresses } = given;
  const written = lines.filter((line) => 'from' in line);
  const claimed = written.flatMap((redirect) => {
    const old = addresses.claimOld(redirect.from, { path: REDIRECTS_PATH, at: keyAt(redirect.key) });
    return old ? [{ redirect, old }] : [];
  });
  const resolver = new RedirectResolver(
    given,
    claimed.map(({ redirect }) => redirect),
    findings,
  );
  const redirects = [...aliases];
  const withdrawn: WithdrawnAddress[] = [];
  const unpublished: UrlPath[] = [];
  for (const { redirect, old } of claimed) {
    if (redirect.to?.kind === 'gone') {
      withdrawn.push({ ...old, reason: redirect.to.reason });
      continue;
    }
    const end = resolver.endOf(redirect);
    if (end.kind === 'target') {
      redirects.push({ ...old, hasPage: old.hasPage && !isSentAsFile(old.from), to: end.to });
      findings.push(...findFragment(end.to, redirect, given.destinations));
    }
    // Of one that cannot be read nobody knows whether it leads to something unpublished; that is told, and no link to it.
    const isUnread = redirect.to === undefined && given.destinations.hasUnknownUrls;
    if (end.kind === 'nowhere' && old.hasPage && !isUnread) unpublished.push(old.from);
  }
  const sorted = { redirects: redirects.sort(byAddress), withdrawn: withdrawn.sort(byAddress), unpublished };
  const patterns = lines.filter((line) => 'pattern' in line);
  if (patterns.length === 0) return { ...sorted, patterns: [], leadsOn: () => false };
  return {
    ...sorted,
    patterns: relatePatterns(patterns, { ...given, endOf: (redirect) => resolver.endOf(redirect) }, findings),
    leadsOn: (url) => patterns.some((pattern) => resolver.leadsFrom(pattern, url)),
  };
}

/** Whether hosts send what is at an address as a picture, a recording or a document: a page there would lead nobody on. */
function isSentAsFile(url: UrlPath): boolean {
  return isMedium(`${MEDIA_FOLDER}${url}`);
}

/** What is wrong with the part of a page that a redirect leads to. */
function findFragment(
  to: RedirectTarget,
  { key }: WrittenRedirect,
  { anchorsAt }: RedirectsGiven['destinations'],
): readonly Finding[] {
  const fragment = to.kind === 'page' ? to.fragment.slice(1) : '';
  const anchors = to.kind === 'page' && fragment !== '' ? anchorsAt(to.url) : undefined;
  if (anchors === undefined || hasAnchor(anchors, fragment)) return [];
  return [{ path: REDIRECTS_PATH, at: valueAt(key), ...describeFragment(fragment, anchors) }];
}

type Addressed = Pick<Redirect, 'from' | 'query'>;

function byAddress(one: Addressed, other: Addressed): number {
  const [a, b] = [one.from + one.query, other.from + other.query];
  return a === b ? 0 : a < b ? -1 : 1;
}

const NOWHERE: End = { kind: 'nowhere' };

class RedirectResolver {
  private readonly given: RedirectsGiven;
  private readonly findings: Finding[];
  private readonly byAddress: ReadonlyMap<string, WrittenRedirect>;
  private readonly aliases: ReadonlyMap<string, RedirectTarget>;
  private readonly ends = new Map<WrittenRedirect, End>();
  /** What patterns make of targets at which there is nothing else, by those. */
  private readonly onward = new Map<string, WrittenRedirect>();
  private readonly suggestions = new Suggestions();

  constructor(given: RedirectsGiven, claimed: readonly WrittenRedirect[], findings: Finding[]) {
    this.given = given;
    this.findings = findings;
    this.byAddress = new Map(
      claimed.filter(({ to }) => to?.kind !== 'gone').map((redirect) => [redirect.from, redirect]),
    );
    this.aliases = new Map(given.aliases.map(({ from, query, to }) => [oldAddress(from, query), to]));
  }

  /** Follows a redirect to its end. Each is followed once, however long the chains are. */
  endOf(from: WrittenRedirect): End {
    const trail: WrittenRedirect[] = [];
    const places = new Map<WrittenRedirect, number>();
    let end: End | undefined;
    for (let next = from; !end; ) {
      const known = this.ends.get(next);
      const place = places.get(next);
      if (known) {
        end = known;
      } else if (this.onward.size > MOST_ONWARD) {
        end = NOWHERE;
      } else if (place === undefined) {
        places.set(next, trail.push(next) - 1);
        const step = this.step(next);
        if (step.kind === 'redirect') next = step.redirect;
        else end = step;
      } else {
        this.noteLoop(trail.slice(place));
        end = NOWHERE;
      }
    }
    let last = end;
    for (const redirect of trail.reverse()) {
      last = withFragment(last, redirect.to);
      this.ends.set(redirect, last);
    }
    return this.ends.get(from) ?? NOWHERE;
  }

  /** Whether a pattern leads from an address to where something is. */
  leadsFrom({ pattern, to }: WrittenPattern, url: UrlPath): boolean {
    const fit = fitOf(pattern, url);
    if (!fit || !to) return false;
    const target = filledTarget(to, fit);
    if (target.kind === 'elsewhere') return true;
    const { hasUrl, isElsewhere } = this.given.destinations;
    const names = addressesNamed(target.url);
    return names.some((name) => hasUrl(name) || this.byAddress.has(name)) || isElsewhere(target.url);
  }

  /** Where a redirect leads by itself. */
  private step(redirect: WrittenRedirect): End | { readonly kind: 'redirect'; readonly redirect: WrittenRedirect } {
    const { to } = redirect;
    if (!to || to.kind === 'gone') return NOWHERE;
    if (to.kind === 'elsewhere') return { kind: 'target', to };
    const { hasUrl, heldBackUrls, hasUnknownUrls, isElsewhere } = this.given.destinations;
    const variants = addressesNamed(to.url) as UrlPath[];
    const olds = [
      ...(to.query === '' ? [] : [oldAddress(to.url, to.query)]),
      ...variants.map((url) => oldAddress(url, '')),
    ];
    const further = olds.map((old) => this.byAddress.get(old)).find((next) => next !== undefined);
    if (further) return { kind: 'redirect', redirect: further };
    const alias = olds.map((old) => this.aliases.get(old)).find((target) => target !== undefined);
    if (alias) return { kind: 'target', to: alias };
    const url = variants.find(hasUrl);
    if (url !== undefined) return { kind: 'target', to: { ...to, url } };
    if (variants.some((variant) => heldBackUrls.has(variant))) {
      this.noteUnpublished(redirect, to.url);
      return NOWHERE;
    }
    if (hasUnknownUrls || isElsewhere(to.url)) return { kind: 'target', to };
    const onward = this.throughPattern(redirect, to);
    if (onward) return { kind: 'redirect', redirect: onward };
    this.noteBroken(redirect, to.url);
    return NOWHERE;
  }

  /** What the first pattern that an address fits makes of a redirect to it. */
  private throughPattern(
    redirect: WrittenRedirect,
    to: RedirectTarget & { kind: 'page' },
  ): WrittenRedirect | undefined {
    const known = this.onward.get(to.url);
    if (known) return known;
    for (const line of this.given.lines) {
      const fit = 'pattern' in line && line.to ? fitOf(line.pattern, asFolder(to.url)) : undefined;
      if (!fit || !('pattern' in line) || !line.to) continue;
      const onward = { ...redirect, to: filledTarget(line.to, fit) };
      this.onward.set(to.url, onward);
      return onward;
    }
    return undefined;
  }

  private noteLoop(circle: readonly WrittenRedirect[]): void {
    const [first, ...others] = circle;
    if (!first) return;
    const isAlone = others.length === 0;
    this.findings.push({
      code: 'redirect-loop',
      path: REDIRECTS_PATH,
      at: valueAt(first.key),
      message: isAlone
        ? `Unexpected redirect of ${quote(first.from)} to itself, expected another address`
        : `Unexpected redirect of ${quote(first.from)} that leads back to it, expected one that ends at a page`,
      hint: isAlone ? 'write where it leads now, or remove the line' : 'write the address of a page for one of them',
      related: others
        .slice(0, MOST_RELATED)
        .map(({ key, from }) => ({ path: REDIRECTS_PATH, at: keyAt(key), message: `it goes on from ${quote(from)}` })),
    });
  }

  private noteUnpublished({ key, from }: WrittenRedirect, url: string): void {
    this.findings.push({
      code: 'redirect-unpublished',
      path: REDIRECTS_PATH,
      at: valueAt(key),
      message: `Unexpected target ${quote(url)}, expected a page that is published`,
      hint: `publish it first; until then there is nothing at ${quote(from)}`,
    });
  }

  private noteBroken({ key }: WrittenRedirect, url: string): void {
    const otherwise = 'write the address of a page as the browser shows it, without the host';
    const { addresses, destinations } = this.given;
    const isMeant = (candidate: string): boolean =>
      !destinations.heldBackUrls.has(candidate) && !this.byAddress.has(candidate);
    const meant = this.suggestions.nearest(url, 'url', () => addresses.urls.filter(isMeant));
    this.findings.push({
      code: 'redirect-broken',
      path: REDIRECTS_PATH,
      at: valueAt(key),
      message: `Unexpected target ${quote(url)}, expected the address of a page`,
      hint: meant === undefined ? otherwise : `did you mean \`${meant}\`?`,
    });
  }
}

const MOST_RELATED = 10;

/** Patterns that lengthen an address again and again are told of by themselves. */
const MOST_ONWARD = 10_000;

function asFolder(url: string): string {
  return /\/$|\.[a-z0-9]+$/i.test(url) ? url : `${url}/`;
}

/** The part of a page that is asked for stays asked for, unless a later redirect names another. */
function withFragment(end: End, before: WrittenRedirect['to']): End {
  if (end.kind === 'nowhere' || before?.kind !== 'page' || before.fragment === '') return end;
  const { to } = end;
  if (to.kind === 'page') return to.fragment === '' ? { ...end, to: { ...to, fragment: before.fragment } } : end;
  return to.url.includes('#') ? end : { ...end, to: { ...to, url: to.url + before.fragment } };
}
