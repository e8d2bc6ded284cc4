import type { VNode } from 'preact';
import type {
  FrontCard as FrontCardData,
  FrontParts,
  PrintedBar,
  PrintedGroup,
} from '../../src/pages/fronts/front-parts.ts';
import { Card } from './card.tsx';
import { Raw } from './html.tsx';
import { SIZES } from './picture-sizes.ts';
import { Listing } from './listing.tsx';

/** The stories of a front: the lead, cards below it, groups under titles of their own, and all others. */
export function Front({ front }: { readonly front: FrontParts }): VNode {
  const { lead, top, groups, listing } = front;
  return (
    <>
      {lead !== undefined && <FrontCard data={lead} isLead level={2} />}
      {top.length > 0 && (
        <div class="cards">
          {top.map((card) => (
            <FrontCard data={card} level={2} />
          ))}
        </div>
      )}
      {groups.map((group) => (
        <Group group={group} />
      ))}
      <Listing listing={listing} level={2} />
    </>
  );
}

function Group({ group: { title, href, cards } }: { readonly group: PrintedGroup }): VNode {
  return (
    <section class="group">
      <h2 class="group-title">
        {href === undefined ? (
          <bdi>{title}</bdi>
        ) : (
          <a href={href}>
            <bdi>{title}</bdi>
          </a>
        )}
      </h2>
      <div class="cards">
        {cards.map((card) => (
          <FrontCard data={card} level={3} />
        ))}
      </div>
    </section>
  );
}

/** A card in the weight that its front gives it: with its picture, with a face, or with words alone. */
function FrontCard({ data, isLead = false, level }: FrontCardProps): VNode {
  const { card, weight, live, writer } = data;
  if (weight === 'opinion') {
    const portrait = { ...card, picture: writer?.picture };
    const sizes = isLead ? SIZES.faceLead : SIZES.face;
    return <Card card={portrait} isLead={isLead} level={level} kind="opinion" sizes={sizes} writer={writer?.name} />;
  }
  if (weight === 'text')
    return <Card card={{ ...card, picture: undefined }} isLead={isLead} level={level} kind="plain" />;
  if (weight === 'live') {
    const before = <span class="live">{live}</span>;
    return <Card card={card} isLead={isLead} level={level} kind="ongoing" before={before} />;
  }
  return <Card card={card} isLead={isLead} level={level} />;
}

interface FrontCardProps {
  readonly data: FrontCardData;
  readonly isLead?: boolean;
  readonly level: 2 | 3;
}

/** The bar that says what is happening now. It is not part of the page's own words, so search engines leave it out. */
export function BreakingBar({ bar }: { readonly bar: PrintedBar }): VNode {
  const { label, text, href, language, direction } = bar;
  const words = { html: text, lang: language, dir: direction ?? 'auto' };
  return (
    <aside class="breaking" aria-label={label} data-nosnippet>
      <strong>{label}</strong>{' '}
      {href === undefined ? <Raw as="span" {...words} /> : <Raw as="a" href={href} {...words} />}
    </aside>
  );
}
