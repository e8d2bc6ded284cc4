/**
 * The script in the head of every page that asks an old browser, and only an old one, to load the banner. It is ES3, the same
 * bytes on every page, and holds no word for people.
 *
 * @param condition Of the baseline; `CSS.supports()` is false or missing where it is not met.
 * @param source Address of the banner's script.
 */
export function printGate(condition: string, source: string): string {
  const [asked, loaded] = [condition, source].map((text) => JSON.stringify(text).replaceAll('<', '\\u003c'));
  // Calling 0 is how the second way into the same catch is spelt in the fewest bytes.
  return `try{CSS.supports(${asked})||0()}catch(e){e=document.createElement("script");e.src=${loaded};document.documentElement.firstChild.appendChild(e)}`;
}
