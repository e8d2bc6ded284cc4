import type { VNode } from 'preact';
import type { ArticlePage } from '../../src/pages/story/article-page.ts';
import type { Card } from '../../src/pages/story/card.ts';
import { Raw, renderedOnce } from './html.tsx';
import { SIZES } from './picture-sizes.ts';
import { CroppedPicture } from './pictures.tsx';
import { Label } from './text.tsx';

/** Stories to read after this one. They stand outside of the story, so that reader modes leave them out. */
export function Related({ related }: { readonly related: ArticlePage['related'] }): VNode | null {
  if (related.cards.length === 0) return null;
  return (
    <section class="related" aria-label={related.title}>
      <h2 class="list-title">{related.title}</h2>
      <div class="related-cards">
        {related.cards.map((card) => (
          <SmallCard data={card} />
        ))}
      </div>
    </section>
  );
}

/** A card without the dek. */
const SmallCard = renderedOnce<Card>(
  ({ data: { href, language, direction, kicker, label, headline, time, picture } }) => (
    <article class="card" lang={language} dir={direction}>
      {picture !== undefined && <CroppedPicture class="card-picture" picture={picture} sizes={SIZES.thumbnail} />}
      <div class="card-text">
        {label !== undefined ? (
          <p class="kicker">
            <Label as="span" label={label} />
          </p>
        ) : (
          kicker !== undefined && <p class="kicker">{kicker}</p>
        )}
        <h3 class="card-headline">
          <Raw as="a" href={href} html={headline} />
        </h3>
        <p class="time">
          <time dateTime={time.iso}>{time.short}</time>
        </p>
      </div>
    </article>
  ),
);
