import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { escaped, PICTURE, type Post } from './posts.ts';

/** A way to write posts as an archive of some system. */
export interface ArchiveForm {
  readonly name: string;
  /** The reader that reads it. */
  readonly type: string;
  /** The files of the archive by their path, and which of them is given to the command: `.` for the folder. */
  readonly write: (posts: readonly Post[]) => {
    readonly files: Readonly<Record<string, string>>;
    readonly from: string;
  };
}

const SITE = 'https://old.example';
const DATE = 'Fri, 01 Mar 2019 07:30:00 +0000';

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** Each form that posts of HTML come in. Sources of Markdown have tests of their own. */
export const ARCHIVE_FORMS: readonly ArchiveForm[] = [
  {
    name: 'RSS',
    type: 'feed',
    write: (posts) => {
      const items = posts.map(
        ({ title, language, html }, index) =>
          `<item><title>${escaped(title)}</title><link>${SITE}/p${index}/</link><pubDate>${DATE}</pubDate><dc:language>${language}</dc:language><content:encoded>${cdata(html)}</content:encoded></item>`,
      );
      const names =
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"';
      return single(
        'feed.xml',
        `<rss version="2.0" ${names}><channel><title>Old</title><link>${SITE}/</link>${items.join('')}</channel></rss>`,
      );
    },
  },
  {
    name: 'Atom',
    type: 'feed',
    write: (posts) => {
      const entries = posts.map(
        ({ title, language, html }, index) =>
          `<entry xml:lang="${language}"><title>${escaped(title)}</title><id>${index}</id><link href="${SITE}/p${index}/"/><updated>2019-03-01T07:30:00Z</updated><content type="html">${escaped(html)}</content></entry>`,
      );
      return single(
        'feed.atom',
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>Old</title><link href="${SITE}/"/>${entries.join('')}</feed>`,
      );
    },
  },
  {
    name: 'JSON Feed',
    type: 'feed',
    write: (posts) => {
      const items = posts.map(({ title, language, html }, index) => ({
        ...{ id: `${index}`, url: `${SITE}/p${index}/`, title, language, content_html: html },
        date_published: '2019-03-01T07:30:00Z',
      }));
      const head = { version: 'https://jsonfeed.org/version/1.1', title: 'Old', home_page_url: `${SITE}/` };
      return single('feed.json', JSON.stringify({ ...head, items }));
    },
  },
  {
    name: 'saved pages',
    type: 'html',
    write: (posts) => ({
      from: '.',
      files: Object.fromEntries(
        posts.map(({ title, language, html }, index) => [
          `p${index}.html`,
          `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><meta property="og:type" content="article"><meta property="article:published_time" content="2019-03-01T07:30:00Z"></head><body><nav><a href="/">Home</a></nav><article><h1>${escaped(title)}</h1><div class="entry-content">${html}</div></article><footer>Nobody</footer></body></html>`,
        ]),
      ),
    }),
  },
  {
    name: 'WordPress',
    type: 'wordpress',
    write: (posts) => {
      const items = posts.map(
        ({ title, html }, index) =>
          `<item><title>${cdata(title)}</title><link>${SITE}/p${index}/</link><pubDate>${DATE}</pubDate><content:encoded>${cdata(html)}</content:encoded><excerpt:encoded></excerpt:encoded><wp:post_id>${index + 1}</wp:post_id><wp:post_date>2019-03-01 07:30:00</wp:post_date><wp:post_date_gmt>2019-03-01 07:30:00</wp:post_date_gmt><wp:post_name>p${index}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`,
      );
      const names = [
        'content="http://purl.org/rss/1.0/modules/content/"',
        'dc="http://purl.org/dc/elements/1.1/"',
        'wp="http://wordpress.org/export/1.2/"',
        'excerpt="http://wordpress.org/export/1.2/excerpt/"',
      ];
      return single(
        'export.xml',
        `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" ${names.map((name) => `xmlns:${name}`).join(' ')}><channel><title>Old</title><link>${SITE}</link><wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>${SITE}</wp:base_site_url><wp:base_blog_url>${SITE}</wp:base_blog_url>${items.join('')}</channel></rss>`,
      );
    },
  },
  {
    name: 'Ghost',
    type: 'ghost',
    write: (posts) => {
      const rows = posts.map(({ title, html }, index) => ({
        ...{
          id: `${index}`,
          uuid: `${index}`,
          title,
          slug: `p${index}`,
          html: html.replaceAll(`"${PICTURE}"`, `"__GHOST_URL__/content/images/${PICTURE}"`),
          status: 'published',
          type: 'post',
          visibility: 'public',
        },
        ...{
          published_at: '2019-03-01T07:30:00.000Z',
          created_at: '2019-03-01T07:30:00.000Z',
          updated_at: '2019-03-01T07:30:00.000Z',
        },
      }));
      const data = {
        posts: rows,
        tags: [],
        users: [],
        posts_tags: [],
        posts_authors: [],
        settings: [{ key: 'title', value: 'Old' }],
      };
      return single('ghost.json', JSON.stringify({ db: [{ meta: { version: '5.0.0', exported_on: 1 }, data }] }));
    },
  },
];

function single(name: string, text: string): ReturnType<ArchiveForm['write']> {
  return { files: { [name]: text }, from: name };
}

/** Writes posts into a folder as an archive, with the picture that they show beside it. */
export function writeArchive(
  folder: string,
  form: ArchiveForm,
  posts: readonly Post[],
): { readonly from: string; readonly media: string } {
  const { files, from } = form.write(posts);
  for (const [name, text] of Object.entries({
    ...files,
    [PICTURE]: 'a picture',
    [`media/${PICTURE}`]: 'a picture',
    [`content/images/${PICTURE}`]: 'a picture',
  })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return { from: join(folder, from), media: join(folder, 'media') };
}
