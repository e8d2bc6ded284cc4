import { describe, expect, it } from 'vitest';
import type { ContributorsPage } from '../../../src/pages/contributors/contributors-page.ts';
import { editionOf, pageAt, pagesOf } from '../../newsroom/edition.ts';
import { codesOf } from '../../newsroom/findings.ts';
import { aFile, aStory } from '../../newsroom/manuscript.ts';
import type { NewsroomGiven } from '../../newsroom/newsroom.ts';

const URL = '/contributors/';

function people(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name, index) => [`p-${index}.md`, aFile({ name }, '')]));
}

/** The names in each group, in a newsroom with so many more people that there are groups. */
function groupsOf(names: readonly string[], language: string): readonly (readonly (string | undefined)[])[] {
  const crowd = Array.from({ length: 30 }, (_, index) => `Zz ${String(index).padStart(2, '0')}`);
  const { groups } = pageAt<ContributorsPage>({ site: { language }, contributors: people([...names, ...crowd]) }, URL);
  return groups
    .filter(({ initial }) => initial !== 'Z')
    .map(({ initial, people: group }) => [initial, ...group.map(({ name }) => name)]);
}

describe('the page of all contributors', () => {
  it('has everyone with picture and role, by name in the alphabet of the site', () => {
    const contributors = {
      'a.md': aFile({ name: 'Örjan' }, ''),
      'b.md': aFile({ name: 'Zoe', role: 'Editor', image: { src: 'bridge.jpg', alt: 'Zoe' } }, ''),
      'c.md': aFile({ name: 'Petra' }, ''),
    };
    const names = (language: string): readonly string[] =>
      pageAt<ContributorsPage>({ contributors, site: { language } }, URL).groups.flatMap((group) =>
        group.people.map(({ name }) => name),
      );
    const { title, groups } = pageAt<ContributorsPage>({ contributors }, URL);

    expect([title, groups.map(({ initial }) => initial)]).toEqual(['Contributors', [undefined]]);
    expect(groups[0]?.people.at(-1)).toMatchObject({
      name: 'Zoe',
      href: '/contributors/b/',
      role: 'Editor',
      picture: { src: '/media/bridge.jpg' },
    });
    expect([names('de'), names('sv')]).toEqual([
      ['Örjan', 'Petra', 'Zoe'],
      ['Petra', 'Zoe', 'Örjan'],
    ]);
  });

  it('groups many people by the letters of the language', () => {
    const names = ['Eve', 'Émile', 'ana', '3rd Desk', '“Al” Ray', 'Ørn', '北京'];

    expect(groupsOf(names, 'fr')).toEqual([
      ['#', '3rd Desk'],
      ['A', '“Al” Ray', 'ana'],
      ['E', 'Émile', 'Eve'],
      ['Ø', 'Ørn'],
      ['北', '北京'],
    ]);
  });

  it('does not change when a story is published', () => {
    const newsroom: NewsroomGiven = { contributors: people(['Jane Doe']) };
    const articles = { 'a.md': aStory({ contributors: 'p-0' }) };
    const dataOf = (given: NewsroomGiven): string => JSON.stringify(pageAt<ContributorsPage>(given, URL).groups);

    expect(dataOf({ ...newsroom, articles })).toBe(dataOf(newsroom));
  });

  it('is linked from the foot of every page, where there is anybody', () => {
    const linksOf = (newsroom: NewsroomGiven): readonly string[] =>
      pageAt<ContributorsPage>(
        { ...newsroom, site: { url: 'https://ledger.example/paper/' } },
        '/',
      ).frame.footer.links.map(({ href }) => href);

    expect(linksOf({ contributors: people(['Jane Doe']) })).toContain('/paper/contributors/');
    expect(linksOf({})).not.toContain('/paper/contributors/');
  });

  it('is not there in a newsroom without people', () => {
    expect(pagesOf({}).map(({ url }) => url)).not.toContain(URL);
  });

  it('gives way to a page of the newsroom’s own', () => {
    const newsroom = {
      contributors: people(['Jane Doe']),
      pages: { 'us.md': aFile({ title: 'Us', permalink: URL }, 'We.') },
    };

    expect(pagesOf(newsroom).map(({ url }) => url)).not.toContain(URL);
    expect(codesOf(editionOf(newsroom).diagnostics)).toEqual([]);
  });

  it('has an address that a section may not have', () => {
    const site = { sections: [{ id: 'contributors', title: 'Us' }] };

    expect(codesOf(editionOf({ contributors: people(['Jane Doe']), site }).diagnostics)).toEqual(['url-duplicate']);
  });
});
