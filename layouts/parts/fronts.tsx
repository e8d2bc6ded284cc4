import type { VNode } from 'preact';
import type { Arrangement } from '../../src/pages/fronts/arrangement.ts';
import type { FrontCard as FrontCardData } from '../../src/pages/fronts/front-card.ts';
import type { FrontParts, PrintedBar, PrintedGroup } from '../../src/pages/fronts/front-parts.ts';
import { Card } from './card.tsx';
import { Raw } from './html.tsx';
import { SIZES } from './picture-sizes.ts';
import { Listing } from './listing.tsx';

/** The stories of a front: the lead, cards beside and below it, groups under titles of their own, and all others. */
export function Front({ front }: { readonly front: FrontParts }): VNode {
  const { lead, arrangement, groups, listing } = front;
  return (
    <>
      {lead !== undefined && (
        <div class="top">
          <Arranged arrangement={arrangement} level={2} isTop />
        </div>
      )}
      {groups.map((group) => (
        <Group group={group} />
      ))}
      <Listing listing={listing} level={2} />
    </>
  );
}

function Group({ group: { title, href, layout, arrangement } }: { readonly group: PrintedGroup }): VNode {
  return (
    <section class={`group group-${layout}`}>
      <h2 class="group-title">
        {href === undefined ? (
          <bdi>{title}</bdi>
        ) : (
          <a href={href}>
            <bdi>{title}</bdi>
          </a>
        )}
      </h2>
      <Arranged arrangement={arrangement} level={3} />
    </section>
  );
}

/** Cards where they stand: the largest, those stacked beside it, rows, and headlines. */
function Arranged({ arrangement: { lead, beside, rows, rest }, level, isTop = false }: ArrangedProps): VNode {
  return (
    <>
      {lead !== undefined && (
        <div class={beside.length > 0 ? 'lead-block' : 'lead-block alone'}>
          <FrontCard data={lead} level={level} slot={isTop ? 'lead' : 'leading'} />
          {beside.length > 0 && (
            <div class="stack">
              {beside.map((card) => (
                <FrontCard data={card} level={level} slot="stacked" />
              ))}
            </div>
          )}
        </div>
      )}
      {rows.map((row) => (
        <div class={`row row-${row.length}${row.every(({ isPictured }) => isPictured) ? ' pictured' : ''}`}>
          {row.map((card) => (
            <FrontCard data={card} level={level} slot={`row-${row.length}`} />
          ))}
        </div>
      ))}
      {rest.length > 0 && (
        <div class="rest">
          {rest.map((card) => (
            <FrontCard data={card} level={level} slot="rest" />
          ))}
        </div>
      )}
    </>
  );
}

interface ArrangedProps {
  readonly arrangement: Arrangement;
  readonly level: 2 | 3;
  /** Whether it is the first thing of its page. */
  readonly isTop?: boolean;
}

/** A card in the weight that its front gives it: with its picture, with a face, or with words alone. */
function FrontCard({ data, level, slot }: FrontCardProps): VNode {
  const { card, weight, live, writer, isPictured, isSmall } = data;
  const isLead = slot === 'lead';
  const place = slot === 'leading' ? [slot] : [];
  const pictured = isPictured ? ['pictured', ...(isSmall ? ['small'] : [])] : [];
  if (weight === 'opinion') {
    const portrait = { ...card, picture: writer?.picture };
    const sizes = isLead ? SIZES.faceLead : SIZES.faceOpinion;
    const kind = ['opinion', ...place].join(' ');
    return <Card card={portrait} isLead={isLead} level={level} kind={kind} sizes={sizes} writer={writer?.name} />;
  }
  const isBrief = slot === 'rest';
  const shown = {
    ...card,
    picture: isPictured && !isBrief ? card.picture : undefined,
    kicker: isBrief ? undefined : card.kicker,
  };
  const own = weight === 'live' ? ['ongoing'] : weight === 'text' ? ['plain'] : [];
  const kind = [...own, ...place, ...pictured].join(' ') || undefined;
  const before = weight === 'live' ? <span class="live">{live}</span> : undefined;
  return <Card card={shown} isLead={isLead} level={level} kind={kind} sizes={sizesIn(slot)} before={before} />;
}

interface FrontCardProps {
  readonly data: FrontCardData;
  readonly level: 2 | 3;
  /** Where it stands. */
  readonly slot: string;
}

function sizesIn(slot: string): string {
  return slot in SLOT_SIZES ? SLOT_SIZES[slot as keyof typeof SLOT_SIZES] : SIZES.card;
}

const SLOT_SIZES = {
  lead: SIZES.cardLead,
  leading: SIZES.groupLead,
  stacked: SIZES.stacked,
  'row-1': SIZES.cardAlone,
  'row-2': SIZES.cardOfTwo,
  'row-3': SIZES.card,
  'row-4': SIZES.cardOfFour,
} as const;

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
