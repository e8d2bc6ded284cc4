import { textOf, type WxrItem } from '../wxr/records.ts';

/** What becomes of an item. */
export type Destiny =
  | { readonly kind: 'story' | 'page' }
  /** Something that stories refer to. */
  | { readonly kind: 'attachment' | 'reusable' | 'guest' }
  /** Nothing that readers saw. */
  | { readonly kind: 'internal' }
  | { readonly kind: 'left-out'; readonly what: string; readonly advice: string };

/** Types whose items belong to WordPress itself or its look: states of posts, settings, parts of templates. */
const INTERNAL = new Set([
  ...[
    'revision',
    'customize_changeset',
    'custom_css',
    'oembed_cache',
    'user_request',
    'wp_template',
    'wp_template_part',
  ],
  ...[
    'wp_global_styles',
    'wp_navigation',
    'wp_font_family',
    'wp_font_face',
    'acf-field',
    'acf-field-group',
    'elementor_library',
  ],
]);

/** Types that other plugins and themes call their stories. */
const LIKE_POSTS =
  /^(?:articles?|news|stor(?:y|ies)|posts|columns?|opinions?|editorials?|reviews?|interviews?|features?|obituar(?:y|ies)|podcasts?|episodes?|videos?|blogs?|press[-_]?releases?)$/;

/** What becomes of an item, by its type and its state. */
export function destinyOf(item: WxrItem): Destiny {
  const type = textOf(item.fields, 'wp:post_type') || 'post';
  const status = textOf(item.fields, 'wp:status');
  if (type === 'attachment') return { kind: 'attachment' };
  if (type === 'wp_block') return { kind: 'reusable' };
  if (type === 'guest-author') return { kind: 'guest' };
  if (INTERNAL.has(type)) return { kind: 'internal' };
  if (type === 'nav_menu_item')
    return {
      kind: 'left-out',
      what: 'entries of menus',
      advice: 'the navigation shows sections, or what `navigation` of site.yaml says',
    };
  const isStory = type === 'post' || LIKE_POSTS.test(type) || isSortedLikePosts(item);
  if (!isStory && type !== 'page')
    return {
      kind: 'left-out',
      what: `items of the type \`${type.slice(0, 60)}\``,
      advice: 'write them anew if readers need them',
    };
  if (status === 'trash')
    return {
      kind: 'left-out',
      what: 'what lay in the trash',
      advice: 'restore it in WordPress and export again if it is to be carried',
    };
  if (status === 'auto-draft' || status === 'inherit') return { kind: 'internal' };
  return { kind: type === 'page' ? 'page' : 'story' };
}

/** How a state of WordPress's is one of ours, and what is to be said of it. */
export function standingOf(item: WxrItem): { readonly status: 'published' | 'draft'; readonly why?: Standing } {
  const status = textOf(item.fields, 'wp:status');
  if (textOf(item.fields, 'wp:post_password') !== '') return { status: 'draft', why: 'password' };
  if (status === 'publish' || status === 'future' || status === '') return { status: 'published' };
  if (status === 'private') return { status: 'draft', why: 'private' };
  return { status: 'draft' };
}

/** Why something is a draft that was none. */
export type Standing = 'password' | 'private';

function isSortedLikePosts({ terms }: WxrItem): boolean {
  return terms.some(({ domain }) => domain === 'category' || domain === 'post_tag');
}
