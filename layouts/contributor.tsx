import type { VNode } from 'preact';
import type { ContributorPage } from '../src/pages/contributors/contributor-page.ts';
import { Listing } from './parts/listing.tsx';
import { Raw } from './parts/html.tsx';
import { SIZES } from './parts/picture-sizes.ts';
import { Responsive } from './parts/responsive.tsx';
import { Document } from './parts/site.tsx';
import { LinkItems } from './parts/text.tsx';

/** The page of a contributor: who they are, and all that they worked on. */
export default function Contributor(page: ContributorPage): VNode {
  const { frame, name, names, formerly, role, picture, biography, links, storiesTitle, listing } = page;
  return (
    <Document frame={frame}>
      <div class="front river">
        <header class="page-head contributor">
          {picture !== undefined && (
            <Responsive class="portrait" files={picture} alt={picture.alt} sizes={SIZES.portrait} isFirst />
          )}
          <div>
            <h1 dir="auto">{name}</h1>
            {names.map((local) => (
              <p class="formerly" lang={local.language} dir={local.direction}>
                {local.name}
              </p>
            ))}
            {formerly !== undefined && <p class="formerly">{formerly}</p>}
            {role !== undefined && <p class="dek">{role}</p>}
            <Raw as="div" class="biography" html={biography} />
            {links.length > 0 && (
              <ul class="links">
                <LinkItems links={links} rel="me" dir="auto" />
              </ul>
            )}
          </div>
        </header>
        <h2 class="list-title">{storiesTitle}</h2>
        <Listing listing={listing} level={3} />
      </div>
    </Document>
  );
}
