/*
 * The banner for readers whose browser is older than the site's baseline. Only such browsers load this file, so it is ES3,
 * as Internet Explorer 8 reads it, and expects nothing that it can do without. `SETTINGS` is put in when it is built.
 */
(() => {
  var settings = SETTINGS;
  var page = document.documentElement;
  var id = 'unsupported-browser-banner';

  // Crawlers, tests, archives and proxies are not readers.
  if (navigator.webdriver || new RegExp(settings.skip, 'i').test(navigator.userAgent)) return;
  page.className += ' unsupported-browser';
  if (!isDismissed()) whenRead(show);

  function whenRead(then) {
    if (document.body && (!document.readyState || /^[ci]|^loaded/.test(document.readyState))) then();
    else
      setTimeout(() => {
        whenRead(then);
      }, 50);
  }

  function show() {
    if (document.getElementById(id)) return;
    var language = nearestLanguage(page.lang || '') || settings.language;
    var words = settings.words[language];
    var banner = document.createElement('div');
    var text = document.createElement('p');
    var link = document.createElement('a');
    var button = document.createElement('button');

    banner.id = id;
    banner.setAttribute('role', 'region');
    banner.setAttribute('aria-label', words[3]);
    banner.setAttribute('data-nosnippet', '');
    banner.lang = language;
    banner.dir = /^(ar|fa|he|ur)/.test(language) ? 'rtl' : 'ltr';
    // As wide as the masthead around it, and where that is a grid, in a row before its first one: nothing in it moves to another.
    banner.style.cssText =
      'flex:100%;grid-area:-2/1/-1/-1;padding:12px 16px;border-bottom:3px solid #7a4b00;background:#fff3cd;color:#1b1a17;font:16px/1.5 sans-serif;text-align:' +
      (banner.dir === 'rtl' ? 'right' : 'left');
    text.style.cssText = 'margin:0 0 8px';
    link.href = settings.update;
    link.style.cssText = 'color:#0b3d5c;text-decoration:underline';
    link.appendChild(document.createTextNode(words[1]));
    text.appendChild(document.createTextNode(words[0] + ' '));
    text.appendChild(link);
    button.setAttribute('type', 'button');
    button.style.cssText =
      'padding:6px 14px;border:2px solid;background:#fff;color:#1b1a17;font:inherit;cursor:pointer';
    button.appendChild(document.createTextNode(words[2]));
    button.onclick = () => {
      var content = document.getElementById('content');
      remember();
      banner.parentNode.removeChild(banner);
      if (content) content.focus();
    };
    banner.appendChild(text);
    banner.appendChild(button);
    insert(banner);
  }

  // After the link that skips to the content, which stays the first stop of the keyboard.
  function insert(banner) {
    var first = document.getElementsByTagName('a')[0];
    if (first && /\bskip-link\b/.test(first.className)) first.parentNode.insertBefore(banner, first.nextSibling);
    else document.body.insertBefore(banner, document.body.firstChild);
  }

  function nearestLanguage(language) {
    var parts = language.toLowerCase().split('-');
    for (; parts.length; parts.pop()) if (settings.words.hasOwnProperty(parts.join('-'))) return parts.join('-');
  }

  function isDismissed() {
    try {
      if (localStorage.getItem(settings.key) > +new Date()) return true;
    } catch (_) {}
    return document.cookie.indexOf(settings.key + '=1') >= 0;
  }

  function remember() {
    var end = +new Date() + settings.days * 864e5;
    try {
      localStorage.setItem(settings.key, String(end));
      if (localStorage.getItem(settings.key)) return;
    } catch (_) {}
    document.cookie = settings.key + '=1;path=' + settings.path + ';expires=' + new Date(end).toUTCString();
  }
})();
