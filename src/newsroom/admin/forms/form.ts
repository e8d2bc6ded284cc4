/**
 * What a field of the editor shows of a value in YAML, and how what it shows becomes a value again. It is data that can be written as JSON: the
 * editor's page has the forms of all keys, and none of the schemas that they are made of.
 */
export type Form = TextForm | DateForm | NumberForm | FlagForm | ChoiceForm | ListForm | EntriesForm | GroupForm;

/** A text. */
export interface TextForm {
  readonly kind: 'text';
  /** `alt` is the words for a picture: there two quotation marks alone stand for an empty text, which says that the picture adds nothing. */
  readonly of: 'line' | 'paragraphs' | 'picture' | 'alt';
  /** Whose names are suggested; others may be written too. */
  readonly suggests?: Suggested;
}

/** A moment as editors write it: `2026-11-23 07:30`. */
export interface DateForm {
  readonly kind: 'date';
}

export interface NumberForm {
  readonly kind: 'number';
}

/** On or off. */
export interface FlagForm {
  readonly kind: 'flag';
  /** What leaving the key out stands for. */
  readonly usual: boolean;
}

/** One of some words, or none. */
export interface ChoiceForm {
  readonly kind: 'choice';
  readonly options: readonly ChoiceOption[] | ChosenFrom;
}

export interface ChoiceOption {
  readonly label: string;
  readonly value: string;
}

export interface ListForm {
  readonly kind: 'list';
  readonly item: Form;
  /** Whether a list of one may be written without a list: `contributors: jane-doe`. */
  readonly isShort: boolean;
}

/** A group that takes any names; it is shown as a list of `{ name, value }`. */
export interface EntriesForm {
  readonly kind: 'entries';
  readonly value: Form;
}

/** A group of keys. */
export interface GroupForm {
  readonly kind: 'group';
  readonly fields: Readonly<Record<string, Form>>;
  readonly required: readonly string[];
  /** A value without keys that the group may be, too. */
  readonly short?: ShortForm;
}

/** How a group is written in short. */
export type ShortForm =
  | {
      readonly kind: 'text';
      /** The field that shows the text. */
      readonly field: string;
      /**
       * The keys that the field stands for where the group has others beside it: none if it cannot have; one; or the one of ids, and that of all
       * other names.
       */
      readonly keys: readonly [] | readonly [string] | readonly [ofIds: string, ofOthers: string];
    }
  | {
      readonly kind: 'flag';
      /** The field that is on where the value is there. */
      readonly field: string;
      /** The value that stands alone: `true` (`live: true`) or `false` (`liveStrip: false`). */
      readonly value: boolean;
    };

/** Lists of a newsroom, of which some are long. They are sent once, apart from the forms. */
export type Suggested = 'contributors' | 'topics' | 'languages' | 'series';
export type ChosenFrom = 'sections' | 'storyLayouts' | 'pageLayouts';
