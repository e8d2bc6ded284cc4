import { join } from 'node:path';
import type { Corpus } from './corpus.ts';
import { titleOf, write } from './write-newsroom.ts';

/**
 * Writes a corpus as a site of Hugo 0.111, with layouts of the same shape as Broadsheet's and the same pages: stories, home,
 * sections, contributors, topics, not found, one feed of fifty full texts, a sitemap.
 */
export function writeHugoSite(corpus: Corpus, folder: string, stylesheet: string): void {
  write(join(folder, 'config.yaml'), CONFIGURATION);
  write(join(folder, 'static/assets/site.css'), stylesheet);
  for (const [name, layout] of Object.entries(LAYOUTS)) {
    write(join(folder, 'layouts', name), layout.replace('NAVIGATION', navigationOf(corpus)));
  }
  for (const section of corpus.sections) {
    write(join(folder, 'content', section, '_index.md'), `---\ntitle: ${titleOf(section)}\n---\n`);
  }
  for (const { name, biography, id } of corpus.contributors) {
    write(join(folder, 'content/contributors', id, '_index.md'), `---\ntitle: ${name}\n---\n${biography}\n`);
  }
  for (const story of corpus.stories) {
    const { year, month, day, time } = story.date;
    const frontMatter = [
      `title: ${story.headline}`,
      `description: ${story.dek}`,
      `contributors: [${story.contributors.map(({ id }) => id).join(', ')}]`,
      `date: ${year}-${month}-${day}T${time}:00Z`,
      `topics: [${story.topics.join(', ')}]`,
      `url: /${year}/${month}/${day}/${story.slug}/`,
    ];
    write(
      join(folder, 'content', story.section, `${story.slug}.md`),
      `---\n${frontMatter.join('\n')}\n---\n${story.body}`,
    );
  }
}

function navigationOf({ sections }: Corpus): string {
  return sections.map((id) => `<li><a href="/${id}/">${titleOf(id)}</a></li>`).join('');
}

const CONFIGURATION = `baseURL: https://bench.example/
title: The Bench
languageCode: en-GB
timeZone: UTC
taxonomies: { contributor: contributors, topic: topics }
outputs: { home: [HTML, RSS], section: [HTML], taxonomy: [], term: [HTML] }
outputFormats: { RSS: { baseName: feed } }
markup: { goldmark: { extensions: { typographer: true, footnote: true } } }
`;

const TIME =
  '<time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2 January 2006 at 15:04 MST" }}</time>';

const BASE = `<!doctype html>
<html lang="en-GB" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ site.Title }}</title>{{ with .Description }}<meta name="description" content="{{ . }}">{{ end }}
<link rel="canonical" href="{{ .Permalink }}"><meta name="robots" content="max-image-preview:large"><meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/assets/site.css"><link rel="alternate" type="application/rss+xml" title="RSS feed" href="/feed.xml">
<meta property="og:site_name" content="{{ site.Title }}"><meta property="og:title" content="{{ .Title }}">
<meta property="og:description" content="{{ .Description }}"><meta property="og:url" content="{{ .Permalink }}"><meta property="og:locale" content="en_GB">
{{ block "head" . }}<meta property="og:type" content="website">{{ end }}</head>
<body><a class="skip-link" href="#content">Skip to content</a>
<header class="site-header"><p class="nameplate"><a href="/">{{ site.Title }}</a></p>
<nav class="sections" aria-label="Sections"><ul>NAVIGATION</ul></nav></header>
<main id="content" tabindex="-1">{{ block "main" . }}{{ end }}</main>
<footer class="site-footer"><p class="publisher">{{ site.Title }}</p><ul><li><a href="/feed.xml">RSS feed</a></li></ul></footer></body></html>
`;

const SINGLE = `{{ define "head" }}<meta property="og:type" content="article">
<meta property="article:published_time" content="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">
{{ $section := .CurrentSection.Title }}<meta property="article:section" content="{{ $section }}">
{{ $authors := slice }}{{ range .GetTerms "contributors" }}<meta property="article:author" content="{{ .Permalink }}">{{ $authors = $authors | append (dict "@type" "Person" "name" .Title "url" .Permalink) }}{{ end }}
{{ $topics := slice }}{{ range .GetTerms "topics" }}<meta property="article:tag" content="{{ .Title }}">{{ $topics = $topics | append .Title }}{{ end }}
<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "NewsArticle" "mainEntityOfPage" .Permalink "url" .Permalink "headline" .Title "description" .Description "datePublished" (.Date.Format "2006-01-02T15:04:05Z07:00") "dateModified" (.Lastmod.Format "2006-01-02T15:04:05Z07:00") "author" $authors "publisher" (dict "@type" "NewsMediaOrganization" "name" site.Title) "articleSection" $section "keywords" $topics "inLanguage" "en-GB" "isAccessibleForFree" true "wordCount" .WordCount | jsonify | safeJS }}</script>{{ end }}
{{ define "main" }}<article class="story"><header class="story-head">
<p class="header-kicker"><a href="{{ .CurrentSection.RelPermalink }}">{{ .CurrentSection.Title }}</a></p><h1 class="headline">{{ .Title }}</h1><p class="dek">{{ .Description }}</p>
<p class="byline">By {{ range $index, $one := .GetTerms "contributors" }}{{ if $index }} and {{ end }}<a href="{{ $one.RelPermalink }}" rel="author">{{ $one.Title }}</a>{{ end }}</p>
<p class="header-times">Published ${TIME}</p></header>{{ .Content }}</article>
<footer class="topics"><h2>Topics</h2><ul>{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></footer>{{ end }}
`;

const CARD = `<article class="card" lang="en-GB" dir="ltr"><div class="card-text"><p class="kicker">{{ .CurrentSection.Title }}</p><h2 class="card-headline"><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p class="dek">{{ .Description }}</p><p class="time">${TIME}</p></div></article>`;
const ITEM = `<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> ${TIME}</li>`;

const LIST = `{{ define "main" }}<div class="front"><header class="page-head"><h1>{{ .Title }}</h1>{{ .Content }}</header>
{{ $stories := .RegularPages.ByDate.Reverse }}<div class="cards">{{ range first 12 $stories }}{{ partial "card.html" . }}{{ end }}</div>
<section class="earlier"><h2>Earlier stories</h2><ul>{{ range after 12 $stories }}${ITEM}{{ end }}</ul></section></div>{{ end }}
`;

const HOME = `{{ define "main" }}<div class="front home">{{ $stories := site.RegularPages.ByDate.Reverse }}
<div class="cards">{{ range first 13 $stories }}{{ partial "card.html" . }}{{ end }}</div>
<section class="earlier"><h2>Earlier stories</h2><ul>{{ range first 24 (after 13 $stories) }}${ITEM}{{ end }}</ul></section></div>{{ end }}
`;

const FEED = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>{{ site.Title }}</title><link>{{ site.BaseURL }}</link>
{{ range first 50 site.RegularPages.ByDate.Reverse }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 MST" }}</pubDate>
{{ range .GetTerms "contributors" }}<dc:creator>{{ .Title }}</dc:creator>{{ end }}<description>{{ .Description }}</description><content:encoded>{{ .Content | html }}</content:encoded></item>{{ end }}</channel></rss>
`;

const LAYOUTS: Readonly<Record<string, string>> = {
  '_default/baseof.html': BASE,
  '_default/single.html': SINGLE,
  '_default/list.html': LIST,
  'index.html': HOME,
  'index.rss.xml': FEED,
  '404.html': '{{ define "main" }}<h1>Page not found</h1>{{ end }}\n',
  'partials/card.html': CARD,
};
