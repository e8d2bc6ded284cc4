import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WebSocketProbe } from '../requests.ts';

/** A newsroom that `broadsheet serve` shows, whose files are written as an editor writes them. */
export class EditedNewsroom {
  private readonly content: string;
  private readonly address: string;
  private readonly socket: WebSocketProbe;
  private heard = 0;

  private constructor(content: string, address: string, socket: WebSocketProbe) {
    this.content = content;
    this.address = address;
    this.socket = socket;
  }

  /** @param address Of the preview, with a slash at its end. */
  static async open(content: string, address: string): Promise<EditedNewsroom> {
    const socket = await WebSocketProbe.open(Number(new URL(address).port));
    if (typeof socket === 'number') throw new Error(`The websocket was refused: ${socket}`);
    const newsroom = new EditedNewsroom(content, address, socket);
    await newsroom.renewed();
    return newsroom;
  }

  /** Saves a file, and gives a page as it is once it is as it should be, each time that a browser would load it again. */
  async save(path: string, text: string, page: string, isMeant: (html: string) => boolean): Promise<string> {
    const target = join(this.content, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    for (;;) {
      await this.renewed();
      const html = await (await fetch(this.address + page)).text();
      if (isMeant(html)) return html;
    }
  }

  close(): void {
    this.socket.close();
  }

  private async renewed(): Promise<void> {
    await this.socket.message(this.heard);
    this.heard += 1;
  }
}

/** What a page says of a mistake, in lines: code, place and what to do. */
export function toldOn(html: string, code: string): string | undefined {
  const items = html.split('<li class="').slice(1);
  const item = items.find((one) => one.includes(`<p class="code">${code}</p>`));
  const [, path, line] = /data-path="([^"]*)" data-line="(\d+)"/.exec(item ?? '') ?? [];
  const hint = /<p class="hint">What to do: (.*?)<\/p>/s.exec(item ?? '')?.[1] ?? '';
  return item && `${path}:${line} ${asText(hint)}`;
}

function asText(html: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&amp;': '&',
  };
  return html.replace(/<\/?code>/g, '`').replace(/&[\w#]+;/g, (entity) => entities[entity] ?? entity);
}
