/**
 * The script in the head of every page that asks an old browser, and only an old one, to load the banner. It is ES3, the same
 * bytes on every page, and holds no word for people.
 *
 * @param condition Of the baseline; `CSS.supports()` is false or missing where it is not met.
 * @param source Address of the banner's script.
 */
export function printGate(condition: string, source: string): string {
  const [asked, loaded] = [condition, source].map((text) => JSON.stringify(text).replaceAll('<', '\\u003c'));
  return `!function(d,s){try{if(CSS.supports(${asked}))return}catch(e){}s=d.createElement("script");s.src=${loaded};d.documentElement.firstChild.appendChild(s)}(document)`;
}
