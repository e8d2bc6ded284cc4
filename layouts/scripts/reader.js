// For readers of any page: hands a story on, and makes paper say when it was printed. It is loaded when a reader first does something, see
// `src/assets/loader.ts`, and runs in every browser that the site supports; without it nothing is missing from a page.
(() => {
  const language = document.documentElement.lang || undefined;
  const link = document.querySelector('link[rel=canonical]');
  const address = link ? link.href : location.href;

  const show = (button, act) => {
    button.hidden = false;
    button.parentNode.hidden = false;
    button.addEventListener('click', act);
  };

  const sheet = document.querySelector('.share-sheet');
  if (sheet && navigator.share) {
    show(sheet, () => {
      const title = document.querySelector('h1.headline');
      // Who closes the sheet has not shared anything, and that is no fault.
      navigator.share({ title: title ? title.textContent : document.title, url: address }).catch(() => {});
    });
  }

  const copy = document.querySelector('.share-copy');
  if (copy && navigator.clipboard) {
    const text = copy.textContent;
    copy.setAttribute('aria-live', 'polite');
    show(copy, () => {
      navigator.clipboard
        .writeText(address)
        .then(() => {
          copy.textContent = copy.getAttribute('data-copied');
          setTimeout(() => {
            copy.textContent = text;
          }, 4000);
        })
        .catch(() => {});
    });
  }

  let opened = [];
  addEventListener('beforeprint', () => {
    const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
    if (link) link.setAttribute('data-printed', format.format(new Date()));
    opened = Array.from(document.querySelectorAll('details:not([open])'));
    for (const one of opened) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
  });
})();
