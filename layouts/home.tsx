import type { VNode } from 'preact';
import type { HomePage } from '../src/pages/fronts/home-page.ts';
import { BreakingBar, Front } from './parts/fronts.tsx';
import { Document } from './parts/site.tsx';

/** The home page: the lead story large, cards below it, and a group for each part of the paper. */
export default function Home(page: HomePage): VNode {
  const { frame, breaking } = page;
  return (
    <Document frame={frame} before={breaking && <BreakingBar bar={breaking} />}>
      <div class="front home">
        <Front front={page} />
      </div>
    </Document>
  );
}
