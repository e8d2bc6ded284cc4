import { describe, expect, it } from 'vitest';
import { codesOf } from '../../newsroom/findings.ts';
import { renderedText } from '../../newsroom/rendered-text.ts';
import { slipsIn } from './slips-in.ts';

describe('Markdown in wide signs', () => {
  it.each([
    ['＃＃ 背景\n\n本文。', '＃＃', 'write `## 背景`'],
    ['＃＃背景', '＃＃', 'write `## 背景`'],
    ['本文。\n＃＃＃　배경', '＃＃＃', 'write `### 배경`'],
    ['> ＃＃ 背景', '＃＃', 'write `## 背景`'],
    ['＃　背景\n\n本文。', '＃', 'write `## 背景`'],
    ['#＃ 背景', '#＃', 'write `## 背景`'],
  ])('is told of a heading: %j', (markdown, text, hint) => {
    expect(slipsIn(markdown, 'heading-shown')).toEqual([[text, hint]]);
  });

  it.each([
    [
      '詳細は［報告書］（https://example.org/x）を。',
      '［報告書］（https://example.org/x）',
      'write `[報告書](https://example.org/x)`',
    ],
    ['见［报告］(/about/)。', '［报告］(/about/)', 'write `[报告](/about/)`'],
    ['见［报告］（／about／）。', '［报告］（／about／）', 'write `[报告](/about/)`'],
    ['见[报告］（a.md）。', '[报告］（a.md）', 'write `[报告](a.md)`'],
    ['！［大桥］（bridge.jpg）', '！［大桥］（bridge.jpg）', 'write `![大桥](bridge.jpg)`'],
    ['！[大桥](bridge.jpg)', '！[大桥](bridge.jpg)', 'write `![大桥](bridge.jpg)`'],
    ['- すごい！［報告書］（a.pdf）', '！［報告書］（a.pdf）', 'write `[報告書](a.pdf)`'],
  ])('is told of a link or a picture: %j', (markdown, text, hint) => {
    expect(slipsIn(markdown, 'link-shown')).toEqual([[text, hint]]);
  });

  it('is told of a link whose last sign alone is wide', () => {
    expect(slipsIn('见[报告](https://example.org/x）。', 'link-shown')).toEqual([
      ['[报告](https://example.org/x', 'write `[报告](https://example.org/x)`'],
    ]);
  });

  it.each([
    ['＊＊注意：＊＊橋は閉鎖された。', '＊＊', 'write `**注意：**`'],
    ['市长说，＊＊「明天恢复」＊＊的消息。', '＊＊', 'write `**「明天恢复」**`'],
    ['これは ＊＊重要＊＊ です。', '＊＊', 'write `**重要**`'],
    ['- ＊＊重要＊＊', '＊＊', 'write `**重要**`'],
  ])('is told of emphasis: %j', (markdown, text, hint) => {
    expect(slipsIn(markdown, 'emphasis-shown')).toEqual([[text, hint]]);
  });

  it.each([
    ['－ 一つ目\n－ 二つ目', '－'],
    ['＊一つ目\n＊二つ目', '＊'],
    ['１．東京\n２．大阪', '１．'],
    ['1、北京\n2、上海', '1、'],
  ])('is told of a list: %j', (markdown, text) => {
    expect(slipsIn(markdown, 'list-shown').map(([at]) => at)).toEqual([text]);
  });

  it('is told of a table', () => {
    expect(slipsIn('｜队｜分｜\n｜－｜－｜\n｜甲｜3｜', 'table-shown')).toEqual([
      ['｜队｜分｜', 'write `| 队 | 分 |` over `| --- | --- |`'],
    ]);
  });

  it.each([
    '＃東京\n\n本文。',
    '＃東京 ＃大阪 で会った。',
    '＃1号楼と＃2号楼。',
    '＃＃＃\n\n本文。',
    '＃＃重要＃＃',
    '住所は＊＊市＊＊町。＊＊さんと＊＊さんが会った。',
    '＊＊さん、＊＊さんの二人。',
    '＊＊\n\n次の章。\n\n＊＊＊\n\n次の章。',
    '※料金は変わる。＊印は新商品。',
    '［写真］（夜景）［注］（数字は2025年）（１）ア　（２）イ',
    '［1］（https）［注］。',
    '－３度だった。\n\n＋５度になった。',
    '1、北京；2、上海。\n一、背景；二、经过。',
    '｜甲｜は絶対値。｜x｜＋｜y｜',
    'すごい！[報告書](/about/)を。',
    '`＃＃ 背景` と `［報告］（/x/）` と `＊＊注意：＊＊`',
    '```\n＃＃ 背景\n［報告］（/x/）\n```',
    '北京　上海　广州！\n［完］',
  ])('is not what looks like it: %j', (markdown) => {
    const codes = codesOf(renderedText(markdown, { language: 'ja' }).findings);

    expect(codes.filter((code) => code !== 'link-broken')).toEqual([]);
  });

  it.each(['＃', '＊', '＊＊', '［', '［a］（', '！[', '｜', '＃＃ a\n', '＊＊a', '｜a｜\n｜－｜\n'])(
    'is told of a bounded number of times in a hundred thousand characters of %j',
    (piece) => {
      expect(renderedText(piece.repeat(100_000 / piece.length)).findings.length).toBeLessThan(500);
    },
  );
});
