import type { ArchiveContributor } from '../../archive.ts';
import { lineOfText } from '../../convert/html-to-markdown.ts';
import { idOf, lineOf, type Row, textOf } from './fields.ts';
import type { GhostExport } from './export.ts';

/** Who wrote something, by the ids of users. */
export interface People {
  readonly contributors: readonly ArchiveContributor[];
  readonly keys: ReadonlyMap<string, string>;
}

/** The users of an export that are named by a post; for others there is no page in Ghost either. */
export function readPeople({ users, posts, authorsOf }: GhostExport): People {
  const keys = new Map<string, string>();
  const contributors = new Map<string, ArchiveContributor>();
  for (const id of new Set(posts.flatMap((post) => authorIdsOf(post, authorsOf)))) {
    const row = users.get(id);
    if (!row) continue;
    const slug = textOf(row, 'slug') || `user ${id}`;
    const key = contributors.has(slug) ? `${slug} ${id}` : slug;
    keys.set(id, key);
    contributors.set(key, contributorOf(row, key));
  }
  return { contributors: [...contributors.values()], keys };
}

/** Ids of those who wrote a post, the first first: exports before Ghost 1.22 know of one. */
export function authorIdsOf(
  { row, id }: { readonly row: Row; readonly id: string },
  authorsOf: GhostExport['authorsOf'],
): readonly string[] {
  const only = idOf(row, 'author_id') ?? idOf(row, 'author');
  return authorsOf.get(id) ?? (only === undefined ? [] : [only]);
}

function contributorOf(row: Row, key: string): ArchiveContributor {
  const biography = textOf(row, 'bio')
    .trim()
    .split(/\n\s*\n/);
  const image = textOf(row, 'profile_image', 'image').trim().replace(/^\/\//, 'https://');
  return {
    key,
    name: lineOf(row, 'name') ?? key,
    links: linksOf(row),
    image: image || undefined,
    text: () =>
      biography
        .map(lineOfText)
        .filter((line) => line !== '')
        .join('\n\n'),
  };
}

/** Where accounts lie on the sites that Ghost knows: it keeps their names only. */
const ACCOUNTS: readonly (readonly [string, (name: string) => string])[] = [
  ['facebook', (name) => `https://www.facebook.com/${name}`],
  ['twitter', (name) => `https://x.com/${name}`],
  ['threads', (name) => `https://www.threads.net/@${name}`],
  ['bluesky', (name) => `https://bsky.app/profile/${name}`],
  ['mastodon', mastodonAccount],
  ['tiktok', (name) => `https://www.tiktok.com/@${name}`],
  ['youtube', (name) => `https://www.youtube.com/${/^(?:channel|user|c)\//.test(name) ? name : `@${name}`}`],
  ['instagram', (name) => `https://www.instagram.com/${name}`],
  ['linkedin', (name) => `https://www.linkedin.com/${/^(?:in|pub|company)\//.test(name) ? name : `in/${name}`}`],
];

function linksOf(row: Row): readonly string[] {
  const accounts = ACCOUNTS.map(([field, addressOf]) => {
    const name = textOf(row, field)
      .trim()
      .replace(/^[@/]+/, '');
    return name === '' || /^https?:/i.test(name) ? name : addressOf(name);
  });
  const links = [textOf(row, 'website').trim(), ...accounts].filter(
    (link) => /^https?:\/\/[^\s/]/i.test(link) && URL.canParse(link),
  );
  return [...new Set(links)];
}

/** `jane@social.example`, or `social.example/@jane`. */
function mastodonAccount(name: string): string {
  const [, user, host] = /^([^@\s/]+)@([^@\s/]+)$/.exec(name) ?? [];
  return user === undefined ? `https://${name}` : `https://${host}/@${user}`;
}
