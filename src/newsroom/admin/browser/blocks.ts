import { patternOf, readBlock, type BlockValues, writeBlock } from '../blocks/block.ts';
import { PICTURE, readPicture, writePicture } from '../blocks/picture.ts';
import type { AdminConfig } from '../config/admin-config.ts';
import { CMS } from './decap.ts';

/** Has the editor show pictures and directives as blocks with fields. */
export function registerBlocks({ blocks }: Pick<AdminConfig, 'blocks'>): void {
  CMS.registerEditorComponent({
    id: 'image',
    label: 'Picture',
    icon: 'image',
    fields: [
      { name: 'src', label: 'File', widget: 'image', choose_url: false },
      {
        name: 'alt',
        label: 'What it shows',
        widget: 'string',
        hint: 'For readers who cannot see it. Needed; two quotation marks alone, "", if the picture adds nothing.',
      },
      { name: 'caption', label: 'Caption', widget: 'string', required: false },
      { name: 'credit', label: 'Credit', widget: 'string', required: false, hint: 'Who made it, and for whom.' },
      {
        name: 'width',
        label: 'Width',
        widget: 'select',
        required: false,
        options: [
          { label: 'As wide as the page', value: 'wide' },
          { label: 'From edge to edge', value: 'full' },
        ],
      },
      { name: 'zoom', label: 'Opens over the whole window', widget: 'boolean', required: false, default: false },
    ],
    pattern: PICTURE,
    fromBlock: (match: RegExpExecArray) => readPicture(match),
    toBlock: (values: BlockValues) => writePicture(values),
    toPreview: (values: BlockValues) => writePicture(values),
  });
  for (const block of blocks) {
    const { name, label, fields } = block;
    CMS.registerEditorComponent({
      id: name,
      label,
      fields,
      summary: `{{fields.${fields[0]?.name ?? ''}}}`,
      collapsed: false,
      pattern: patternOf(block),
      fromBlock: (match: RegExpExecArray) => readBlock(block, match),
      toBlock: (values: BlockValues) => writeBlock(block, values),
      toPreview: (values: BlockValues) => writeBlock(block, values),
    });
  }
}
