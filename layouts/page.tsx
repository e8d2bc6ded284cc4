import type { VNode } from 'preact';
import type { OrdinaryPage } from '../src/pages/site/own-pages.ts';
import { Raw } from './parts/html.tsx';
import { Translations } from './parts/languages.tsx';
import { PictureViewer } from './parts/pictures.tsx';
import { Document } from './parts/site.tsx';

/** An ordinary page, such as “about”. */
export default function Page({ frame, title, translations, content, viewer }: OrdinaryPage): VNode {
  return (
    <Document frame={frame}>
      <div class="story ordinary">
        <header class="story-head">
          <h1 class="headline">{title}</h1>
          <Translations links={translations} />
        </header>
        <Raw as="div" class="story-body" html={content} />
        <PictureViewer viewer={viewer} />
      </div>
    </Document>
  );
}
