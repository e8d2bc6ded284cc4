/* What a page shows, as `Sight` in `journey.ts` says, in JSON. ES3 but for JSON, as engines of 2009 read it. */
// biome-ignore-all lint/complexity/useArrowFunction: not in ES3.
// biome-ignore-all lint/complexity/useOptionalChain: not in ES3.
// biome-ignore-all lint/suspicious/noVar: not in ES3.
(function () {
  var page = document.documentElement;
  var element = document.getElementById('unsupported-browser-banner');
  var sight = {
    address: location.href,
    language: page.lang,
    userAgent: navigator.userAgent,
    cookies: document.cookie,
    hasStorage: hasStorage(),
    focus: focus(),
  };
  if (element) sight.banner = banner();
  return JSON.stringify(sight);

  function hasStorage() {
    try {
      localStorage.getItem('any');
      return true;
    } catch (_) {
      return false;
    }
  }

  function banner() {
    var link = element.getElementsByTagName('a')[0];
    var button = element.getElementsByTagName('button')[0];
    var box = element.getBoundingClientRect();
    var place = button && button.getBoundingClientRect();
    var style = getComputedStyle(element, null);
    return {
      role: element.getAttribute('role') || '',
      label: element.getAttribute('aria-label') || '',
      language: element.lang,
      direction: style.direction,
      background: style.backgroundColor,
      text: element.textContent,
      left: box.left,
      top: box.top,
      width: box.width,
      height: box.height,
      windowWidth: page.clientWidth,
      isSeen: style.visibility === 'visible' && Number(style.opacity) === 1 && liesOnTop(box),
      link: link ? link.href : '',
      linkText: link ? link.textContent : '',
      buttonType: button ? button.getAttribute('type') || '' : '',
      buttonText: button ? button.textContent : '',
      buttonX: place ? place.left + place.width / 2 : 0,
      buttonY: place ? place.top + place.height / 2 : 0,
    };
  }

  function liesOnTop(box) {
    var top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return top === element || isIn(top, element);
  }

  function focus() {
    var active = document.activeElement;
    var tag = active ? active.tagName.toLowerCase() : '';
    if (isIn(active, element)) {
      if (tag === 'a') return 'link of the banner';
      if (tag === 'button') return 'button of the banner';
    }
    return tag === 'main' ? 'main' : 'elsewhere';
  }

  function isIn(node, outer) {
    for (; node && outer; node = node.parentNode) if (node.parentNode === outer) return true;
    return false;
  }
})();
