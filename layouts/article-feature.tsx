import type { VNode } from 'preact';
import type { ArticlePage } from '../src/pages/story/article-page.ts';
import { SIZES } from './parts/picture-sizes.ts';
import { LeadPicture } from './parts/pictures.tsx';
import { StoryBody, storyClass, StoryDocument, StoryHead } from './parts/story.tsx';

/** A long story: its picture first, as wide as the page. */
export default function ArticleFeature(page: ArticlePage): VNode {
  return (
    <StoryDocument page={page}>
      <article class={storyClass(page, 'feature')}>
        {page.picture !== undefined && <LeadPicture picture={page.picture} sizes={SIZES.wide} />}
        <StoryHead page={page} />
        <StoryBody page={page} />
      </article>
    </StoryDocument>
  );
}
