import type { VNode } from 'preact';
import type { CorrectionsPage, PrintedCorrection } from '../src/pages/corrections.ts';
import { NoticeInList } from './directives/correction.tsx';
import { Breadcrumb, PagingLinks } from './parts/lists.tsx';
import { Document } from './parts/site.tsx';
import { HeadlineLink, LinkItems } from './parts/text.tsx';

/** All corrections: the newest, and the way to those of each month; or those of a month. */
export default function Corrections(page: CorrectionsPage): VNode {
  const { frame, breadcrumb, title, empty, corrections, paging, months } = page;
  return (
    <Document frame={frame}>
      <div class="front archive corrections">
        <header class="page-head">
          {breadcrumb !== undefined && <Breadcrumb breadcrumb={breadcrumb} />}
          <h1>{title}</h1>
          {breadcrumb === undefined && frame.description !== undefined && <p class="dek">{frame.description}</p>}
        </header>
        {empty !== undefined && <p class="empty">{empty}</p>}
        {corrections.length > 0 && (
          <ul class="correction-list">
            {corrections.map((correction) => (
              <Correction correction={correction} />
            ))}
          </ul>
        )}
        {paging !== undefined && <PagingLinks paging={paging} />}
        {months !== undefined && (
          <section class="months">
            <h2 class="list-title">{months.title}</h2>
            <ul class="years">
              {months.years.map((year) => (
                <li>
                  {year.label}
                  <ul>
                    <LinkItems links={year.months} />
                  </ul>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Document>
  );
}

/** The story first, then when it was corrected, and what was wrong, in the story's language. */
function Correction({ correction: { headline, notice } }: { readonly correction: PrintedCorrection }): VNode {
  const { language, direction } = headline;
  return (
    <li>
      <HeadlineLink to={headline} /> <NoticeInList notice={notice} language={language} direction={direction} />
    </li>
  );
}
