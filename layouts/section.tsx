import type { VNode } from 'preact';
import type { SectionPage } from '../src/pages/fronts/section-page.ts';
import { Document } from './parts/document.tsx';
import { BreakingBar, Front } from './parts/front.tsx';

/** The page of a section. */
export default function Section(page: SectionPage): VNode {
  const { frame, title, description, breaking } = page;
  return (
    <Document frame={frame} before={breaking && <BreakingBar bar={breaking} />}>
      <div class="front section-front">
        <header class="page-head">
          <h1>{title}</h1>
          {description !== undefined && <p class="dek">{description}</p>}
        </header>
        <Front front={page} />
      </div>
    </Document>
  );
}
