import type { VNode } from 'preact';
import type { ContributorsPage, PrintedPerson } from '../src/pages/contributors/contributors-page.ts';
import { SIZES } from './parts/picture-sizes.ts';
import { CroppedPicture } from './parts/pictures.tsx';
import { Document } from './parts/site.tsx';

/** The page of all contributors. */
export default function Contributors({ frame, title, groups }: ContributorsPage): VNode {
  return (
    <Document frame={frame}>
      <div class="front people-page">
        <header class="page-head">
          <h1>{title}</h1>
        </header>
        {groups.map(({ initial, people }) =>
          initial === undefined ? (
            <People people={people} />
          ) : (
            <section class="people-group">
              <h2>{initial}</h2>
              <People people={people} />
            </section>
          ),
        )}
      </div>
    </Document>
  );
}

function People({ people }: { readonly people: readonly PrintedPerson[] }): VNode {
  return (
    <ul class="people">
      {people.map(({ name, href, role, picture }) => (
        <li>
          {picture !== undefined && <CroppedPicture picture={picture} sizes={SIZES.face} />}
          <div>
            <a href={href} dir="auto">
              {name}
            </a>
            {role !== undefined && <p dir="auto">{role}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
