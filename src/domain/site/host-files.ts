import { withoutInvisible } from '../invisible.ts';

/** Files that a host, a browser or a crawler obeys, in whatever folder they lie. In lower case. */
const OBEYED: ReadonlySet<string> = new Set([
  // Web servers: IIS, PHP. (Those of Apache begin with a dot.)
  ...['web.config', 'php.ini', 'php5.ini', 'php7.ini', 'php8.ini', 'user.ini'],
  // Hosts of sites: Cloudflare Pages, Netlify, Vercel, Azure Static Web Apps, Firebase, GitHub Pages.
  ...['_headers', '_redirects', '_routes.json', '_worker.js', '_config.yml', '_config.yaml'],
  ...['netlify.toml', 'vercel.json', 'staticwebapp.config.json', 'firebase.json'],
  ...['wrangler.toml', 'wrangler.json', 'wrangler.jsonc'],
  // Service workers, which stand between readers and all pages from then on.
  ...['sw.js', 'service-worker.js', 'service_worker.js', 'serviceworker.js'],
  ...['firebase-messaging-sw.js', 'onesignalsdkworker.js', 'onesignalsdkupdaterworker.js'],
]);

/** Likewise of files that are obeyed in the root of a site only, where folders of other pages may well have such a name. */
const OBEYED_AT_ROOT: ReadonlySet<string> = new Set([
  ...[
    'cname',
    '200.html',
    'now.json',
    'routes.json',
    'static.json',
    'app.json',
    'app.yaml',
    'app.yml',
    'apphosting.yaml',
  ],
  ...['render.yaml', 'fly.toml', 'amplify.yml', 'customhttp.yml', 'buildspec.yml', 'procfile', 'dockerfile'],
  ...['package.json', 'composer.json', 'ads.txt', 'app-ads.txt', 'sellers.json', 'security.txt'],
  ...['crossdomain.xml', 'clientaccesspolicy.xml', 'apple-app-site-association'],
]);

/** What `.git` is called on Windows as well. */
const SHORT_NAME = /^git~\d+$/;

/** The one folder with a dot that is meant for readers of the site (RFC 8615). */
const WELL_KNOWN = '.well-known';

/**
 * The name in a path of the site that must not come of what a text says, since hosts, browsers or crawlers obey a file of that name:
 * one of the lists above, one that begins with a dot unless it is below `/.well-known/`, one in the root that begins with `_`. Names
 * are compared as file systems do that tell them apart least. Only a file of `content/public/` may have such a name, for it is put
 * there on purpose.
 *
 * @param path Not percent-encoded.
 */
export function nameForHosts(path: string): string | undefined {
  if (PLAIN.test(path)) {
    const [, first = ''] = path.split('/', 2);
    return OBEYED_AT_ROOT.has(first) ? first : undefined;
  }
  const names = path.split('/').filter((name) => name !== '');
  return names.find((name, depth) => isForHosts(asCompared(name), depth));
}

/** Nearly every address is one of these, of which only the first name may be obeyed. */
const PLAIN = /^(?:\/[a-z0-9-]+)*(?:\/|\.html)?$/;

function isForHosts(name: string, depth: number): boolean {
  if (name.startsWith('.')) return depth > 0 || name !== WELL_KNOWN;
  if (OBEYED.has(name) || SHORT_NAME.test(name)) return true;
  return depth === 0 && (name.startsWith('_') || OBEYED_AT_ROOT.has(name));
}

/**
 * A name without what some file systems pass over: capitals, marks that nobody sees (HFS+), and on Windows spaces and dots at the end
 * and the name of a stream behind `:`.
 */
function asCompared(name: string): string {
  const plain = withoutInvisible(name).normalize('NFC').toUpperCase().toLowerCase();
  return plain.replace(/(?<=.):.*$/s, '').replace(/^ +|(?<=[^. ])[. ]+$/g, '');
}
