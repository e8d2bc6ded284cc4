// For readers of a live blog: puts its posts in the order that they like, and tells them of new ones. It runs in every
// browser that the site supports; without it the newest stand first, and a link loads the page again.
(() => {
  const SECOND = 1000;
  const SOONEST = 30 * SECOND;
  const LATEST = 300 * SECOND;

  // A notice that the story was updated is called so, too.
  const all = () => Array.from(document.querySelectorAll('.update:not(.notice)'));

  // A day stands above its posts, whichever comes first.
  const turned = (lines) => {
    const days = [];
    for (const line of lines) {
      if (line.matches('.header-day') || days.length === 0) days.push([]);
      days[days.length - 1].push(line);
    }
    return days.reverse().reduce((all, day) => {
      const head = day[0].matches('.header-day') ? [day.shift()] : [];
      return all.concat(head, day.reverse());
    }, []);
  };

  const bar = document.querySelector('.live-order');
  if (bar) {
    const buttons = Array.from(bar.querySelectorAll('button'));
    for (const button of buttons) {
      button.addEventListener('click', () => {
        if (button.getAttribute('aria-pressed') === 'true') return;
        for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
        const lines = Array.from(document.querySelectorAll('.header-day, .update:not(.pinned):not(.notice)'));
        const next = lines[lines.length - 1].nextSibling;
        for (const line of turned(lines)) line.parentNode.insertBefore(line, next);
      });
    }
    bar.hidden = false;
  }

  const news = document.querySelector('.live-news');
  if (!news || !window.fetch) return;
  const forms = JSON.parse(news.getAttribute('data-forms'));
  const language = news.getAttribute('lang') || undefined;
  const known = new Set(all().map(({ id }) => id));
  let told = 0;
  let wait = SOONEST;
  let asked = Date.now();
  let timer;

  const later = () => {
    clearTimeout(timer);
    // Nobody looks at a page in the background; its reader is told on coming back.
    if (!document.hidden) timer = setTimeout(ask, wait);
  };

  const ask = () => {
    asked = Date.now();
    fetch(news.getAttribute('data-updates'), { cache: 'no-cache' })
      .then((response) => {
        // The file is taken away when the coverage ends, maybe with a last post.
        if (response.status === 404 || response.status === 410) return say(news.getAttribute('data-reload'), '');
        if (!response.ok) throw new Error(String(response.status));
        return response.json().then(tell);
      })
      .catch(() => {
        wait = Math.min(wait * 2, 2 * LATEST);
        later();
      });
  };

  const tell = ({ updates }) => {
    const fresh = updates.filter((id) => !known.has(id));
    if (fresh.length === told) {
      wait = Math.min(wait * 1.5, LATEST);
    } else {
      told = fresh.length;
      wait = SOONEST;
      const form = forms[new Intl.PluralRules(language).select(told)] || forms.other;
      const count = new Intl.NumberFormat(language).format(told);
      if (told > 0) say(form.replace('{count}', count), fresh[fresh.length - 1]);
      else news.textContent = '';
    }
    later();
  };

  const say = (text, id) => {
    const link = document.createElement('a');
    link.href = `${location.pathname}${location.search}${id && `#${id}`}`;
    link.textContent = text;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      if (id) history.replaceState(null, '', link.href);
      location.reload();
    });
    news.textContent = '';
    news.appendChild(link);
  };

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) clearTimeout(timer);
    else if (Date.now() - asked >= SOONEST) ask();
    else later();
  });
  later();
})();
