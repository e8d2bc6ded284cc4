import { describe, expect, it } from 'vitest';
import { unwrap, wrap } from '../../../../src/newsroom/admin/browser/envelope.ts';
import { SavedDrafts } from '../../../../src/newsroom/admin/browser/saved-drafts.ts';
import { unwrapped } from '../../../../src/newsroom/admin/browser/unwrapped.ts';

const PATH = 'content/articles/bridge.md';

/** A repository that has files by branch and path, as far as the editor asks for it. */
class Repository {
  readonly files = new Map<string, Uint8Array>();
  readonly api = {
    readFile: async (path: string, _id: null, { branch = 'main' }: { readonly branch?: string }): Promise<Blob> => {
      const bytes = this.files.get(`${branch}:${path}`);
      if (!bytes) throw new Error('Not Found');
      return new Blob([bytes as BlobPart]);
    },
  };
  getBranch(collection: string, slug: string): string {
    return `cms/${collection}/${slug}`;
  }
  async getEntry(): Promise<object> {
    throw new Error('This loses the byte order mark');
  }
  async unpublishedEntryDataFile(): Promise<string> {
    throw new Error('This loses the byte order mark');
  }
  async persistEntry(entry: object, options: object): Promise<void> {
    const { unpublished } = options as { readonly unpublished?: boolean };
    const { dataFiles } = entry as { readonly dataFiles: readonly { path: string; slug: string; raw: string }[] };
    for (const { path, slug, raw } of dataFiles)
      this.write(path, raw, unpublished === true ? `cms/stories/${slug}` : 'main');
  }
  write(path: string, text: string, branch = 'main'): void {
    this.files.set(`${branch}:${path}`, new TextEncoder().encode(text));
  }
  read(path: string, branch = 'main'): string {
    return Buffer.from(this.files.get(`${branch}:${path}`) ?? []).toString('utf8');
  }
}

function anEditor(text = 'one\n') {
  const drafts = new SavedDrafts(undefined);
  const Backend = unwrapped(Repository as never, drafts);
  const repository = new (Backend as unknown as new () => Repository)();
  repository.write(PATH, text);
  const open = async (draft: string) => {
    const { data } = (await repository.getEntry.call(repository, ...([PATH] as unknown as []))) as { data: string };
    const { text: read, version } = unwrap(data);
    const save = (now: string, options: object = {}): Promise<void> =>
      repository.persistEntry(
        { dataFiles: [{ path: PATH, slug: 'bridge', raw: wrap({ text: now, version, draft }) }], assets: [] },
        { collectionName: 'stories', ...options },
      );
    return { read, save };
  };
  return { repository, open };
}

describe('the editor of a repository', () => {
  it('saves a file as often as it is changed in one page', async () => {
    const { repository, open } = anEditor();
    const page = await open('a');
    await page.save('two\n');
    await page.save('three\n');
    expect(repository.read(PATH)).toBe('three\n');
  });

  it('writes nothing over what somebody else has saved or removed meanwhile, and says so', async () => {
    const { repository, open } = anEditor();
    const [one, other] = [await open('a'), await open('b')];
    await one.save('two\n');
    await expect(other.save('three\n')).rejects.toThrow('was changed by somebody else since you opened it');
    expect(repository.read(PATH)).toBe('two\n');
    repository.files.clear();
    await expect(one.save('four\n')).rejects.toThrow('Not Found');
  });

  it('looks at the branch of a change that waits to be published', async () => {
    const { repository, open } = anEditor();
    const page = await open('a');
    await page.save('two\n');
    repository.write(PATH, 'two\n', 'cms/stories/bridge');
    repository.write(PATH, 'of somebody else\n');
    await page.save('three\n', { unpublished: true });
    expect(repository.read(PATH, 'cms/stories/bridge')).toBe('three\n');
    expect(repository.read(PATH)).toBe('of somebody else\n');
  });

  it('writes a new file without looking for it', async () => {
    const { repository } = anEditor();
    const dataFiles = [{ path: 'content/articles/new.md', slug: 'new', raw: wrap({ text: 'A', version: undefined }) }];
    await repository.persistEntry({ dataFiles, assets: [] }, { newEntry: true, collectionName: 'stories' });
    expect(repository.read('content/articles/new.md')).toBe('A');
  });

  it('keeps the byte order mark', async () => {
    const { repository, open } = anEditor('\ufeffone\n');
    const page = await open('a');
    expect(page.read).toBe('\ufeffone\n');
    await page.save('\ufefftwo\n');
    expect(repository.read(PATH)).toBe('\ufefftwo\n');
  });

  it('opens nothing that is not UTF-8, which saving would destroy', async () => {
    const { repository, open } = anEditor();
    repository.files.set(`main:${PATH}`, new Uint8Array([0x63, 0xe9]));
    await expect(open('a')).rejects.toThrow('is not UTF-8');
  });
});
