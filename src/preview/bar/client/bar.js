// Runs on each page of a preview, right behind the bar. Without it the bar and the overlay are there, and stay where they are.
(() => {
  const FOLDED = 'broadsheet-bar-folded';
  const CLOSED = 'broadsheet-overlay-closed';
  const host = document.getElementById('broadsheet-bar');
  const root = host?.shadowRoot;
  const status = (root ?? document).querySelector('.status');
  if (host && root) enhanceBar(host, root);
  // A page that says what is wrong, and nothing else.
  else makeButtons(document);
  document.addEventListener('DOMContentLoaded', enhanceOverlay);

  /** @param {HTMLElement} host @param {ShadowRoot} root */
  function enhanceBar(host, root) {
    // Out of the body, whose first child, grid and rows are the page's.
    document.documentElement.insertBefore(host, document.body);
    makeFoldable(host, root);
    closeMenus(host, root);
    makeButtons(root);
  }

  /** @param {HTMLElement} host @param {ShadowRoot} root */
  function makeFoldable(host, root) {
    const fold = makeButton('×', 'Hide the preview bar');
    const unfold = makeButton('Preview', 'Show the preview bar');
    unfold.className = `unfold ${root.querySelector('.bar')?.className.replace('bar ', '')}`;
    unfold.prepend(root.querySelector('.dot')?.cloneNode() ?? '');
    root.querySelector('.fold')?.append(fold);
    /** @param {boolean} isFolded */
    const show = (isFolded) => {
      host.toggleAttribute('data-folded', isFolded);
      if (isFolded) root.append(unfold);
      else unfold.remove();
    };
    fold.addEventListener('click', () => {
      keep(() => localStorage.setItem(FOLDED, 'yes'));
      show(true);
      unfold.focus();
    });
    unfold.addEventListener('click', () => {
      keep(() => localStorage.removeItem(FOLDED));
      show(false);
      fold.focus();
    });
    show(keep(() => localStorage.getItem(FOLDED)) === 'yes');
  }

  /** By Escape, by a click elsewhere, and when another opens. @param {HTMLElement} host @param {ShadowRoot} root */
  function closeMenus(host, root) {
    const menus = [...root.querySelectorAll('details')];
    for (const menu of menus) {
      menu.addEventListener('toggle', () => {
        // Where the browser does not close the others itself.
        if (menu.open) for (const other of menus) if (other !== menu) other.open = false;
      });
    }
    root.addEventListener('keydown', (event) => {
      const open = menus.find((menu) => menu.open);
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || !open) return;
      open.open = false;
      open.querySelector('summary')?.focus();
      event.preventDefault();
    });
    document.addEventListener('pointerdown', (event) => {
      if (!event.composedPath().includes(host)) for (const menu of menus) menu.open = false;
    });
  }

  /** What is wrong lies over the foot of the page: it closes by Escape, and stays closed until it says something else. */
  function enhanceOverlay() {
    const overlay = document.getElementById('broadsheet-trouble');
    const dialog = overlay?.shadowRoot?.querySelector('dialog');
    const key = `${CLOSED} ${location.pathname}`;
    if (!overlay?.shadowRoot || !dialog) {
      keep(() => sessionStorage.removeItem(key));
      return;
    }
    document.documentElement.append(overlay);
    makeButtons(overlay.shadowRoot);
    const said = dialog.textContent ?? '';
    /** @type {HTMLElement | undefined} */
    let before;
    let isInside = false;
    document.addEventListener('focusin', ({ target }) => {
      isInside = target === overlay;
      if (!isInside && target instanceof HTMLElement) before = target;
    });
    dialog.addEventListener('close', () => {
      overlay.hidden = true;
      keep(() => sessionStorage.setItem(key, said));
      if (isInside && before?.isConnected) before.focus();
      offerOverlay(overlay, dialog, key);
    });
    document.addEventListener('keydown', (event) => {
      const isMeant = event.key === 'Escape' && !event.defaultPrevented && dialog.open;
      // Something of the page lies above.
      if (isMeant && !keep(() => document.querySelector('dialog:modal, :popover-open'))) dialog.close();
    });
    if (keep(() => sessionStorage.getItem(key)) === said) {
      dialog.open = false;
      overlay.hidden = true;
      offerOverlay(overlay, dialog, key);
    }
  }

  /**
   * A button of the bar that brings the overlay back.
   *
   * @param {HTMLElement} overlay
   * @param {HTMLDialogElement} dialog
   * @param {string} key
   */
  function offerOverlay(overlay, dialog, key) {
    if (root?.querySelector('.reopen')) return;
    const button = makeButton('Show errors', 'Show errors');
    button.className = 'open reopen';
    button.addEventListener('click', () => {
      keep(() => sessionStorage.removeItem(key));
      overlay.hidden = false;
      dialog.show();
      button.remove();
    });
    root?.querySelector('.space')?.before(button);
  }

  /** Each place of a file becomes a button that opens it. @param {ParentNode} tree */
  function makeButtons(tree) {
    for (const place of tree.querySelectorAll('[data-path]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'open';
      button.title = 'Open in your editor';
      button.append(...place.childNodes);
      place.append(button);
      const { path = '', line } = /** @type {HTMLElement} */ (place).dataset;
      button.addEventListener('click', () => openFile(path, Number(line)));
    }
  }

  /** @param {string} path @param {number} line */
  async function openFile(path, line) {
    say('Opening …');
    try {
      const session = await fetch('/_desk/session', { cache: 'no-store' });
      const { token, error } = await session.json();
      if (!session.ok) return say(error);
      const opened = await fetch('/_desk/open', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-broadsheet-token': token },
        body: JSON.stringify({ path, line }),
      });
      say(opened.ok ? `Opened ${path}, line ${line}` : (await opened.json()).error);
      if (opened.ok) setTimeout(() => say(''), 4000);
    } catch {
      say('The preview does not answer');
    }
  }

  /** @param {string} text */
  function say(text) {
    if (status) status.textContent = text;
  }

  /** @param {string} text @param {string} label */
  function makeButton(text, label) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.setAttribute('aria-label', label);
    return button;
  }

  /** What a browser may refuse to keep. @template T @param {() => T} use @returns {T | undefined} */
  function keep(use) {
    try {
      return use();
    } catch {
      return undefined;
    }
  }
})();
