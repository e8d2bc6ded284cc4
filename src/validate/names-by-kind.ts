/** What to do about keys that other programs have, and that are something else, or nothing, in one kind of file. */
interface KindOfFile {
  /** A key that no other kind of file has. */
  readonly ownKey: string;
  /** By the key without hyphens and underscores, in small letters. */
  readonly hints: ReadonlyMap<string, string>;
}

const inImage = 'write it into `image: { src: …, alt: …, caption: …, credit: … }`';
const called = (key: string): string => `here it is called \`${key}\``;

const STORY: KindOfFile = {
  ownKey: 'dek',
  hints: hints(
    ['intro introduction lead teaser blurb metadescription seodescription', called('dek')],
    ['caption imagecaption credit imagecredit photocredit alt imagealt', inImage],
    ['city', called('dateline')],
    ['liveblog', 'write `live: true`'],
    ['opinion isopinion', 'write `label: opinion`'],
    ['breaking', 'remove it; what is breaking is said in `breaking` of content/fronts/home.yaml'],
    [
      'urgent priority rank weight order featured sticky pinned',
      'remove it, and name the story in content/fronts/home.yaml',
    ],
    ['guestauthor authorname coauthor coauthors authorid autor autoren', called('contributors')],
    ['pubdatetime datetime time createdat fecha datum', called('date')],
    ['template', 'remove it; a layout is named in `layout`, and only where it is not the usual one'],
    ['source sourceurl', 'write where the story was first published into `canonical`'],
    ['relatedposts relatedstories seealso', called('related')],
    ['titulo titre titel', called('headline')],
    [
      'type comments toc guid uuid uid id postid parent menu menus sitemap outputs markup readingtime editlink',
      'remove it; a story needs no such key',
    ],
  ),
};

const PAGE: KindOfFile = {
  ownKey: 'written',
  hints: hints(
    ['headline heading shortheadline linktitle seotitle', called('title')],
    [
      'dek excerpt deck standfirst abstract lede lead subhead subheadline intro teaser metadescription seodescription',
      called('description'),
    ],
    ['url slug path link', 'write the whole address into `permalink`: `permalink: /about/`'],
    [
      'aliases alias redirectfrom redirectsfrom redirects',
      'write it into content/redirects.yaml: the old path, a colon, a space, and the path of this page',
    ],
    [
      'date created createdat pubdate pubdatetime datepublished publicationdate updated updatedat lastmod lastmodified lastmodifiedat lastupdated modified datemodified',
      'remove it; a page has no date: what readers are to know of it goes into its text',
    ],
    [
      'author authors coauthors guestauthor byline writer contributor contributors translator photographer illustrator editor',
      'remove it; a page has no byline: what readers are to know of it goes into its text',
    ],
    [
      'image images picture photo thumbnail thumb cover coverimage hero heroimage header featuredimage featureimage ogimage audio video gallery',
      'remove it, and put the picture or the recording into the text: `![What it shows](picture.jpg)`',
    ],
    [
      'tags tag keywords category categories topics topic section sections series kicker label dateline related corrections',
      'remove it; only stories have it, and those are in content/articles/',
    ],
    [
      'menu menus nav navorder weight order parent',
      'remove it, and name the page in `navigation` of content/site.yaml',
    ],
    [
      'type comments toc guid uuid uid id sitemap outputs markup featured sticky pinned template',
      'remove it; a page needs no such key',
    ],
  ),
};

const CONTRIBUTOR: KindOfFile = {
  ownKey: 'formerNames',
  hints: hints(
    ['headline fullname displayname author', called('name')],
    [
      'slug id username login nickname uid permalink url path',
      'remove it; the name of the file is the id and the address',
    ],
    ['description summary excerpt dek', 'write it below the second line of `---`'],
    ['firstname lastname surname givenname familyname', 'write the whole name into `name`'],
    [
      'facebook instagram linkedin github bluesky threads youtube social blog web',
      'write its address into `links: [https://…]`',
    ],
    [
      'draft published status hidden noindex private',
      'remove it; a contributor is always published: a person who is not to have a page has no file',
    ],
    ['layout type date section language order weight tags topics', 'remove it; a contributor needs no such key'],
  ),
};

const SITE: KindOfFile = {
  ownKey: 'timeZone',
  hints: hints(
    ['logo', 'write it into `publisher: { name: …, logo: … }`'],
    ['favicon touchicon appleicon', called('icon')],
    ['themecolor themecolour', 'write it into `icon: { src: …, colour: … }`'],
    ['author editor owner organization organisation company', 'write it into `publisher: { name: … }`'],
    ['email contact', 'write the address of the page on which it stands into `publisher: { contact: /contact/ }`'],
    [
      'twitter facebook instagram mastodon bluesky youtube linkedin socials links',
      'write it into `social: [{ label: …, url: https://… }]`',
    ],
    ['headline sitename', called('title')],
    ['tagline subtitle summary', called('description')],
    ['menu menus nav', called('navigation')],
    ['category categories', called('sections')],
    ['redirects aliases', 'write them into content/redirects.yaml'],
    [
      'theme plugins paginate pagination markup params build output outputs generator version copyright',
      'remove it; there is no such setting',
    ],
  ),
};

function hints(...lines: readonly (readonly [names: string, hint: string])[]): ReadonlyMap<string, string> {
  return new Map(lines.flatMap(([names, hint]) => names.split(' ').map((name) => [name, hint] as const)));
}

/** What to do about other programs’ keys in the kind of file that takes the `known` keys, where it is not what is done elsewhere. */
export function hintsOfKind(known: readonly string[]): ReadonlyMap<string, string> {
  return (
    [STORY, PAGE, CONTRIBUTOR, SITE].find(({ ownKey }) => known.includes(ownKey))?.hints ?? new Map<string, string>()
  );
}
