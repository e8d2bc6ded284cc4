import { rmSync } from 'node:fs';
import { posix } from 'node:path';
import { ARTICLES, MEDIA_FOLDER } from '../../domain/content/content-kinds.ts';
import { json, refusal, type RouteAnswer, type Served } from '../server/route.ts';
import { placeOf, readTextFile, type Refused, versionOf } from './content-file.ts';
import { listEntries } from './list-entries.ts';
import { usersOf } from './media-users.ts';
import { showUnsaved } from './previews.ts';
import { type ReadyFile, readyMedium, readyText, writeReady } from './save-files.ts';

/** What a request asks for besides its action; nothing is known of it. */
type Params = Readonly<Record<string, unknown>>;
type Action = (params: Params, served: Served) => RouteAnswer | Promise<RouteAnswer>;

/** The most media that are listed, beside a story and in `content/media/`; of those the ones that were changed last. */
const MOST_MEDIA = 1000;
/** A story has fewer files of its own. */
const MOST_FILES = 100;

/** What the editor asks for, by the names of Decap's protocol for files on the same machine, and `preview`, which is ours. */
const ACTIONS: Readonly<Record<string, Action>> = {
  entriesByFolder: ({ folder, term }, served) => {
    const listed = listEntries(folder, term, served);
    return listed ? json(listed) : refusal(403, 'The editor has no such folder');
  },
  getEntry: ({ path }, served) => {
    const read = readTextFile(path, served);
    return read.kind === 'refused'
      ? answerRefused(read)
      : json({ path: read.path, text: read.text, version: read.version });
  },
  persistEntry: ({ dataFiles, assets }, served) => {
    const texts = listOf(dataFiles).map((file) => readyText(paramsOf(file) as Parameters<typeof readyText>[0], served));
    const media = listOf(assets).map((asset) => readyMedium(asset, served));
    if (texts.length === 0 || texts.length + media.length > MOST_FILES) return refusal(400, 'There is nothing to save');
    const ready: ReadyFile[] = [];
    for (const file of [...media, ...texts]) {
      if (file.kind === 'refused') return answerRefused(file);
      ready.push(file);
    }
    const paths = ready.map(({ path }) => path);
    if (paths.some((path, index) => paths.some((other, at) => at !== index && `${other}/`.startsWith(`${path}/`))))
      return refusal(400, 'Two of these files have one place');
    for (const file of ready) {
      const written = writeReady(file);
      if (written) return answerRefused(written);
    }
    return json(ready.slice(media.length).map(({ bytes }) => versionOf(bytes)));
  },
  getMedia: ({ entry }, { site }) => {
    const media = [...(site?.written?.files.walk.media.values() ?? [])];
    const folder = typeof entry === 'string' ? posix.dirname(ARTICLES.folder + entry) : undefined;
    const beside = media.filter(({ path }) => folder !== undefined && posix.dirname(path) === folder);
    const common = media.filter(({ path }) => path.startsWith(MEDIA_FOLDER));
    const newest = common.sort((one, other) => other.state[1] - one.state[1]).slice(0, MOST_MEDIA);
    return json([...beside.slice(0, MOST_MEDIA), ...newest].map(({ path, state }) => ({ path, size: state[0] })));
  },
  persistMedia: ({ asset }, served) => {
    const ready = readyMedium(asset, served);
    if (ready.kind === 'refused') return answerRefused(ready);
    const written = writeReady(ready);
    return written ? answerRefused(written) : json({ path: ready.path, size: ready.bytes.length });
  },
  deleteFiles: ({ paths }, served) => {
    const places = listOf(paths).map((path) => {
      const place = placeOf(path, 'entry', served);
      return place.kind === 'refused' ? placeOf(path, 'medium', served) : place;
    });
    if (places.length === 0 || places.length > MOST_FILES) return refusal(400, 'There is nothing to remove');
    for (const place of places) {
      if (place.kind === 'refused') return answerRefused(place);
      if (!served.site?.edition)
        return refusal(409, 'Nobody knows what shows this file while the newsroom has errors: mend those first');
      const user = usersOf(place.path, served).next().value;
      if (user !== undefined)
        return refusal(
          409,
          `${place.path} is shown by ${user}: take it out there first, or give the new file another name`,
        );
    }
    for (const place of places) if (place.kind === 'place') rmSync(place.diskPath, { force: true });
    return json({});
  },
  preview: ({ path, text }, served) => showUnsaved({ path, text }, served),
};

/** Answers what the editor asks for. */
export function answerAction(body: unknown, served: Served): RouteAnswer | Promise<RouteAnswer> {
  const { action, params } = paramsOf(body);
  const act = typeof action === 'string' && Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  return act ? act(paramsOf(params), served) : refusal(400, 'The editor asks for something that there is not');
}

function paramsOf(value: unknown): Params {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Params) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, MOST_FILES + 1) : [];
}

function answerRefused({ status, reason }: Refused): RouteAnswer {
  return refusal(status, reason);
}
