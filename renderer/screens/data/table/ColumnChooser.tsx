// Which columns are shown, in which order, and which stay at the left.
import { IconArrowDown, IconArrowUp, IconColumns3, IconPin, IconPinFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Field } from '../../../../shared/model/source.ts';
import { Button, Checkbox, IconButton, Popover } from '../../../ui/index.ts';
import styles from './table.module.css';
import { orderedFields, type TableViewState } from './tableView.ts';

interface RowProps extends TableViewState {
  readonly field: Field;
  readonly ordered: readonly Field[];
  readonly at: number;
}

const without = (list: readonly number[], position: number): number[] =>
  list.filter((one) => one !== position);

function ColumnRow({ field, ordered, at, view, change }: RowProps) {
  const t = useTranslations('data.table');
  const { position, name } = field;
  const shown = !view.hidden.includes(position);
  const pinned = view.pinned.includes(position);
  const move = (to: number): void => {
    const order = without(
      ordered.map((one) => one.position),
      position,
    );
    order.splice(to, 0, position);
    change({ order });
  };
  return (
    <li className={styles.column}>
      <Checkbox
        checked={shown}
        onChange={(on) =>
          change({ hidden: on ? without(view.hidden, position) : [...view.hidden, position] })
        }
      >
        <bdi>{name}</bdi>
      </Checkbox>
      <IconButton
        icon={pinned ? IconPinFilled : IconPin}
        size={24}
        pressed={pinned}
        label={t(pinned ? 'unpin' : 'pin', { column: name })}
        onClick={() =>
          change({ pinned: pinned ? without(view.pinned, position) : [...view.pinned, position] })
        }
      />
      <IconButton
        icon={IconArrowUp}
        size={24}
        disabled={at === 0}
        label={t('moveUp', { column: name })}
        onClick={() => move(at - 1)}
      />
      <IconButton
        icon={IconArrowDown}
        size={24}
        disabled={at === ordered.length - 1}
        label={t('moveDown', { column: name })}
        onClick={() => move(at + 1)}
      />
    </li>
  );
}

export interface ColumnChooserProps extends TableViewState {
  readonly fields: readonly Field[];
}

/** A button and the list it opens. */
export function ColumnChooser({ fields, ...state }: ColumnChooserProps) {
  const t = useTranslations('data.table');
  const [opened, setOpened] = useState(false);
  const ordered = orderedFields(fields, state.view);
  const shown = ordered.filter(({ position }) => !state.view.hidden.includes(position)).length;
  return (
    <Popover
      opened={opened}
      onClose={() => setOpened(false)}
      label={t('columns')}
      widthPx={320}
      side="bottom-end"
      trigger={
        <Button size={24} icon={IconColumns3} aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {shown === fields.length ? t('columns') : t('columnsShown', { shown, all: fields.length })}
        </Button>
      }
    >
      <ul className={styles.columns}>
        {ordered.map((field, at) => (
          <ColumnRow key={field.position} field={field} ordered={ordered} at={at} {...state} />
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button size={24} onClick={() => state.change({ hidden: [], order: [], pinned: [], widths: {} })}>
          {t('allColumns')}
        </Button>
      </div>
    </Popover>
  );
}
