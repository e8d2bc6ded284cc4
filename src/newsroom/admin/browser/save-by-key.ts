import { OF_FILES } from './phrases.ts';

/** Has Ctrl-S, or its like on other systems, save what is open, as it does in other editors; the browser would save the page. */
export function saveByKey(): void {
  addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    press('[class*="-ToolbarSectionMain"] [role=button]');
    // The menu is there a moment later.
    setTimeout(() => press('[class*="-ToolbarSectionMain"] [role=menuitem]'), 50);
  });
}

function press(elements: string): void {
  const name = OF_FILES.editor.editorToolbar.publish;
  const found = [...document.querySelectorAll<HTMLElement>(elements)].find(({ textContent }) => textContent === name);
  found?.click();
}
