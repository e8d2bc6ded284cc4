import { describe, expect, it } from 'vitest';
import { nameForHosts } from '../../../src/domain/site/host-files.ts';

describe('a name that hosts obey', () => {
  it.each([
    ['/.htaccess', '.htaccess'],
    ['/a/b/.htaccess', '.htaccess'],
    ['/.HTACCESS', '.HTACCESS'],
    ['/.user.ini', '.user.ini'],
    ['/.nojekyll', '.nojekyll'],
    ['/.git/config', '.git'],
    ['/GIT~1/config', 'GIT~1'],
    ['/.g\u200cit/config', '.g\u200cit'],
    ['/.env/', '.env'],
    ['/a/.hidden/b.html', '.hidden'],
    ['/.well-known/.htaccess', '.htaccess'],
    ['/a/.well-known/b', '.well-known'],
    ['/web.config', 'web.config'],
    ['/a/Web.Config', 'Web.Config'],
    ['/web.config.', 'web.config.'],
    ['/web.config . ', 'web.config . '],
    ['/web.config::$DATA', 'web.config::$DATA'],
    ['/ .htaccess', ' .htaccess'],
    ['/web.config/', 'web.config'],
    ['/php.ini', 'php.ini'],
    ['/_worker.js', '_worker.js'],
    ['/_worker.js/index.js', '_worker.js'],
    ['/_headers', '_headers'],
    ['/a/_redirects', '_redirects'],
    ['/_routes.json', '_routes.json'],
    ['/_anything/', '_anything'],
    ['/vercel.json', 'vercel.json'],
    ['/netlify.toml', 'netlify.toml'],
    ['/staticwebapp.config.json', 'staticwebapp.config.json'],
    ['/firebase.json', 'firebase.json'],
    ['/sw.js', 'sw.js'],
    ['/\u017fw.js', '\u017fw.js'],
    ['/a/service-worker.js', 'service-worker.js'],
    ['/CNAME', 'CNAME'],
    ['/cname/', 'cname'],
    ['/200.html', '200.html'],
    ['/ads.txt', 'ads.txt'],
    ['/package.json', 'package.json'],
  ])('is found in %j', (path, name) => {
    expect(nameForHosts(path)).toBe(name);
  });

  it.each([
    '/',
    '/news/',
    '/2026/11/23/harbour-bridge-closes/',
    '/old/story.php',
    '/a/_old/b.html',
    '/topics/cname/',
    '/a/200.html',
    '/media/routes.json',
    '/.well-known/security.txt',
    '/.Well-Known/a/',
    '/北京/café.html',
    '/swim.js/',
    '/web.config.html',
    '/a.b/~c/',
  ])('is none in %j', (path) => {
    expect(nameForHosts(path)).toBeUndefined();
  });
});
