import type { VNode } from 'preact';
import type { ArticlePage } from '../src/pages/story/article-page.ts';
import { LeadPicture } from './parts/pictures.tsx';
import { StoryBody, storyClass, StoryDocument, StoryHead } from './parts/story.tsx';

/**
 * A story: its text in one column, with the picture above it. All of it stands in one element, without another around the
 * text, because reader modes take the element with the most text and leave out what is beside it.
 */
export default function Article(page: ArticlePage): VNode {
  return (
    <StoryDocument page={page}>
      <article class={storyClass(page)}>
        <StoryHead page={page} />
        {page.picture !== undefined && <LeadPicture picture={page.picture} />}
        <StoryBody page={page} />
      </article>
    </StoryDocument>
  );
}
