import { titleOf } from '../corpus.ts';

/**
 * The layouts of the Hugo site by their path under `layouts/`: the markup of Broadsheet's own, written the way that Hugo is
 * fastest at it. Terms are looked up by name, since `.GetTerms` takes longer the more stories there are, and so are the
 * months of a year and the days of a month.
 */
export function hugoLayouts(sections: readonly string[]): Readonly<Record<string, string>> {
  return {
    '_default/baseof.html': BASE,
    '_default/single.html': SINGLE,
    '_default/section.html': SECTION,
    'contributors/term.html': CONTRIBUTOR,
    'topics/term.html': TOPIC,
    'archive/section.html': ARCHIVE,
    'years/term.html': YEAR,
    'months/term.html': MONTH,
    'months/term.monthmap.xml': MONTH_MAP,
    'days/term.html': DAY,
    'index.html': HOME,
    'index.sitemapindex.xml': SITEMAP_INDEX,
    'index.pagesmap.xml': PAGES_MAP,
    '_default/list.rss.xml': RSS,
    '_default/list.atom.xml': ATOM,
    '_default/list.jsonfeed.json': JSON_FEED,
    'partials/item.rss.xml': RSS_ITEM,
    'partials/item.atom.xml': ATOM_ENTRY,
    'partials/item.jsonfeed.json': JSON_FEED_ITEM,
    '404.html': NOT_FOUND,
    'partials/masthead.html': mastheadOf(sections),
  };
}

/** Printed once for each section, for the home page and for all else, as Broadsheet does. */
function mastheadOf(sections: readonly string[]): string {
  const links = sections.map(
    (id) => `<li><a href="/${id}/"{{ if eq .Section "${id}" }} aria-current="page"{{ end }}>${titleOf(id)}</a></li>`,
  );
  return `<a class="skip-link" href="#content" lang="en-GB" dir="ltr">Skip to content</a>
<header class="site-header" lang="en-GB" dir="ltr">{{ if .IsHome }}<h1 class="nameplate"><a href="/" aria-current="page">{{ site.Title }}</a></h1>{{ else }}<p class="nameplate"><a href="/">{{ site.Title }}</a></p>{{ end }}
<nav class="sections" aria-label="Sections"><ul>${links.join('')}</ul></nav></header>`;
}

const ISO = '.Date.Format "2006-01-02T15:04:05-07:00"';
const TIME = `<time datetime="{{ ${ISO} }}">{{ .Date.Format "2 January 2006 at 15:04 MST" }}</time>`;
const PEOPLE = '{{ range .Params.contributors }}{{ with (index site.Taxonomies.contributors .).Page }}';
const TOPICS = '{{ range .Params.topics }}{{ with (index site.Taxonomies.topics (urlize .)).Page }}';

/** What leads programs to the feeds of a list. */
function feedLinks(title: string, front: string): string {
  const formats = [
    ['application/rss+xml', 'RSS', 'feed.xml'],
    ['application/atom+xml', 'Atom', 'atom.xml'],
    ['application/feed+json', 'JSON Feed', 'feed.json'],
  ];
  return formats
    .map(
      ([type, name, file]) => `<link rel="alternate" type="${type}" title="${title} (${name})" href="${front}${file}">`,
    )
    .join('');
}

const BASE = `<!doctype html>
<html lang="en-GB" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ if .IsHome }}{{ site.Title }}{{ else }}{{ .Title }} – {{ site.Title }}{{ end }}</title>{{ with .Description }}<meta name="description" content="{{ . }}">{{ end }}
<link rel="canonical" href="{{ .Permalink }}"><meta name="robots" content="max-image-preview:large"><meta name="color-scheme" content="light dark"><meta name="generator" content="Hugo">
<link rel="stylesheet" href="/assets/site.css">{{ if and (not .IsHome) (.OutputFormats.Get "jsonfeed") }}${feedLinks('{{ .Title }} – {{ site.Title }}', '{{ .RelPermalink }}')}{{ end }}${feedLinks('{{ site.Title }}', '/')}
<meta property="og:site_name" content="{{ site.Title }}"><meta property="og:title" content="{{ .Title }}">{{ with .Description }}<meta property="og:description" content="{{ . }}">{{ end }}
<meta property="og:url" content="{{ .Permalink }}"><meta property="og:locale" content="en_GB">
{{ block "head" . }}<meta property="og:type" content="website">{{ end }}</head>
<body>{{ partialCached "masthead.html" . .IsHome .Section }}
<main id="content" tabindex="-1">{{ block "main" . }}{{ end }}{{ if and (not .IsHome) (.OutputFormats.Get "jsonfeed") }}<p class="list-feed"><a href="{{ .RelPermalink }}feed.xml" type="application/rss+xml">RSS feed</a></p>{{ end }}</main>
<footer class="site-footer" lang="en-GB" dir="ltr"><p class="publisher">{{ site.Title }}</p><ul><li><a href="/feed.xml">RSS feed</a></li></ul></footer></body></html>
`;

const JSON_LD = `dict "@context" "https://schema.org" "@type" "NewsArticle" "mainEntityOfPage" .Permalink "url" .Permalink "headline" .Title "description" .Description "datePublished" (${ISO}) "dateModified" (.Lastmod.Format "2006-01-02T15:04:05-07:00") "author" $authors "publisher" (dict "@type" "NewsMediaOrganization" "name" site.Title "url" site.BaseURL) "articleSection" .CurrentSection.Title "keywords" .Params.topics "inLanguage" "en-GB" "isAccessibleForFree" true "wordCount" .WordCount`;

const SINGLE = `{{ define "head" }}<meta property="og:type" content="article"><meta property="article:published_time" content="{{ ${ISO} }}">
<meta property="article:section" content="{{ .CurrentSection.Title }}">{{ range .Params.topics }}<meta property="article:tag" content="{{ . }}">{{ end }}
{{ $authors := slice }}${PEOPLE}<meta property="article:author" content="{{ .Permalink }}">{{ $authors = $authors | append (dict "@type" "Person" "name" .Title "url" .Permalink) }}{{ end }}{{ end }}
<meta property="twitter:card" content="summary"><script type="application/ld+json">{{ ${JSON_LD} | jsonify | safeJS }}</script>{{ end }}
{{ define "main" }}<article class="story story-body"><header class="story-head">
<p class="header-kicker"><a href="{{ .CurrentSection.RelPermalink }}">{{ .CurrentSection.Title }}</a></p><h1 class="headline">{{ .Title }}</h1><p class="dek">{{ .Description }}</p>
{{ $last := sub (len .Params.contributors) 1 }}<p class="byline">By {{ range $index, $id := .Params.contributors }}{{ if $index }}{{ if eq $index $last }} and {{ else }}, {{ end }}{{ end }}{{ with (index site.Taxonomies.contributors $id).Page }}<a href="{{ .RelPermalink }}" rel="author" dir="auto">{{ .Title }}</a>{{ end }}{{ end }}</p>
<p class="header-times"><span>Published ${TIME}</span></p></header>{{ .Content }}</article>
<footer class="topics"><h2>Topics</h2><ul>${TOPICS}<li><a href="{{ .RelPermalink }}" dir="auto">{{ .Title }}</a></li>{{ end }}{{ end }}</ul></footer>{{ end }}
`;

/** A story as it looks on a front, with its headline at a level of its own. */
function card(level: 2 | 3, className: string): string {
  return `<article class="${className}" lang="en-GB" dir="ltr"><div class="card-text"><p class="kicker">{{ .CurrentSection.Title }}</p><h${level} class="card-headline"><a href="{{ .RelPermalink }}">{{ .Title }}</a></h${level}><p class="dek">{{ .Description }}</p><p class="time">${TIME}</p></div></article>`;
}

const HEADLINE = `<li><a href="{{ .RelPermalink }}" lang="en-GB" dir="ltr">{{ .Title }}</a> ${TIME}</li>`;

/** So many stories of `$stories` as cards, those behind them by headline. */
function listing(cards: number, level: 2 | 3): string {
  return `<div class="cards">{{ range first ${cards} $stories }}${card(level, 'card')}{{ end }}</div>
{{ with after ${cards} $stories }}<section class="earlier"><h2>Earlier stories</h2><ul>{{ range . }}${HEADLINE}{{ end }}</ul></section>{{ end }}`;
}

/**
 * The stories of a page, fifty a page: the first with cards, the others by headline. Hugo sorts pages newest first by itself;
 * where fifty are all, asking it for its paginator would only cost.
 */
function pages(cards: number, level: 2 | 3): string {
  return `{{ $stories := .Pages }}{{ if le (len $stories) 50 }}${listing(cards, level)}{{ else }}{{ $pager := .Paginate $stories 50 }}{{ $stories = $pager.Pages }}{{ if $pager.HasPrev }}<section class="earlier"><ul>{{ range $stories }}${HEADLINE}{{ end }}</ul></section>{{ else }}${listing(cards, level)}{{ end }}
<nav class="pages">{{ with $pager.Next }}<a href="{{ .URL }}" rel="next">Earlier stories</a>{{ end }}{{ with $pager.Prev }}<a href="{{ .URL }}" rel="prev">Later stories</a>{{ end }}</nav>{{ end }}`;
}

const SECTION = `{{ define "main" }}<div class="front section-front"><header class="page-head"><h1>{{ .Title }}</h1></header>
${pages(13, 2)}</div>{{ end }}
`;

const CONTRIBUTOR = `{{ define "head" }}<meta property="og:type" content="profile">{{ end }}
{{ define "main" }}<div class="front river"><header class="page-head contributor"><div><h1 dir="auto">{{ .Title }}</h1><div class="biography">{{ .Content }}</div></div></header>
<h2 class="list-title">Stories by {{ .Title }}</h2>
${pages(12, 3)}</div>{{ end }}
`;

const TOPIC = `{{ define "main" }}<div class="front river"><header class="page-head"><p class="kicker">Topic</p><h1 dir="auto">{{ .Title }}</h1></header>
${pages(12, 2)}</div>{{ end }}
`;

/** Links to what is in a time, with counts. */
function calendar(heading: string, items: string): string {
  return `{{ define "main" }}<div class="front archive"><header class="page-head"><h1>${heading}</h1></header><ul class="calendar">${items}</ul></div>{{ end }}
`;
}

const COUNTED = '<a href="{{ .Page.RelPermalink }}">';

const ARCHIVE = calendar(
  'Archive',
  `{{ range $year, $stories := site.Taxonomies.years }}<li>${COUNTED}{{ $year }}</a> {{ len $stories }}</li>{{ end }}`,
);

const YEAR = calendar(
  '{{ .Title }}',
  `{{ $year := .Title }}{{ range seq 12 }}{{ with index site.Taxonomies.months (printf "%s/%02d" $year .) }}<li>${COUNTED}{{ (index . 0).Date.Format "January 2006" }}</a> {{ len . }}</li>{{ end }}{{ end }}`,
);

const MONTH = calendar(
  '{{ (index .Pages 0).Date.Format "January 2006" }}',
  `{{ $month := .Data.Term }}{{ range seq 31 }}{{ with index site.Taxonomies.days (printf "%s/%02d" $month .) }}<li>${COUNTED}{{ (index . 0).Date.Format "2 January 2006" }}</a> {{ len . }}</li>{{ end }}{{ end }}`,
);

const DAY = `{{ define "main" }}{{ $stories := .Pages }}<div class="front archive"><header class="page-head"><h1>{{ (index $stories 0).Date.Format "2 January 2006" }}</h1></header>
<section class="earlier"><ul>{{ range $stories }}${HEADLINE}{{ end }}</ul></section></div>{{ end }}
`;

const HOME = `{{ define "head" }}<meta property="og:type" content="website"><script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "WebSite" "name" site.Title "url" site.BaseURL "inLanguage" "en-GB" | jsonify | safeJS }}</script>{{ end }}
{{ define "main" }}<div class="front home">{{ $newest := first 37 site.RegularPages }}{{ range first 1 $newest }}${card(2, 'card lead')}{{ end }}
{{ $stories := after 1 $newest }}${listing(12, 2)}</div>{{ end }}
`;

const NOT_FOUND = `{{ define "main" }}<div class="story ordinary"><header class="story-head"><h1 class="headline">Page not found</h1></header><div class="story-body"><p>There is no page at this address. It may have moved, or the link may be wrong.</p><p><a href="/">Home</a></p></div></div>{{ end }}
`;

const RFC_822 = '.Date.UTC.Format "Mon, 02 Jan 2006 15:04:05 GMT"';

const XML = '{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}';
const SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** The newest stories of a list, or of the site. */
const NEWEST = '{{ $stories := first 20 (cond .IsHome site.RegularPages .Pages) }}';
const LIST_TITLE = '{{ if not .IsHome }}{{ .Title }} – {{ end }}{{ site.Title }}';

/** The text of a story in a feed: an address that leads to a part of it is whole. */
const CONTENT =
  'printf "<p><em>%s</em></p>%s" (htmlEscape .Description) (replace .Content "href=\\"#" (printf "href=\\"%s#" .Permalink))';
const CDATA = `{{ printf "<![CDATA[%s]]>" (${CONTENT}) | safeHTML }}`;

const RSS = `${XML}
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
${NEWEST}<title>${LIST_TITLE}</title><link>{{ .Permalink }}</link><description>{{ site.Title }}</description><language>en-GB</language>{{ range first 1 $stories }}<lastBuildDate>{{ ${RFC_822} }}</lastBuildDate>{{ end }}<generator>Hugo</generator><atom:link href="{{ .Permalink }}feed.xml" rel="self" type="application/rss+xml"/>
{{ range $stories }}{{ partialCached "item.rss.xml" . .RelPermalink }}{{ end }}</channel></rss>
`;

const RSS_ITEM = `<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid isPermaLink="true">{{ .Permalink }}</guid><pubDate>{{ ${RFC_822} }}</pubDate>
${PEOPLE}<dc:creator>{{ .Title }}</dc:creator>{{ end }}{{ end }}<category>{{ .CurrentSection.Title }}</category>{{ range .Params.topics }}<category>{{ . }}</category>{{ end }}
<description>{{ .Description }}</description><content:encoded>${CDATA}</content:encoded></item>
`;

const ATOM = `${XML}
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en-GB">
${NEWEST}<id>{{ .Permalink }}</id><title>${LIST_TITLE}</title><subtitle>{{ site.Title }}</subtitle>{{ range first 1 $stories }}<updated>{{ ${ISO} }}</updated>{{ end }}<link rel="alternate" type="text/html" href="{{ .Permalink }}"/><link rel="self" type="application/atom+xml" href="{{ .Permalink }}atom.xml"/><author><name>{{ site.Title }}</name></author><generator>Hugo</generator>
{{ range $stories }}{{ partialCached "item.atom.xml" . .RelPermalink }}{{ end }}</feed>
`;

const ATOM_ENTRY = `<entry><id>{{ .Permalink }}</id><title>{{ .Title }}</title><link rel="alternate" type="text/html" href="{{ .Permalink }}"/><published>{{ ${ISO} }}</published><updated>{{ ${ISO} }}</updated>
${PEOPLE}<author><name>{{ .Title }}</name><uri>{{ .Permalink }}</uri></author>{{ end }}{{ end }}<category term="{{ .CurrentSection.Title }}"/>{{ range .Params.topics }}<category term="{{ . }}"/>{{ end }}
<summary>{{ .Description }}</summary><content type="html">${CDATA}</content></entry>
`;

const JSON_FEED = `${NEWEST}{"version":"https://jsonfeed.org/version/1.1","title":{{ (printf "%s%s" (cond .IsHome "" (printf "%s – " .Title)) site.Title) | jsonify }},"home_page_url":{{ .Permalink | jsonify }},"feed_url":{{ printf "%sfeed.json" .Permalink | jsonify }},"description":{{ site.Title | jsonify }},"authors":[{"name":{{ site.Title | jsonify }}}],"language":"en-GB","items":[
{{ range $index, $story := $stories }}{{ if $index }},
{{ end }}{{ partialCached "item.jsonfeed.json" . .RelPermalink }}{{ end }}
]}
`;

const JSON_FEED_ITEM = `{{ $authors := slice }}${PEOPLE}{{ $authors = $authors | append (dict "name" .Title "url" .Permalink) }}{{ end }}{{ end }}{{ dict "id" .Permalink "url" .Permalink "title" .Title "content_html" (${CONTENT}) "summary" .Description "date_published" (${ISO}) "date_modified" (${ISO}) "authors" $authors "tags" (append .Params.topics (slice .CurrentSection.Title)) | jsonify (dict "noHTMLEscape" true) }}`;

const SITEMAP_INDEX = `${XML}
<sitemapindex ${SITEMAPS}>
<sitemap><loc>{{ "sitemaps/pages.xml" | absURL }}</loc></sitemap>
{{ range $month, $stories := site.Taxonomies.months }}<sitemap><loc>{{ .Page.Permalink }}sitemap.xml</loc></sitemap>
{{ end }}</sitemapindex>
`;

const PAGES_MAP = `${XML}
<urlset ${SITEMAPS}>
<url><loc>{{ site.BaseURL }}</loc></url>
{{ range site.Sections }}<url><loc>{{ .Permalink }}</loc></url>
{{ end }}{{ range site.Taxonomies.contributors }}<url><loc>{{ .Page.Permalink }}</loc></url>
{{ end }}{{ range site.Taxonomies.topics }}<url><loc>{{ .Page.Permalink }}</loc></url>
{{ end }}</urlset>
`;

const MONTH_MAP = `${XML}
<urlset ${SITEMAPS}>
{{ range .Pages }}<url><loc>{{ .Permalink }}</loc><lastmod>{{ .Lastmod.Format "2006-01-02T15:04:05-07:00" }}</lastmod></url>
{{ end }}</urlset>
`;
