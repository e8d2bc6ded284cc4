import { join } from 'node:path';
import { PROGRAM } from '../../disk/project.ts';
import { refusal, type Route } from '../server/route.ts';

/** The files of the desk that browsers load, and what they are; there are no others. */
const ASSETS: ReadonlyMap<string, string> = new Map([
  ['desk.css', 'text/css; charset=utf-8'],
  ...[
    'desk',
    'ask',
    'calendar',
    'elements',
    'new-story',
    'plan-dialogue',
    'problem-item',
    'problems',
    'publish',
    'rows',
    'search',
    'stories',
    'story',
    'times',
    'withdraw',
  ].map((name) => [`${name}.js`, 'text/javascript; charset=utf-8'] as const),
]);

const FOLDER = join(PROGRAM, 'src/preview/desk/client');
const ADDRESS = '/_desk/assets/';

/** `GET /_desk/assets/…`: the scripts and styles of the desk. */
export const DESK_ASSETS: Route = {
  method: 'GET',
  path: `${ADDRESS}*`,
  respond: ({ path }) => {
    const name = path.slice(ADDRESS.length);
    const type = ASSETS.get(name);
    return type === undefined
      ? refusal(404, 'The desk has no such file')
      : { type, body: { diskPath: join(FOLDER, name) } };
  },
};

/** `GET /_desk`: leads to the desk. */
export const DESK_REDIRECT: Route = {
  method: 'GET',
  path: '/_desk',
  respond: () => ({ status: 302, type: 'text/plain; charset=utf-8', body: '', headers: { location: '/_desk/' } }),
};

/** `GET /_desk/`: the page of the desk. All that it shows of the newsroom is asked for by its scripts. */
export const DESK_PAGE: Route = {
  method: 'GET',
  path: '/_desk/',
  respond: () => ({ type: 'text/html; charset=utf-8', body: PAGE }),
};

const MODULES = [...ASSETS.keys()].filter((name) => name.endsWith('.js'));

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>Desk</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${ADDRESS}desk.css">
${MODULES.map((name) => `<link rel="modulepreload" href="${ADDRESS}${name}">`).join('\n')}
<script type="module" src="${ADDRESS}desk.js"></script>
</head>
<body>
<button class="skip" type="button" id="skip">Skip to the content</button>
<header class="top">
<p class="brand"><a href="#/stories"><bdi id="title">Desk</bdi> <span class="brand-desk">Desk</span></a></p>
<nav class="views" aria-label="Desk">
<a href="#/stories">Stories</a>
<a href="#/calendar">Calendar</a>
<a href="#/problems">Problems <span class="count" id="problem-count" hidden></span></a>
</nav>
<p class="actions"><a class="quiet" id="site" href="/">View site</a> <a class="button primary" href="#/new">New story</a></p>
</header>
<div class="notice" id="notice" role="status"></div>
<main id="main" tabindex="-1"><noscript><p class="empty">The desk needs JavaScript.</p></noscript></main>
</body>
</html>
`;
