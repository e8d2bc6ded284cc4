import type { VNode } from 'preact';
import type { Html } from '../../src/domain/html.ts';
import { Raw } from './html.tsx';

/** What the head of a page begins with, see `Frame`. */
export interface BeginningData {
  readonly policy: string | undefined;
  readonly gate: Html;
}

/**
 * The beginning of every head. The gate stands before the policy, for browsers that are old enough know policies, but no hashes in them. All
 * else that loads or runs something comes after.
 */
export function Beginning({ page: { policy, gate } }: { readonly page: BeginningData }): VNode {
  return (
    <>
      <meta charset="utf-8" />
      <Raw as="script" html={gate} />
      {policy !== undefined && <meta http-equiv="Content-Security-Policy" content={policy} />}
      <meta name="referrer" content="strict-origin-when-cross-origin" />
    </>
  );
}
