/**
 * The script at the end of every page that asks for the script of readers once somebody does something with the page: a page that is only read, and
 * one that a machine measures, is two requests. It is ES3, the same bytes on every page; old browsers do not run what it loads, a module.
 *
 * @param source Address of the script of readers.
 */
export function printLoader(source: string): string {
  const loaded = JSON.stringify(source).replaceAll('<', '\\u003c');
  const load = `if(!s){s=document.createElement("script");s.type="module";s.src=${loaded};document.body.appendChild(s)}`;
  const listen = EVENTS.map((name) => `w.addEventListener("${name}",l)`).join();
  return `!function(w,s){function l(e){if(e.type!="pointermove"||e.movementX||e.movementY){${load}}}w.addEventListener&&(${listen})}(window)`;
}

/** By mouse, by finger, by keyboard. A page that moves below a mouse that stands still has browsers tell of a move, too: of no distance. */
const EVENTS = ['pointermove', 'pointerdown', 'keydown'];
