import { ARTICLES, CONTENT_KINDS, type ContentPlace } from '../../../domain/content/content-kinds.ts';
import { type DescribedDirective, describeDirectives } from '../../keys/describe-directives.ts';
import { type FileKind, keysOf } from '../../keys/describe-keys.ts';
import type { Key } from '../../keys/described.ts';
import type { Choice, NewsroomChoices } from '../../keys/newsroom-choices.ts';
import { allDirectives } from '../../../markdown/directives/own-directives.ts';
import type { BlockForm } from '../blocks/block.ts';
import { TEXT } from '../blocks/block.ts';
import type { GroupForm, Suggested } from '../forms/form.ts';
import { formOfGroup } from '../forms/form-of.ts';
import { BODY, FILE } from '../entries/entry.ts';
import { type Field, FILE_LABEL, fieldsOf, inQuotes } from './fields.ts';

/** What the editor is made of beside the keys that there are. */
export interface AdminNewsroom {
  readonly title: string;
  /** IANA name of the newsroom's zone: dates are written in it. */
  readonly timeZone: string;
  readonly choices: NewsroomChoices;
  readonly backend: AdminBackend;
  /** The folder of a repository that `content/` lies in; the root of it where nothing is said. */
  readonly folder?: string;
}

/** Where files are read from and written to, as Decap CMS is told of it. */
export interface AdminBackend {
  readonly name: 'broadsheet' | 'github' | 'gitlab';
  readonly [setting: string]: unknown;
}

/** All that the editor's page is told: it can be written as JSON. */
export interface AdminConfig {
  /** The settings of Decap CMS. */
  readonly decap: { readonly backend: AdminBackend; readonly [setting: string]: unknown };
  readonly collections: readonly CollectionForm[];
  readonly blocks: readonly BlockSetting[];
  /** What fields suggest. */
  readonly lists: Readonly<Record<Suggested, readonly Choice[]>>;
  readonly timeZone: string;
}

/** How the files of a collection are read and written. */
export interface CollectionForm {
  readonly name: CollectionName;
  readonly form: GroupForm;
  readonly fields: readonly Field[];
  /** The field that the name of a new file is made of. */
  readonly named: string;
}

/** A directive, and its fields. */
export interface BlockSetting extends BlockForm {
  readonly label: string;
  readonly fields: readonly Field[];
}

export type CollectionName = 'stories' | 'contributors' | 'pages';

interface Collection {
  readonly name: CollectionName;
  readonly kind: FileKind;
  readonly label: string;
  readonly one: string;
  /** Where its files lie; those of them that are Markdown are written here. */
  readonly place: ContentPlace;
  readonly named: string;
  /** The fields that stand first, with the text among them; all others follow. */
  readonly first: readonly string[];
}

/** Kinds of files that are written in the editor. */
export const COLLECTIONS: readonly Collection[] = [
  {
    name: 'stories',
    kind: 'story',
    label: 'Stories',
    one: 'Story',
    place: ARTICLES,
    named: 'headline',
    first: ['headline', 'dek', 'contributors', 'date', 'section', 'draft', 'image', BODY, 'topics'],
  },
  {
    name: 'contributors',
    kind: 'contributor',
    label: 'Contributors',
    one: 'Contributor',
    place: CONTENT_KINDS.contributors,
    named: 'name',
    first: ['name', 'role', 'image', BODY],
  },
  {
    name: 'pages',
    kind: 'page',
    label: 'Pages',
    one: 'Page',
    place: CONTENT_KINDS.ownPages,
    named: 'title',
    first: ['title', 'description', BODY],
  },
];

/** Where a new story goes: folders of its year and its month, as `new` makes them. These are fields of an entry, see the editor's page. */
const STORY_PATH = '{{broadsheet_year}}/{{broadsheet_month}}/{{slug}}';

/** Makes the settings of the editor. */
export function adminConfig({ title, timeZone, choices, backend, folder = '' }: AdminNewsroom): AdminConfig {
  const root = folder === '' ? '' : `${folder}/`;
  const collections = COLLECTIONS.map((collection) => collectionForm(collection, choices));
  return {
    decap: {
      backend,
      load_config_file: false,
      site_title: title,
      media_folder: `${root}content/media`,
      public_folder: '',
      show_preview_links: false,
      // Pictures may be called in any script; names of stories are made by us.
      slug: { encoding: 'unicode', clean_accents: true, sanitize_replacement: '-' },
      collections: COLLECTIONS.map((collection, index) =>
        decapCollection(collection, collections[index], { backend, root }),
      ),
    },
    collections,
    blocks: blocksOf(),
    lists: {
      contributors: choices.contributors,
      topics: choices.topics,
      languages: choices.languages,
      series: choices.series,
    },
    timeZone,
  };
}

function collectionForm({ name, kind, named }: Collection, choices: NewsroomChoices): CollectionForm {
  const keys = keysOfFile(kind);
  const form = formOfGroup({ kind: 'group', keys });
  return { name, form, fields: fieldsOf(form, keys, choices), named };
}

function decapCollection(
  { name, label, one, place, named, first }: Collection,
  form: CollectionForm | undefined,
  { backend, root }: { readonly backend: AdminBackend; readonly root: string },
): Readonly<Record<string, unknown>> {
  const opened = (field: Field): Field => (first.includes(field.name) ? { ...field, collapsed: false } : field);
  const ofFile = name === 'stories' ? [] : [FILE_FIELD];
  const fields = [...(form?.fields ?? []).map(withBeginning).map(opened), BODY_FIELD, ...ofFile];
  const rank = (field: Field): number => (first.includes(field.name) ? first.indexOf(field.name) : first.length);
  return {
    name,
    label,
    label_singular: one,
    folder: root + place.folder.slice(0, -1),
    extension: 'md',
    format: `broadsheet-${name}`,
    create: true,
    delete: true,
    slug: '{{broadsheet_name}}',
    ...(name === 'stories' ? { path: STORY_PATH, media_folder: `/${root}content/media`, public_folder: '' } : {}),
    identifier_field: named,
    summary: name === 'stories' ? '{{headline}} ({{date}})' : `{{${named}}}`,
    sortable_fields: [],
    // Pages of stories are made by the preview of the newsroom, where there is one.
    editor: { preview: name === 'stories' && backend.name === 'broadsheet' },
    fields: fields
      .map((field, index) => ({ field, index }))
      .sort((a, b) => rank(a.field) - rank(b.field) || a.index - b.index)
      .map(({ field }) => field),
  };
}

/** A story begins as a draft of now. */
function withBeginning(field: Field): Field {
  if (field.name === 'date') return { ...field, begins: 'now' };
  return field.name === 'draft' ? { ...field, default: true } : field;
}

const FILE_FIELD: Field = {
  name: FILE,
  label: FILE_LABEL,
  widget: 'string',
  required: false,
  hint: 'Of a new file only, and a part of its address: a-z, 0-9 and hyphens. Otherwise it is made of the name, if that has Latin letters.',
};

const BODY_FIELD: Field = {
  name: BODY,
  label: 'Text',
  widget: 'markdown',
  required: false,
  hint: 'Markdown. The plus sign puts in a picture, a pull quote, and all other blocks.',
  buttons: [
    'bold',
    'italic',
    'code',
    'link',
    'heading-two',
    'heading-three',
    'quote',
    'bulleted-list',
    'numbered-list',
  ],
};

function keysOfFile(kind: FileKind): readonly Key[] {
  const { value } = keysOf(kind);
  return value.kind === 'group' ? value.keys : [];
}

function blocksOf(): readonly BlockSetting[] {
  const described = new Map(describeDirectives().map((directive) => [directive.name, directive]));
  return allDirectives().map(({ name, form, attributes }) => {
    const known = described.get(name);
    const fields = known
      ? known.attributes.map((attribute) => attributeField(attribute))
      : Object.entries(attributes).map(([key, { isRequired = false }]) => ({
          name: key,
          label: key,
          widget: 'string',
          required: isRequired,
        }));
    return {
      name,
      form,
      label: known?.label ?? name.charAt(0).toUpperCase() + name.slice(1),
      attributes: fields.map((field) => field.name),
      fields: form === 'block' ? [...fields, textField(known?.help)] : fields,
    };
  });
}

function attributeField(attribute: DescribedDirective['attributes'][number]): Field {
  const { name, label, help, isRequired, of, content, otherwise } = attribute;
  const hint = inQuotes(`${help}${otherwise === undefined ? '' : ` Otherwise: ${otherwise}.`}`);
  const said = { name, label, hint, required: isRequired };
  if (of) return { ...said, widget: 'select', options: of };
  if (name === 'date') return { ...said, widget: 'broadsheet-date' };
  if (content === 'picture') return { ...said, widget: 'image', choose_url: false };
  return { ...said, widget: 'string' };
}

function textField(help: string | undefined): Field {
  return {
    name: TEXT,
    label: 'Text',
    widget: 'text',
    required: true,
    ...(help === undefined ? {} : { hint: inQuotes(help) }),
  };
}
