import { Component, createElement as h } from 'react';
import type { CollectionForm } from '../config/admin-config.ts';
import type { Entry } from '../entries/entry.ts';
import { textOf } from './format.ts';
import { ask } from './local-backend.ts';

interface PreviewProps {
  readonly entry: {
    get(key: 'path' | 'slug'): string | undefined;
    get(key: 'data'): { toJS(): Entry };
  };
}

interface PreviewState {
  readonly address: string | undefined;
  readonly fault: string | undefined;
  readonly problems: readonly Problem[];
}

/** What is wrong with a story by itself. */
interface Problem {
  readonly severity: string;
  readonly message: string;
  readonly hint?: string;
}

/** Milliseconds after the last change. */
const PAUSE = 400;

/** The page of an entry as the preview of the newsroom shows it, of what is in the fields now. The server makes it, and nothing in it runs. */
export function previewOf(collection: CollectionForm) {
  return class Preview extends Component<PreviewProps, PreviewState> {
    override state: PreviewState = { address: undefined, fault: undefined, problems: [] };
    private timer: ReturnType<typeof setTimeout> | undefined;
    private shown = '';
    private scrolled = 0;

    componentDidMount(): void {
      void this.show();
    }

    componentDidUpdate(before: PreviewProps): void {
      // What is shown of an answer is no change of the entry.
      if (before === this.props) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.show(), PAUSE);
    }

    componentWillUnmount(): void {
      clearTimeout(this.timer);
    }

    private async show(): Promise<void> {
      const { entry } = this.props;
      let text: string | undefined;
      try {
        text = textOf(entry.get('data').toJS(), collection);
        if (text === this.shown) {
          this.setState({ fault: undefined });
          return;
        }
        this.shown = text;
        const { address, problems } = await ask<{ readonly address: string; readonly problems: readonly Problem[] }>(
          'preview',
          {
            collection: collection.name,
            path: entry.get('path') ?? '',
            text,
          },
        );
        if (this.shown === text) this.setState({ address, problems, fault: undefined });
      } catch (fault) {
        // What has been asked for meanwhile is shown by its own answer.
        if (text !== undefined && text !== this.shown) return;
        if (text !== undefined) this.shown = '';
        this.setState({ fault: fault instanceof Error ? fault.message : String(fault) });
      }
    }

    render(): unknown {
      const { address, fault, problems } = this.state;
      const told = fault === undefined ? problems : [{ severity: 'error', message: fault }];
      const frame = h('iframe', {
        title: 'Preview',
        src: address,
        sandbox: 'allow-same-origin',
        style: { border: 0, width: '100%', height: '100vh', display: 'block' },
        onLoad: ({ target }: { readonly target: HTMLIFrameElement }) => this.keepPlace(target),
      });
      return h('div', null, printProblems(told), address === undefined ? null : frame);
    }

    /** A page that is made anew stands where the one before stood. */
    private keepPlace({ contentWindow }: HTMLIFrameElement): void {
      contentWindow?.scrollTo(0, this.scrolled);
      contentWindow?.addEventListener('scroll', () => {
        this.scrolled = contentWindow.scrollY;
      });
    }
  };
}

/** What is wrong, over the page. */
function printProblems(problems: readonly Problem[]): unknown {
  if (problems.length === 0) return null;
  const style = { margin: 0, padding: '0.75rem 1rem 0.75rem 2rem', font: '14px/1.5 sans-serif', background: '#fff3cd' };
  const items = problems.map(({ message, hint }, index) =>
    h('li', { key: index }, hint === undefined ? message : `${message}: ${hint}`),
  );
  return h('ul', { style }, items);
}
