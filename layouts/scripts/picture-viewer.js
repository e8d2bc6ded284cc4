// For readers: opens the pictures of a gallery, and figures that ask for it, over the whole window, one beside the other. It runs in
// every browser that has dialogs; without it they stand in the page.
(() => {
  const { stylesheet, words: json } = document.currentScript.dataset;
  const figures = Array.from(document.querySelectorAll('.gallery figure, figure.zoom'));
  if (!window.HTMLDialogElement || figures.length === 0) return;
  const words = JSON.parse(json);

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const key of Object.keys(attributes)) element.setAttribute(key, attributes[key]);
    element.append(...children);
    return element;
  };
  const button = (name, className) =>
    make('button', { type: 'button', class: className, 'aria-label': name, title: name });

  // The pictures of a gallery open together, another one alone.
  const setOf = (figure) => {
    const gallery = figure.closest('.gallery');
    return gallery ? figures.filter((other) => gallery.contains(other)) : [figure];
  };

  const slideOf = (figure) => {
    const shown = figure.querySelector('picture, img').cloneNode(true);
    for (const source of shown.querySelectorAll('source')) source.sizes = '100vw';
    const caption = figure.querySelector('figcaption');
    const slide = make('figure', { class: 'viewer-slide' }, make('div', { class: 'viewer-picture' }, shown));
    if (caption) slide.append(caption.cloneNode(true));
    for (const named of slide.querySelectorAll('[id]')) named.removeAttribute('id');
    return slide;
  };

  const open = (figure) => {
    enhanceAll();
    const numbers = new Intl.NumberFormat(document.documentElement.lang || undefined);
    const set = setOf(figure);
    const slides = set.map(slideOf);
    const place = make('p', { class: 'viewer-place', role: 'status' });
    const [previous, next] = [button(words.previous, 'viewer-previous'), button(words.next, 'viewer-next')];
    const [zoom, close] = [button(words.zoom, 'viewer-zoom'), button(words.close, 'viewer-close')];
    const track = make('div', { class: 'viewer-track', tabindex: '0' }, ...slides);
    const steps = set.length > 1 ? [previous, next] : [];
    const bar = make('div', { class: 'viewer-bar' }, place, ...steps, zoom, close);
    const dialog = make('dialog', { class: 'viewer', 'aria-label': words.open }, bar, track);
    let current = -1;
    // Which picture the track moves to by itself; what it passes on the way is not shown.
    let heading;

    const setZoom = (isZoomed) => {
      zoom.setAttribute('aria-pressed', String(isZoomed));
      for (const slide of slides) slide.classList.toggle('is-zoomed', isZoomed && slide === slides[current]);
      const picture = slides[current].firstChild;
      for (const source of picture.querySelectorAll('source')) source.sizes = isZoomed ? '250vw' : '100vw';
      if (isZoomed)
        picture.scrollTo(
          (picture.scrollWidth - picture.clientWidth) / 2,
          (picture.scrollHeight - picture.clientHeight) / 2
        );
    };
    const show = (index) => {
      if (index === current) return;
      current = index;
      slides.forEach((slide, other) => {
        slide.inert = other !== index;
        if (Math.abs(other - index) < 2) slide.querySelector('img').loading = 'eager';
      });
      const values = { number: numbers.format(index + 1), count: numbers.format(set.length) };
      if (set.length > 1) place.textContent = words.place.replace(/\{(\w+)\}/g, (_, name) => values[name]);
      // One that is disabled would lose the focus, and with it the keys.
      previous.setAttribute('aria-disabled', String(index === 0));
      next.setAttribute('aria-disabled', String(index === set.length - 1));
      setZoom(false);
    };
    const goTo = (index, behavior) => {
      if (!slides[index]) return;
      heading = index;
      slides[index].scrollIntoView({ behavior, block: 'nearest', inline: 'start' });
      show(index);
    };
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const step = (by) => goTo(current + by, isCalm ? 'auto' : 'smooth');

    previous.addEventListener('click', () => step(-1));
    next.addEventListener('click', () => step(1));
    zoom.addEventListener('click', () => setZoom(zoom.getAttribute('aria-pressed') !== 'true'));
    close.addEventListener('click', () => dialog.close());
    let timer;
    // From right to left the numbers are negative.
    const position = () => Math.abs(track.scrollLeft) / track.clientWidth;
    const settle = () => {
      if (heading === undefined) return show(Math.round(position()));
      // It stands still before it is there: somebody holds it, or it is slow.
      heading = undefined;
      timer = setTimeout(settle, 1000);
    };
    track.addEventListener('scroll', () => {
      if (Math.abs(position() - heading) < 0.05) heading = undefined;
      clearTimeout(timer);
      timer = setTimeout(settle, 120);
    });
    track.addEventListener('click', ({ target }) => target.matches('img') && zoom.click());
    dialog.addEventListener('keydown', (event) => {
      const isZoomed = zoom.getAttribute('aria-pressed') === 'true';
      const forward = getComputedStyle(dialog).direction === 'rtl' ? -1 : 1;
      const target = {
        ArrowLeft: current - forward,
        ArrowRight: current + forward,
        Home: 0,
        End: set.length - 1
      }[event.key];
      if (target === undefined || isZoomed || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      goTo(target, isCalm ? 'auto' : 'smooth');
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      openers.get(set[current]).focus();
    });

    close.autofocus = true;
    document.body.append(dialog);
    dialog.showModal();
    goTo(set.indexOf(figure), 'auto');
  };

  const openers = new Map();
  const enhance = (figure) => {
    const picture = figure.querySelector('picture, img');
    let opener = picture.closest('a');
    if (!opener) {
      const { alt } = figure.querySelector('img');
      opener = button(alt ? `${words.open}: ${alt}` : words.open, 'viewer-open');
      opener.removeAttribute('title');
      picture.replaceWith(opener);
      opener.append(picture);
    }
    opener.setAttribute('aria-haspopup', 'dialog');
    opener.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(figure);
    });
    openers.set(figure, opener);
  };

  // One at a time, when nothing else is to be done: a page of forty would stand still for its reader otherwise.
  const waiting = figures.filter((figure) => figure.querySelector('img'));
  const enhanceAll = () => waiting.splice(0).forEach(enhance);
  const whenIdle = window.requestIdleCallback
    ? (act) => window.requestIdleCallback(act, { timeout: 1000 })
    : (act) => setTimeout(act, 1);
  const enhanceNext = () => {
    if (waiting.length === 0) return;
    enhance(waiting.shift());
    whenIdle(enhanceNext);
  };

  const styles = make('link', { rel: 'stylesheet', href: stylesheet });
  // Nothing moves when the pictures become buttons, for those have their looks by then.
  styles.addEventListener('load', enhanceNext);
  whenIdle(() => document.head.append(styles));
})();
