import type * as z from 'zod';
import { keyAt, valueAt } from '../../diagnostics/finding.ts';
import { documentAt, quote } from '../../diagnostics/wording.ts';
import type { AdminSettings } from '../../domain/site/admin.ts';
import type { Reader } from '../reader.ts';
import { mapOf, oneOf, word } from '../shape.ts';

/** The editor that is published with the site. */
export const adminSchema = mapOf(
  {
    backend: oneOf(['github', 'gitlab']),
    repository: word,
    branch: word.optional(),
    workflow: oneOf(['pull-requests', 'direct']).optional(),
    auth: word.optional(),
    appId: word.optional(),
    host: word.optional(),
    folder: word.optional(),
  },
  '`{ backend, repository, branch, workflow, auth, appId, host, folder }`',
);
type AdminValues = z.infer<typeof adminSchema>;

/** Reads `admin` of `site.yaml`; `undefined` where there is none that could work. */
export function readAdmin(values: AdminValues | undefined, reader: Reader): AdminSettings | undefined {
  if (!values) return undefined;
  const { backend, repository, branch = 'main', workflow = 'pull-requests', appId, folder = '' } = values;
  const auth = readHost(values.auth, 'auth', reader);
  const host = readHost(values.host, 'host', reader);
  const isRepository = backend === 'github' ? /^[\w.-]+\/[\w.-]+$/ : /^[\w.-]+(?:\/[\w.-]+)+$/;
  if (!isRepository.test(repository)) noteValue('repository', repository, 'one like `harbour-post/site`', reader);
  // What git takes as a name of a branch, as far as it is ever used.
  if (!/^[\w][\w./-]*$/.test(branch) || /\.\.|\/$/.test(branch))
    noteValue('branch', branch, 'the name of a branch', reader);
  const isFolder = folder === '' || /^[\w.-]+(?:\/[\w.-]+)*$/.test(folder);
  if (!isFolder || /(?:^|\/)\.\.?(?:\/|$)/.test(folder))
    noteValue('folder', folder, 'a folder of the repository', reader);
  if (backend === 'github' && values.auth === undefined)
    noteMissing(
      'auth',
      `add \`auth: https://…\`, the address of the service that signs people in; see ${documentAt('publishing.md')}`,
      reader,
    );
  if (backend === 'gitlab' && !appId)
    noteMissing(
      'appId',
      `add \`appId: …\`, the id of an application of your GitLab; see ${documentAt('publishing.md')}`,
      reader,
    );
  return { backend, repository, branch, workflow, auth, appId: appId || undefined, host, folder };
}

function readHost(value: string | undefined, key: 'auth' | 'host', reader: Reader): string | undefined {
  const address = reader.webAddress(value, 'admin', key);
  if (address === undefined) return undefined;
  const { origin, protocol } = new URL(address);
  if (protocol === 'https:') return origin;
  noteValue(key, address, 'one that begins with `https://`', reader);
  return undefined;
}

function noteValue(key: keyof AdminValues, value: string, expected: string, reader: Reader): void {
  const message = `Unexpected ${quote(value)}, expected ${expected}`;
  reader.note('value-choice', valueAt('admin', key), message, `correct \`${key}\` of \`admin\`, or take \`admin\` out`);
}

function noteMissing(key: keyof AdminValues, hint: string, reader: Reader): void {
  reader.note('key-missing', keyAt('admin'), `Unexpected \`admin\` without \`${key}\`, expected it`, hint);
}
