import { runInNewContext } from 'node:vm';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { printLoader } from '../../src/assets/loader.ts';

const SOURCE = '/assets/reader.0123abcd.js';

interface Told {
  readonly type: string;
  readonly movementX?: number;
  readonly movementY?: number;
}

const MOVED: Told = { type: 'pointermove', movementX: 0, movementY: -3 };

/** What is loaded after a window was told of these events. */
function loadedAfter(...events: readonly Told[]): readonly unknown[] {
  const loaded: object[] = [];
  const listeners: Record<string, (event: Told) => void> = {};
  const window = {
    addEventListener: (name: string, listener: () => void) => Object.assign(listeners, { [name]: listener }),
  };
  const document = { createElement: () => ({}), body: { appendChild: (script: object) => loaded.push(script) } };
  runInNewContext(printLoader(SOURCE), { window, document });
  for (const event of events) listeners[event.type]?.(event);
  return loaded;
}

describe('the loader of the script of readers', () => {
  it('asks for nothing before a reader does something', () => {
    expect(loadedAfter()).toEqual([]);
    expect(loadedAfter({ type: 'scroll' })).toEqual([]);
  });

  it('asks for nothing where the page moved below a mouse that stands still', () => {
    expect(loadedAfter({ ...MOVED, movementY: 0 })).toEqual([]);
  });

  it.each([MOVED, { type: 'pointerdown' }, { type: 'keydown' }])(
    'asks for it once after $type, as a module',
    (event) => {
      expect(loadedAfter(event, event, { type: 'keydown' })).toEqual([{ type: 'module', src: SOURCE }]);
    },
  );

  it('is ES3, and does nothing in a window without events', () => {
    expect(() => parse(printLoader(SOURCE), { ecmaVersion: 3 })).not.toThrow();
    expect(() => runInNewContext(printLoader(SOURCE), { window: {}, document: {} })).not.toThrow();
  });

  it('cannot end its element, whatever the address', () => {
    expect(printLoader('/</script><b>/x.js')).not.toContain('</script');
  });
});
