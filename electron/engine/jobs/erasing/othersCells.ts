// Records of other people: what they say of the erased person inside their texts goes, their own data stay.
import type { Field, Source } from '../../../../shared/model/source.ts';
import type { Blotted, Blotter } from './blot.ts';
import type { KeyColumn } from './identifying.ts';
import { contactFields } from './identifying.ts';
import type { OwnTexts } from './mentions.ts';
import { mentions } from './mentions.ts';
import { ownName } from './ownName.ts';

type Cells = readonly (string | null)[];

export interface OthersCells extends Blotted<Cells> {
  /** Contacts of this person that are the erased one's, too: a family's address. */
  readonly shared: number;
}

const WITH_TEXT: readonly Field['type'][] = ['text', 'category'];

/** What happens to each column: a key, a number, a date and the record's own name say nothing of somebody else. */
function treatments(source: Source, key: KeyColumn | null): ('stays' | 'contact' | 'text')[] {
  const names = ownName(source.fields).places;
  const contacts = contactFields(source);
  return source.fields.map((field, at) => {
    if (field.position === key?.field.position || names.includes(at)) return 'stays';
    if (contacts.includes(field)) return 'contact';
    return WITH_TEXT.includes(field.type) ? 'text' : 'stays';
  });
}

/** @returns for the cells of somebody else's record, in the order of the fields, the same without the person */
export function othersCells(
  source: Source,
  key: KeyColumn | null,
  own: OwnTexts,
  blot: Blotter,
): (cells: Cells) => OthersCells {
  const treated = treatments(source, key);
  return (cells) => {
    let [count, shared] = [0, 0];
    const value = cells.map((cell, at) => {
      if (cell === null || cell === '' || treated[at] === 'stays') return cell;
      if (treated[at] === 'contact' && mentions(cell, own)) {
        shared++;
        return cell;
      }
      const blotted = blot(cell);
      count += blotted.count;
      return blotted.value;
    });
    return { value, count, shared };
  };
}
