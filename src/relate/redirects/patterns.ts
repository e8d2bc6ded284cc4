import {
  fitOf,
  isFilled,
  overlap,
  type RedirectPattern,
  shapeOfTarget,
  type WrittenPattern,
} from '../../domain/redirects/patterns.ts';
import {
  type OldAddress,
  REDIRECTS_PATH,
  type RedirectTarget,
  type WrittenRedirect,
} from '../../domain/redirects/redirects.ts';
import type { UrlPath } from '../../domain/addresses.ts';
import { type Finding, keyAt, valueAt } from '../../diagnostics/finding.ts';
import { quote } from '../../diagnostics/wording.ts';
import type { HolderOf } from '../../diagnostics/claim.ts';
import type { Addresses } from '../addresses/addresses.ts';
import type { Destinations } from '../story/destinations.ts';

/** Where a redirect leads in the end. */
export type End = { readonly kind: 'target'; readonly to: RedirectTarget } | { readonly kind: 'nowhere' };

/** A pattern whose target was found. */
export interface RelatedPattern extends RedirectPattern {
  /** The key that it stands under. */
  readonly key: string;
}

/** What patterns may lead to. */
export interface PatternsGiven {
  readonly addresses: Addresses;
  readonly destinations: Pick<Destinations, 'heldBackUrls' | 'hasUnknownUrls' | 'isElsewhere'>;
  /** Where a line leads whose target is one address. */
  readonly endOf: (redirect: WrittenRedirect) => End;
}

/** Finds out where patterns lead: each to something that is there, and none to addresses that it leads on from for ever. */
export function relatePatterns(
  written: readonly WrittenPattern[],
  given: PatternsGiven,
  findings: Finding[],
): readonly RelatedPattern[] {
  const known = written.flatMap(({ key, pattern, to }) => (to ? [{ key, pattern, to }] : []));
  const looping = loopOf(known);
  if (looping) findings.push(describeLoop(looping));
  return known.flatMap((line): readonly RelatedPattern[] => {
    const { key, pattern, to } = line;
    if (line === looping) return [];
    if (!isFilled(to, pattern)) {
      // It stands in the place of an address, and nothing leads to it by its name.
      const end = given.endOf({ key, from: key as string as OldAddress, to });
      return end.kind === 'target' ? [{ key, pattern, to: end.to }] : [];
    }
    const found = foundTarget(line, known, given);
    if (found) return [{ ...line, to: found }];
    findings.push({
      code: 'redirect-broken',
      path: REDIRECTS_PATH,
      at: valueAt(key),
      message: `Unexpected target ${quote(to.url)}, expected one that the address of some page fits`,
      hint: 'write it as the addresses of pages are, with names of the pattern for the parts that differ',
    });
    return [];
  });
}

/** A target that may be the address of something, with `/` at its end where those have it; undefined where there is nothing like it. */
function foundTarget(
  { pattern, to }: RelatedPattern,
  all: readonly RelatedPattern[],
  { addresses, destinations }: PatternsGiven,
): RedirectTarget | undefined {
  const shape = shapeOfTarget(to, pattern);
  if (!shape || to.kind === 'elsewhere') return to;
  const { heldBackUrls, hasUnknownUrls, isElsewhere } = destinations;
  const folder = { ...to, url: `${to.url}/` as UrlPath };
  const targets = shape.isFolder
    ? [{ shape, to }]
    : [
        { shape, to },
        { shape: { ...shape, isFolder: true }, to: folder },
      ];
  const isThere = ({ shape: one }: (typeof targets)[0]): boolean =>
    addresses.urls.some((url) => !heldBackUrls.has(url) && fitOf(one, url)) ||
    all.some((other) => overlap(one, other.pattern));
  const found = targets.find(isThere)?.to;
  return found ?? (hasUnknownUrls || isElsewhere(to.url) ? to : undefined);
}

/**
 * A pattern that leads back to itself for ever, by others or alone: on the way round its addresses get no shorter. `/blog/*` to `/:splat` ends,
 * for each time there is less of it.
 */
export function loopOf(all: readonly RelatedPattern[]): RelatedPattern | undefined {
  // Where one address leads is followed to its end.
  const shapes = all.map(({ pattern, to }) => (isFilled(to, pattern) ? shapeOfTarget(to, pattern) : undefined));
  const lengths = all.map(({ pattern }, index) => (shapes[index]?.parts.length ?? 0) - pattern.parts.length);
  // How much longer an address is at the most that has come from one to another, a way of no change counting a little.
  const gains = new Map<RelatedPattern, number>(all.map((one) => [one, 0]));
  const before = new Map<RelatedPattern, RelatedPattern>();
  const little = 1 / (all.length + 1);
  for (let round = 0; round <= all.length; round += 1) {
    let last: RelatedPattern | undefined;
    for (const [index, one] of all.entries()) {
      const shape = shapes[index];
      for (const next of shape ? all.filter(({ pattern }) => overlap(shape, pattern)) : []) {
        const gain = (gains.get(one) ?? 0) + (lengths[index] ?? 0) + little;
        if (gain <= (gains.get(next) ?? 0)) continue;
        gains.set(next, gain);
        before.set(next, one);
        last = next;
      }
    }
    if (!last) return undefined;
    if (round === all.length) {
      for (let steps = 0; steps < all.length; steps += 1) last = before.get(last) ?? last;
      return last;
    }
  }
  return undefined;
}

function describeLoop({ key, to }: RelatedPattern): Finding {
  return {
    code: 'redirect-loop',
    path: REDIRECTS_PATH,
    at: valueAt(key),
    message: `Unexpected target ${quote(to.url)} of ${quote(key)} that leads back to it, expected one that ends at a page`,
    hint: 'write a target that fits no pattern of this file',
  };
}

/**
 * The patterns that fit the address of no page or file that is published: some hosts would lead readers away from it, others would not. Those that do
 * are told. Addresses that lead on by themselves may fit, for they count before patterns.
 */
export function withoutClashes(
  patterns: readonly RelatedPattern[],
  addresses: Addresses,
  findings: Finding[],
): readonly RedirectPattern[] {
  if (patterns.length === 0) return [];
  const clashes = clashesOf(patterns, addresses);
  return patterns.flatMap(({ key, pattern, to }): readonly RedirectPattern[] => {
    const clash = clashes.get(key);
    if (!clash) return [{ pattern, to }];
    const { url, count, holderOf } = clash;
    const { path, at, what } = holderOf();
    const others = count > 1 ? `, and ${count - 1} more` : '';
    findings.push({
      code: 'alias-collision',
      path: REDIRECTS_PATH,
      at: keyAt(key),
      message: `Unexpected pattern ${quote(key)}, expected one that the address of no page fits: ${quote(url)} does${others}`,
      hint: 'write one that fits less, or a line for each old address',
      related: [{ path, at, message: `is the address of ${what}` }],
    });
    return [];
  });
}

/** What is published that a pattern fits: the first of it, and how much there is. */
interface Clash {
  readonly url: string;
  readonly holderOf: HolderOf;
  count: number;
}

/** Clashes by the keys of patterns. */
function clashesOf(patterns: readonly RelatedPattern[], addresses: Addresses): ReadonlyMap<string, Clash> {
  // By how many slashes the addresses have that fit: nearly none can.
  const byLength = new Map<number, RelatedPattern[]>();
  const open: RelatedPattern[] = [];
  for (const one of patterns) {
    const { parts, isFolder } = one.pattern;
    const length = parts.length + Number(isFolder);
    if (parts.at(-1)?.kind === 'rest') open.push(one);
    else byLength.set(length, [...(byLength.get(length) ?? []), one]);
  }
  const clashes = new Map<string, Clash>();
  for (const { url, holderOf } of addresses.published()) {
    for (const { key, pattern } of [...(byLength.get(url.split('/').length - 1) ?? []), ...open]) {
      if (!fitOf(pattern, url)) continue;
      const known = clashes.get(key);
      if (known) known.count += 1;
      else clashes.set(key, { url, holderOf, count: 1 });
    }
  }
  return clashes;
}
