import { Document, isCollection, visit } from 'yaml';

const TIMESTAMP = 'tag:yaml.org,2002:timestamp';

/** A value as YAML has it on one line. Texts that some YAML takes for something else are quoted, such as `yes` and `4:05`; dates are not. */
export function inlineYaml(value: unknown): string {
  const document = new Document(value, {
    version: '1.1',
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || tag.tag !== TIMESTAMP),
  });
  visit(document, {
    Node: (_key, node) => {
      if (isCollection(node)) node.flow = true;
    },
  });
  return document
    .toString({ lineWidth: 0, blockQuote: false })
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}
