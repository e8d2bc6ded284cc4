import { connect } from 'node:net';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aStory } from '../../newsroom/manuscript.ts';
import { aPreview, closePreviews, get, type Preview, removePreviewNewsrooms } from '../../preview/a-preview.ts';
import type { HostileKind } from '../kinds.ts';
import { Random } from '../random.ts';
import { hostileRequest, type Session } from './hostile-request.ts';

const SECRET = 'nobody is to read this';

/** Requests to the preview, its desk and the editor, of its own pages and of others'. */
export const requests: HostileKind = {
  name: 'requests',
  begin: async () => {
    const attack = await RequestsAttack.begin();
    return { faultsOf: (seed) => attack.faultsOf(seed), end: () => attack.end() };
  },
};

/** A preview that is asked one thing after the other. */
export class RequestsAttack {
  private readonly preview: Preview;
  private readonly session: Session;
  /** What lies around the content, which nobody may change. */
  private readonly around: string;
  private toldFaults = 0;
  private readonly editor: string | undefined;

  private constructor(preview: Preview, session: Session, editor: string | undefined) {
    this.editor = editor;
    this.preview = preview;
    this.session = session;
    this.around = filesAround(preview);
  }

  static async begin(): Promise<RequestsAttack> {
    // The desk opens files in an editor: here in a program that does nothing.
    const editor = process.env['LAUNCH_EDITOR'];
    process.env['LAUNCH_EDITOR'] = 'true';
    const preview = await aPreview({ 'articles/bridge.md': aStory(), 'contributors/ana.md': '---\nname: Ana\n---\n' });
    const { folder } = preview.newsroom;
    writeFileSync(join(folder, 'secret.txt'), SECRET);
    mkdirSync(join(folder, 'layouts'));
    writeFileSync(join(folder, 'layouts/secret.txt'), SECRET);
    const answer = await get(preview, '_desk/session');
    const { token } = (await answer.json()) as { readonly token: string };
    return new RequestsAttack(preview, { port: preview.serving.port, token }, editor);
  }

  async end(): Promise<void> {
    await closePreviews();
    removePreviewNewsrooms();
    if (this.editor === undefined) delete process.env['LAUNCH_EDITOR'];
    else process.env['LAUNCH_EDITOR'] = this.editor;
  }

  async faultsOf(seed: number): Promise<readonly string[]> {
    return this.faultsOfRequest(hostileRequest(new Random(seed), this.session), `seed ${seed}`);
  }

  async faultsOfRequest(bytes: string, name: string): Promise<readonly string[]> {
    const { port } = this.session;
    const answer = await within(10_000, answerTo(port, bytes));
    const isThere = (await get(this.preview, 'assets/none').catch(() => undefined))?.status === 404;
    const found = [
      ...(answer === undefined ? ['is never answered'] : faultsOfAnswer(answer, bytes, this.session)),
      ...(isThere ? [] : ['ends the server']),
      ...this.preview.faults
        .slice(this.toldFaults)
        .map((fault) => `is a fault: ${fault instanceof Error ? fault.stack : fault}`),
      ...(filesAround(this.preview) === this.around ? [] : ['changes what is no content']),
    ];
    this.toldFaults = this.preview.faults.length;
    if (found.some((fault) => fault.startsWith('changes')))
      throw new Error(`${name}: ${bytes} changed what is no content`);
    return found.length === 0
      ? []
      : [`${name}: ${JSON.stringify(bytes)} ${found.join(', ')}\n${answer?.slice(0, 1000)}`];
  }
}

/** What is wrong with an answer. */
export function faultsOfAnswer(answer: string, asked: string, { token }: Session): readonly string[] {
  // What is cut short may be waited for until the client goes.
  if (answer === '') return [];
  const [head = '', body = ''] = answer.split('\r\n\r\n', 2);
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
  const isSession = /^(?:GET|HEAD) \/_desk\//.test(asked) || /^(?:GET|HEAD) \/admin/.test(asked);
  return [
    ...(status >= 100 && status < 500 ? [] : [`is answered by ${status}`]),
    ...(/^Set-Cookie:a/im.test(head) ? ['writes a header'] : []),
    ...(/^access-control-allow/im.test(head) ? ['lets other sites read'] : []),
    ...(body.includes(SECRET) || /root:x:0/.test(body) ? ['gets a file that is nobody’s business'] : []),
    ...(body.includes(token) && !isSession ? ['gets the token'] : []),
    ...(/\n\s+at .*:\d+:\d+/.test(body) ? ['gets a stack'] : []),
  ];
}

/** All that is answered to bytes, behind which nothing comes. */
function answerTo(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1');
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      answer += text;
    });
    // A server may hang up before it has read all of it.
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
    socket.end(bytes);
  });
}

async function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  const first = await Promise.race([promise, late]);
  clearTimeout(timer);
  return first;
}

/** The files of the newsroom's folder that are neither content nor cache. */
function filesAround({ newsroom: { folder } }: Preview): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/^(?:content|cache)(?:\/|$)/.test(name),
  );
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return files.map((name) => `${name}: ${readFileSync(join(folder, name), 'latin1')}`).join('\n');
}
