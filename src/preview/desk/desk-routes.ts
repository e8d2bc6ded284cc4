import { deskIndexOf } from './desk-index.ts';
import { OPEN_FILE } from './open-file.ts';
import { json, refusal, type Route } from '../server/route.ts';
import { factsOf } from './story-facts.ts';

/** `GET /_desk/story?path=content/articles/…`: all facts of one story. */
const STORY: Route = {
  method: 'GET',
  path: '/_desk/story',
  respond: ({ query }, { site, content }) => {
    if (!site) return refusal(503, 'The newsroom is still being read');
    const index = deskIndexOf(site);
    const story = index.at(query.get('path') ?? '');
    if (!story) return refusal(404, 'There is no story in such a file');
    return json(factsOf(story, { site, index, content, changed: undefined }));
  },
};

/** All addresses of the desk. */
export const DESK_ROUTES: readonly Route[] = [STORY, OPEN_FILE];
