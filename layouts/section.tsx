import type { VNode } from 'preact';
import type { SectionPage } from '../src/pages/fronts/section-page.ts';
import { BreakingBar, Front } from './parts/fronts.tsx';
import { Document } from './parts/site.tsx';

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
