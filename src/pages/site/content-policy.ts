import { printContentPolicy } from '../../formats/content-policy.ts';
import type { Surroundings } from '../surroundings.ts';

const printed = new WeakMap<Surroundings['assets'], { readonly site: Surroundings['site']; readonly policy: string }>();

/** The Content Security Policy of all pages of a site, unless it has none. */
export function contentPolicyOf({ site, assets }: Pick<Surroundings, 'site' | 'assets'>): string | undefined {
  const { policySources: sources, origin } = site;
  if (!sources) return undefined;
  const known = printed.get(assets);
  if (known?.site === site) return known.policy;
  const policy = printContentPolicy({
    scripts: [assets.gate, assets.loader],
    sources,
    isSecure: origin.startsWith('https:'),
  });
  printed.set(assets, { site, policy });
  return policy;
}
