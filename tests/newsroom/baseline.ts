import type { Baseline, BaselineRead } from '../../src/domain/site/baseline.ts';

/** A baseline as it might be derived; `nonsense` cannot be. */
export function baselineOf(query: string): BaselineRead {
  if (query === 'nonsense')
    return { kind: 'underivable', reason: 'expected a browserslist query', hint: 'write another' };
  const baseline: Baseline = {
    query,
    condition: '(height:1dvh)',
    browsers: [{ name: 'Chrome', floor: '108', toldBelow: '108' }],
    unjudged: [],
    styleTargets: { chrome: 108 << 16 },
    scriptTargets: ['chrome108'],
  };
  return { kind: 'derived', baseline };
}
