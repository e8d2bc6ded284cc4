import { unwrap } from './envelope.ts';

type Backend = new (...parameters: never[]) => { persistEntry(entry: object, options: object): Promise<unknown> };

interface Saved {
  readonly dataFiles: readonly { readonly raw: string }[];
}

/** A backend that is given files as they are, out of their {@link unwrap | envelopes}. */
export function unwrapped(Base: Backend): Backend {
  return class extends Base {
    override persistEntry(entry: object, options: object): Promise<unknown> {
      const dataFiles = (entry as Saved).dataFiles.map((file) => ({ ...file, raw: unwrap(file.raw).text }));
      return super.persistEntry({ ...entry, dataFiles }, options);
    }
  };
}
