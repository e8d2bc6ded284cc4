import { hrefOf, type Site } from '../domain/site/site.ts';
import { tableNameOf } from '../words/languages.ts';

/** What the script of the banner is given, see `layouts/scripts/unsupported-browser.js`. */
export interface BannerSettings {
  readonly words: Readonly<Record<string, BannerWords>>;
  /** The language of pages that have none, or one without words. */
  readonly language: string;
  readonly update: string;
  /** A regular expression for user agents that are not told. */
  readonly skip: string;
  /** Under which a dismissal is remembered; another baseline is another matter. */
  readonly key: string;
  readonly days: number;
  /** For which part of the host a dismissal holds. */
  readonly path: string;
}

/**
 * What programs that open pages without a reader call themselves: regular expressions of ES3, in any case. Those that one
 * program alone has are here if they are in a public list of crawlers and claim an engine that some baseline leaves out.
 */
const NO_READERS = [
  // Searches, archives, and whoever collects texts.
  'bot|crawl|spider|slurp|archiv|collapsify|feed|scrap|scan[/)n]|survey|daumoa|ips-agent|datanyze|-turingos|abuse[.]',
  // Previews of links, pictures of pages, and what makes pages ready for others.
  'preview|facebookexternalhit|favicon|prerender|newsnow|ps_daily|readable/|google-?agent|-google|-user/',
  // Checks of links, looks, speed, safety and uptime.
  'checker[/ ]|link ?check|linktiger|validator|inspect|insights|lighthouse|pagespeed|monitor|synthetic|pingdom|ptst|siteimprove',
  'dareboost|dlc/|foregenix|gtmetrix|hardenize|hotjar|marketgoo|rigor[)]|securityheaders|silktide|thousandeyes|watchtowr|ylt c',
  // Browsers that programs drive, and programs that show pages.
  'headless|playwright|selenium|wkhtml|splash |pwabuilder|fluid/|electron/[12]?\\d[.]',
];

/** An address of the web or of e-mail. `android@150.0`, `com.example.app` and `FBCR/Telekom.de` are none. */
const ADDRESS = 'https?:|www[.]|@[\\w-]+[.][a-z]|[a-z\\d][.]([a-z]{2,4}/[a-z]|(com|net|org|io)(?![\\w.]))';

/** Browsers up to 2005, into whose names went what was installed beside them and where that came from. */
const HAS_ADDRESSES = 'MSIE [2-8]|Gecko/200[1-5]|Opera.[67M]|Avant |Konqueror';

/** No other reader's browser has an address in its name, and with a plus before it not even those. */
const WITH_ADDRESS = `[+]http|^(?!.*(${HAS_ADDRESSES})).*(${ADDRESS})`;

/**
 * Settles what the banner says and does on a site.
 *
 * @param languages The languages of its pages, BCP 47.
 */
export function settleBanner(site: Site, condition: string, languages: readonly string[]): BannerSettings {
  const { message, updateUrl, skip } = site.unsupportedBrowser;
  const known = bannerWords([...languages, site.language], message);
  const words = Object.keys(known).length > 0 ? known : bannerWords(['en'], {});
  const tag = site.language.toLowerCase();
  const own = [tag, tag.split('-')[0] ?? '', 'en'].find((language) => Object.hasOwn(words, language));
  return {
    words,
    language: own ?? Object.keys(words)[0] ?? 'en',
    update: hrefOf(site, updateUrl),
    skip: [...NO_READERS, WITH_ADDRESS, ...skip.map(escapeForRegExp)].join('|'),
    key: `unsupported${condition.replace(/[^a-z0-9]+/gi, '-')}`,
    days: 30,
    path: `${site.basePath}/`,
  };
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** What the banner says in one language: the message, the link, the button, and its name for screen readers. */
export type BannerWords = readonly [message: string, update: string, dismiss: string, label: string];

/** Broadsheet's own wording, by language (BCP 47, lower case). */
const WORDS: Readonly<Record<string, BannerWords>> = {
  ar: ['متصفحك قديم، وقد لا تعمل بعض أجزاء هذا الموقع كما ينبغي.', 'حدِّث متصفحك', 'إخفاء هذه الرسالة', 'متصفح قديم'],
  de: [
    'Ihr Browser ist veraltet. Teile dieser Website funktionieren darin möglicherweise nicht richtig.',
    'Browser aktualisieren',
    'Hinweis ausblenden',
    'Veralteter Browser',
  ],
  en: [
    'Your browser is out of date, and parts of this site may not work well in it.',
    'Update your browser',
    'Hide this message',
    'Out-of-date browser',
  ],
  es: [
    'Su navegador no está actualizado y es posible que partes de este sitio no funcionen bien.',
    'Actualizar el navegador',
    'Ocultar este mensaje',
    'Navegador no actualizado',
  ],
  fr: [
    'Votre navigateur n’est plus à jour : certaines parties de ce site peuvent mal fonctionner.',
    'Mettre à jour le navigateur',
    'Masquer ce message',
    'Navigateur trop ancien',
  ],
  hi: [
    'आपका ब्राउज़र पुराना है, और इस साइट के कुछ हिस्से इसमें ठीक से काम नहीं कर सकते।',
    'ब्राउज़र अपडेट करें',
    'यह संदेश छिपाएँ',
    'पुराना ब्राउज़र',
  ],
  ja: [
    'お使いのブラウザーは古いため、このサイトの一部が正しく動作しないことがあります。',
    'ブラウザーを更新する',
    'このメッセージを閉じる',
    '古いブラウザー',
  ],
  pt: [
    'O seu navegador está desatualizado e partes deste site podem não funcionar bem.',
    'Atualizar o navegador',
    'Ocultar esta mensagem',
    'Navegador desatualizado',
  ],
  ru: [
    'Ваш браузер устарел, и некоторые части этого сайта могут работать неправильно.',
    'Обновить браузер',
    'Скрыть это сообщение',
    'Устаревший браузер',
  ],
  zh: ['您的浏览器版本过旧，本网站的部分内容可能无法正常使用。', '更新浏览器', '隐藏此消息', '浏览器版本过旧'],
  'zh-hant': ['您的瀏覽器版本過舊，本網站的部分內容可能無法正常使用。', '更新瀏覽器', '隱藏此訊息', '瀏覽器版本過舊'],
};

/**
 * The banner's words in each language that a site uses: the newsroom's own message before Broadsheet's, a more exact language
 * before its base. Languages without words are left out.
 *
 * @param languages BCP 47, as pages have them.
 * @param own The newsroom's message by language.
 */
export function bannerWords(
  languages: readonly string[],
  own: Readonly<Record<string, string>>,
): Readonly<Record<string, BannerWords>> {
  const messages = new Map(Object.entries(own).map(([language, message]) => [language.toLowerCase(), message]));
  const words = new Map<string, BannerWords>();
  for (const language of languages.map((tag) => tag.toLowerCase()).sort()) {
    const base = language.split('-')[0] ?? '';
    const table = tableNameOf(language).toLowerCase();
    const known = WORDS[table];
    const message = messages.get(language);
    // Pages look for their language without its last part until there is one: `zh-tw`, `zh`.
    if (known) words.set(table === base ? base : language, withMessage(known, messages.get(table)));
    if (message !== undefined) words.set(language, withMessage(known ?? (WORDS['en'] as BannerWords), message));
  }
  return Object.fromEntries(words);
}

function withMessage([broadsheets, ...rest]: BannerWords, own: string | undefined): BannerWords {
  return [own ?? broadsheets, ...rest];
}

/**
 * The script in the head of every page that asks an old browser, and only an old one, to load the banner. It is ES3, the same
 * bytes on every page, and holds no word for people.
 *
 * @param condition Of the baseline; `CSS.supports()` is false or missing where it is not met.
 * @param source Address of the banner's script.
 */
export function printGate(condition: string, source: string): string {
  const [asked, loaded] = [condition, source].map((text) => JSON.stringify(text).replaceAll('<', '\\u003c'));
  // Calling 0 is how the second way into the same catch is spelt in the fewest bytes.
  return `try{CSS.supports(${asked})||0()}catch(e){e=document.createElement("script");e.src=${loaded};document.documentElement.firstChild.appendChild(e)}`;
}

/**
 * Styles that tell readers of old browsers without JavaScript. The condition takes the text back: `@supports not` would not do,
 * since browsers that are old enough skip it.
 */
export function printWithoutScript({ words, language }: BannerSettings, condition: string): string {
  const message = (tag: string): string => quoted(words[tag]?.[0] ?? '');
  // `:lang(en)` is also true of `en-GB`, so the more exact come later.
  const tags = Object.keys(words).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return [
    `html:before{display:block;padding:12px 16px;background:#fff3cd;color:#1b1a17;font:16px/1.5 sans-serif;content:${message(language)}}`,
    ...tags.map((tag) => `html:lang(${tag}):before{content:${message(tag)}}`),
    'html.unsupported-browser:before{content:none!important}',
    '@media print{html:before{content:none!important}}',
    `@supports ${condition}{html:before{content:none!important}}`,
  ].join('\n');
}

/** A text of CSS; whatever could end it is written as a number. */
function quoted(text: string): string {
  return `"${text.replace(/["\\<\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}
