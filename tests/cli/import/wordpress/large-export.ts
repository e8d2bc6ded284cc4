import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { anAttachment, anItem, opening } from './wxr.ts';

const WORDS =
  'harbour bridge council ferry tide quay rain mayor report school market river budget vote station tram engineer water lamp stone street museum strike'.split(
    ' ',
  );

/**
 * Writes an export of many posts, each of about 5 kB, half of them of the block editor, with pictures of a library. The same each time.
 *
 * @param posts How many.
 */
export async function writeLargeExport(path: string, posts: number): Promise<void> {
  const file = createWriteStream(path);
  const write = async (text: string): Promise<void> => {
    if (!file.write(text)) await once(file, 'drain');
  };
  await write(opening(manyTerms()));
  for (let number = 1; number <= posts; number += 1) {
    const picture = 1_000_000 + number;
    const path_ = `2019/03/picture-${number}.jpg`;
    await write(anItem(anAttachment(picture, path_, { alt: `Picture ${number}`, caption: 'By the <em>quay</em>' })));
    await write(anItem(aPost(number, picture, `https://gazette.example/news/wp-content/uploads/${path_}`)));
  }
  file.end('</channel>\n</rss>\n');
  await once(file, 'finish');
}

function manyTerms(): string {
  const categories = Array.from(
    { length: 40 },
    (_, index) =>
      `<wp:category><wp:term_id>${index + 1}</wp:term_id><wp:category_nicename>desk-${index}</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>Desk ${index}</wp:cat_name></wp:category>`,
  );
  const authors = Array.from(
    { length: 20 },
    (_, index) =>
      `<wp:author><wp:author_login>writer${index}</wp:author_login><wp:author_display_name>Writer ${index}</wp:author_display_name></wp:author>`,
  );
  return [...authors, ...categories].join('\n');
}

function aPost(number: number, picture: number, address: string): Parameters<typeof anItem>[0] {
  const month = String((number % 12) + 1).padStart(2, '0');
  const day = String((number % 28) + 1).padStart(2, '0');
  const date = `20${10 + (number % 15)}-${month}-${day} 09:30:00`;
  const small = address.replace('.jpg', '-300x200.jpg');
  return {
    id: number,
    title: `The ${wordAt(number)} and the ${wordAt(number + 7)} &amp; ${number}`,
    creator: `writer${number % 20}`,
    dates: [date, date],
    excerpt: paragraph(number, 20),
    meta: [['_thumbnail_id', String(picture)]],
    terms: [
      ['category', `desk-${number % 40}`, `Desk ${number % 40}`],
      ['post_tag', `tag-${number % 300}`, `Tag ${number % 300}`],
    ],
    content: number % 2 === 0 ? blocks(number, picture, small) : classic(number, picture, small),
  };
}

function classic(number: number, picture: number, small: string): string {
  const paragraphs = Array.from({ length: 7 }, (_, index) => paragraph(number + index, 95));
  return [
    paragraphs[0],
    `[caption id="attachment_${picture}" align="alignright" width="300"]<img class="wp-image-${picture}" src="${small}" alt="" /> A caption[/caption]`,
    ...paragraphs.slice(1, 4),
    `<blockquote>${paragraph(number, 20)}</blockquote>`,
    `https://video.example/watch?v=${number}`,
    ...paragraphs.slice(4),
  ].join('\n\n');
}

function blocks(number: number, picture: number, small: string): string {
  const paragraphs = Array.from(
    { length: 7 },
    (_, index) => `<!-- wp:paragraph -->\n<p>${paragraph(number + index, 90)}</p>\n<!-- /wp:paragraph -->`,
  );
  return [
    ...paragraphs.slice(0, 3),
    `<!-- wp:heading -->\n<h2 class="wp-block-heading">What we know</h2>\n<!-- /wp:heading -->`,
    `<!-- wp:image {"id":${picture}} -->\n<figure class="wp-block-image"><img src="${small}" alt="" class="wp-image-${picture}"/><figcaption>A caption</figcaption></figure>\n<!-- /wp:image -->`,
    `<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>${paragraph(number, 9)}</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->`,
    ...paragraphs.slice(3),
  ].join('\n\n');
}

/** A paragraph of so many words, with emphasis and a link. */
function paragraph(seed: number, words: number): string {
  const text = Array.from({ length: words }, (_, index) => wordAt(seed * 31 + index * (1 + (seed % 5))));
  if (words > 15) {
    text[5] = `<strong>${text[5]}</strong>`;
    text[12] = `<a href="https://gazette.example/news/story-${seed}/">${text[12]}</a>`;
  }
  return `${text.join(' ')}.`;
}

function wordAt(index: number): string {
  return WORDS[index % WORDS.length] ?? '';
}
