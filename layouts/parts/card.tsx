import type { ComponentChildren, VNode } from 'preact';
import type { Card as CardData } from '../../src/pages/story/card.ts';
import { Raw } from './html.tsx';
import { SIZES } from './picture-sizes.ts';
import { CroppedPicture } from './pictures.tsx';
import { Label } from './text.tsx';

/** A story as it looks on a front. The whole card can be clicked; the headline is the link. */
export function Card({
  card,
  isLead = false,
  level,
  kind,
  sizes = isLead ? SIZES.cardLead : SIZES.card,
  before,
  writer,
}: CardProps): VNode {
  const { href, language, direction, kicker, label, live, headline, dek, time, note, picture } = card;
  const names = ['card', ...(isLead ? ['lead'] : []), ...(kind === undefined ? [] : [kind])];
  return (
    <article class={names.join(' ')} lang={language} dir={direction}>
      {picture !== undefined && <CroppedPicture class="card-picture" picture={picture} sizes={sizes} isLead={isLead} />}
      <div class="card-text">
        {(before !== undefined || live !== undefined || kicker !== undefined || label !== undefined) && (
          <p class="kicker">
            {before ?? (live !== undefined && <span class="live">{live}</span>)}{' '}
            {label !== undefined && <Label as="span" label={label} />} {kicker !== label?.text && kicker}
          </p>
        )}
        <Heading level={level}>
          <Raw as="a" href={href} html={headline} />
        </Heading>
        {writer !== undefined && (
          <p class="writer">
            <bdi>{writer}</bdi>
          </p>
        )}
        {dek !== undefined && <Raw as="p" class="dek" html={dek} />}
        <p class="time">
          {note !== undefined && <span class="note">{note}</span>}{' '}
          <time dateTime={time.iso} title={time.text}>
            {time.short}
          </time>
        </p>
      </div>
    </article>
  );
}

/** What a card is given. */
export interface CardProps {
  readonly card: CardData;
  readonly isLead?: boolean;
  /** Of the headline, below that of the list's own heading. */
  readonly level: 2 | 3;
  /** A class of its own. */
  readonly kind?: string | undefined;
  /** How wide its picture is, see `picture-sizes.ts`. */
  readonly sizes?: string;
  /** What stands before its kicker. */
  readonly before?: ComponentChildren;
  /** Whose opinion it is. */
  readonly writer?: string | undefined;
}

function Heading({ level, children }: { readonly level: 2 | 3; readonly children: VNode }): VNode {
  return level === 2 ? <h2 class="card-headline">{children}</h2> : <h3 class="card-headline">{children}</h3>;
}
