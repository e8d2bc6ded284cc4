export const root = document.getElementById('search');

/** What the page is given: its language, where its files are, and the words that it prints. */
export const settings = JSON.parse(root.getAttribute('data-settings'));

/** The first element of the page that a selector is for. */
export function find(selector) {
  return root.querySelector(selector);
}

/** Makes an element of texts and other elements. */
export function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
