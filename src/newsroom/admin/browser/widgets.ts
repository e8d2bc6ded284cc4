import { Component, createElement as h } from 'react';
import type { Choice } from '../../keys/newsroom-choices.ts';
import type { AdminConfig } from '../config/admin-config.ts';
import { SOURCE } from '../entries/entry.ts';
import { nowIn } from './now.ts';

/** What Decap gives to a field. */
interface FieldProps {
  readonly forID: string;
  readonly value: unknown;
  readonly classNameWrapper: string;
  readonly field: { get(setting: string): unknown };
  /** The entry as it was when it was opened. */
  readonly entry: { getIn(way: readonly ['data', string]): unknown };
  onChange(value: string): void;
  setActiveStyle(): void;
  setInactiveStyle(): void;
}

/** More are not shown at once; what is typed has them be others. */
const MOST_SUGGESTIONS = 30;

type Lists = AdminConfig['lists'];

/** For how many milliseconds lists hold once somebody goes into a field that suggests something of them. */
const FRESH = 3000;

/**
 * A field of a text with what there is in the newsroom as suggestions; anything else may be written too.
 *
 * @param ask Gives the lists as they are now: contributors come while the editor is open.
 */
export function suggestField({ lists: first }: Pick<AdminConfig, 'lists'>, ask: () => Promise<Lists>) {
  let lists = first;
  let asked = Date.now();
  return class SuggestField extends Component<FieldProps> {
    private async refresh(): Promise<void> {
      if (Date.now() - asked < FRESH) return;
      asked = Date.now();
      try {
        lists = await ask();
        this.setState({});
      } catch {
        // Those that are known do.
      }
    }

    render(): unknown {
      const { field, value, forID, setActiveStyle } = this.props;
      const list = `${forID}-list`;
      const typed = String(value ?? '');
      const known = lists[field.get('suggests') as keyof Lists] ?? [];
      const options = suggestionsFor(typed, known).map((choice) =>
        h('option', { key: choice.value, value: choice.value, label: choice.label }),
      );
      const onFocus = (): void => {
        setActiveStyle();
        void this.refresh();
      };
      const input = h('input', { ...inputOf(this.props), list, onFocus });
      return h('div', null, input, h('datalist', { id: list }, options));
    }
  };
}

function suggestionsFor(typed: string, known: readonly Choice[]): readonly Choice[] {
  const word = typed.trim().toLowerCase();
  const found = (choice: Choice): boolean => `${choice.label}\n${choice.value}`.toLowerCase().includes(word);
  return known.filter(found).slice(0, MOST_SUGGESTIONS);
}

/** A field of a moment, as editors write it in files: a day, or a day and a time in the newsroom's zone. A new story begins with now. */
export function dateField({ timeZone }: Pick<AdminConfig, 'timeZone'>) {
  return class DateField extends Component<FieldProps> {
    componentDidMount(): void {
      const { value, field, entry, onChange } = this.props;
      const isEmpty = value === undefined || value === null || value === '';
      const isOfNew = field.get('begins') === 'now' && isEmpty && typeof entry.getIn(['data', SOURCE]) !== 'string';
      if (isOfNew) onChange(nowIn(timeZone));
    }

    isValid(): true | { readonly error: { readonly message: string } } {
      const written = String(this.props.value ?? '').trim();
      const isDate =
        written === '' || /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?(?: ?(?:Z|[+-]\d\d:?\d\d))?)?$/.test(written);
      return isDate || { error: { message: 'Write a day like 2026-11-23, or with a time like 2026-11-23 07:30' } };
    }

    render(): unknown {
      const { onChange, field } = this.props;
      const now = h(
        'button',
        { type: 'button', className: 'broadsheet-now', onClick: () => onChange(nowIn(timeZone)) },
        'Now',
      );
      const input = h('input', { ...inputOf(this.props), placeholder: '2026-11-23 07:30', inputMode: 'text' });
      return h(
        'div',
        { className: 'broadsheet-date', title: `Time in ${timeZone}` },
        input,
        field.get('required') === false ? null : now,
      );
    }
  };
}

function inputOf({ forID, value, classNameWrapper, onChange, setActiveStyle, setInactiveStyle }: FieldProps): object {
  return {
    type: 'text',
    id: forID,
    className: classNameWrapper,
    value: String(value ?? ''),
    autoComplete: 'off',
    onChange: ({ target }: { readonly target: HTMLInputElement }) => onChange(target.value),
    onFocus: setActiveStyle,
    onBlur: setInactiveStyle,
  };
}
