import { type RereadReport, serveSite, type Serving } from '../../src/preview/serve-site.ts';
import { type Files, PreviewNewsroom, NOON } from './a-preview-newsroom.ts';

const open = new Set<Serving>();

/** A newsroom that is served in this process, and what was said of it. */
export interface Preview {
  readonly newsroom: PreviewNewsroom;
  readonly serving: Serving;
  readonly updates: readonly RereadReport[];
  readonly faults: readonly unknown[];
}

/** @param now The moment of publication; `clock` for the machine's. */
export async function aPreview(files: Files, now: string = NOON): Promise<Preview> {
  const newsroom = new PreviewNewsroom(files);
  const updates: RereadReport[] = [];
  const faults: unknown[] = [];
  const serving = await serveSite(
    {
      content: newsroom.content,
      cache: newsroom.cache,
      now: now === 'clock' ? undefined : now,
      drafts: true,
      url: undefined,
      jobs: 1,
      host: '127.0.0.1',
      port: 0,
      isPortMovable: false,
    },
    {
      onWait: () => {},
      onUnkept: () => {},
      onReread: (update) => updates.push(update),
      onFault: (fault) => faults.push(fault),
      onWatchLimit: () => {},
      onProgramChange: () => {},
    },
  );
  open.add(serving);
  return { newsroom, serving, updates, faults };
}

export async function closePreviews(): Promise<void> {
  await Promise.all([...open].map((serving) => serving.close()));
  open.clear();
}
