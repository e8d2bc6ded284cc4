import { renderedText } from '../../newsroom/rendered-text.ts';

export const BY_YEAR = 'Year,Ferry,Tram\n2024,1200,800\n2025,1500,900\n2026,400,2100\n';

export interface ChartGiven {
  readonly csv: string;
  readonly attributes?: string;
  readonly language?: string;
}

/** Renders a text that is a chart of a file. */
export function render({
  csv,
  attributes = 'kind=line',
  language = 'en',
}: ChartGiven): ReturnType<typeof renderedText> {
  return renderedText(`::chart{src=a.csv title="Crossings" ${attributes}}`, {
    media: { 'a.csv': { text: csv } },
    language,
  });
}
