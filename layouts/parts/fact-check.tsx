import type { VNode } from 'preact';
import type { PrintedFactCheck } from '../../src/pages/story/fact-check.ts';
import { Raw } from './html.tsx';

/** What the story found of a claim: the claim, who said it and when, and the rating. */
export function FactCheck({ check }: { readonly check: PrintedFactCheck }): VNode {
  const { title, claim, claimant, date, source, rating } = check;
  return (
    <section class="fact-check">
      <h2>{title}</h2>
      <dl>
        <dt>{claim.label}</dt>
        <Raw as="dd" class="claim" html={claim.text} />
        <dt>{claimant.label}</dt>
        <dd dir="auto">{claimant.name}</dd>
        <dt>{date.label}</dt>
        <dd>
          <time dateTime={date.time.iso}>{date.time.text}</time>
        </dd>
        {source !== undefined && (
          <>
            <dt>{source.label}</dt>
            <dd>
              <a href={source.link.href} dir="ltr">
                {source.link.label}
              </a>
            </dd>
          </>
        )}
        <dt>{rating.label}</dt>
        <dd class="rating">
          <strong>{rating.name}</strong>
          {rating.scale !== undefined && <span class="scale">{rating.scale}</span>}
        </dd>
      </dl>
    </section>
  );
}
