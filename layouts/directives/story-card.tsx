import type { VNode } from 'preact';
import type { Html } from '../../src/domain/html.ts';
import { Raw } from '../parts/html.tsx';

/** A card that leads to another story: `::story`. */
export interface StoryCardData {
  readonly href: string;
  readonly language: string;
  readonly headline: Html;
}

export function StoryCard({ href, language, headline }: StoryCardData): VNode {
  return (
    <aside class="story-card">
      <Raw as="a" href={href} lang={language} dir="auto" html={headline} />
    </aside>
  );
}
