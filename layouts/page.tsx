import type { VNode } from 'preact';
import type { OrdinaryPage } from '../src/pages/own-page.ts';
import { Document } from './parts/document.tsx';
import { Raw } from './parts/raw.tsx';

/** An ordinary page, such as “about”. */
export default function Page({ frame, title, content }: OrdinaryPage): VNode {
  return (
    <Document frame={frame}>
      <div class="story ordinary">
        <header class="story-head">
          <h1 class="headline">{title}</h1>
        </header>
        <Raw as="div" class="story-body" html={content} />
      </div>
    </Document>
  );
}
