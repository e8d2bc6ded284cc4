import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkApart } from '../../../src/build/editing/publish/check/check-apart.ts';
import { checkHere } from '../../../src/build/editing/publish/check/check-files.ts';
import { aStory } from '../../newsroom/manuscript.ts';
import { PreviewNewsroom, removePreviewNewsrooms } from '../../preview/a-preview.ts';

afterEach(removePreviewNewsrooms);

/** A newsroom of which everything is kept that was read. */
async function aNewsroomThatIsKnown() {
  const newsroom = new PreviewNewsroom({
    'articles/bridge.md': aStory({ headline: 'Bridge' }, 'See [it](tunnel.md).\n'),
    'articles/tunnel.md': aStory({ headline: 'Tunnel' }, '![A dot](dot.svg)\n'),
    'articles/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>\n',
    'articles/gone.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"/>\n',
  });
  const site = await newsroom.open({ cache: newsroom.cache });
  site.close();
  return newsroom;
}

function bytesIn(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path, readFileSync(path, 'base64')];
    }),
  );
}

describe('a check of a newsroom as it will be', () => {
  it.each([
    ['as it is', []],
    ['without a story that another leads to', [['content/articles/tunnel.md', undefined]]],
    ['without a picture', [['content/articles/dot.svg', undefined]]],
    ['with another text', [['content/articles/bridge.md', 'content/site.yaml']]],
  ] as const)('finds the same by what builds know, and leaves that as it is: %s', async (_what, changed) => {
    const { content, folder, cache } = await aNewsroomThatIsKnown();
    const instead = changed.map(([path, other]) => [path, other && join(folder, other)] as const);
    const before = bytesIn(cache);

    const known = await checkHere({ content, instead, known: cache });

    expect(known).toEqual(await checkHere({ content, instead, known: undefined }));
    expect(known.length > 0).toBe(changed.length > 0);
    expect(bytesIn(cache)).toEqual(before);
  });

  it('finds the same in a process of its own', async () => {
    const { content, cache } = await aNewsroomThatIsKnown();
    const asked = { content, instead: [['content/articles/tunnel.md', undefined]] as const, known: cache };

    expect(await checkApart(asked)).toEqual(await checkHere(asked));
  });

  it('tells of a fault in that process', async () => {
    const asked = { content: '/nowhere', instead: [], known: undefined };

    await expect(checkApart(asked)).rejects.toThrow("no such file or directory, lstat '/nowhere'");
  });
});
