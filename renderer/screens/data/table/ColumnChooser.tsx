// Which columns are shown, in which order, and which stay at the left.
import { IconArrowDown, IconArrowUp, IconColumns3, IconPin, IconPinFilled } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Field } from '../../../../shared/model/source.ts';
import { Button, Checkbox, IconButton, Popover, SearchField } from '../../../ui/index.ts';
import styles from './table.module.css';
import { orderedFields, type TableViewState } from './tableView.ts';

interface RowProps extends TableViewState {
  readonly field: Field;
  readonly ordered: readonly Field[];
  readonly at: number;
  readonly topPx: number;
}

const without = (list: readonly number[], position: number): number[] =>
  list.filter((one) => one !== position);

function ColumnRow({ field, ordered, at, topPx, view, change }: RowProps) {
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
    <li className={styles.column} style={{ transform: `translateY(${topPx}px)` }}>
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

interface ListProps extends TableViewState {
  readonly ordered: readonly Field[];
}

const ROW_PX = 30;
/** Beyond these the list has a search field, and only the rows in view exist: a file may have 1,990 columns. */
const MANY = 30;

function ColumnList({ ordered, ...state }: ListProps) {
  const t = useTranslations('data.table');
  const scroller = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState('');
  const places = useMemo(() => {
    const word = wanted.trim().toLowerCase();
    return ordered.flatMap(({ name }, at) => (name.toLowerCase().includes(word) ? [at] : []));
  }, [ordered, wanted]);
  const virtual = useVirtualizer({
    count: places.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    initialRect: { width: 300, height: 320 },
  });
  return (
    <>
      {ordered.length > MANY ? (
        <SearchField label={t('findColumn')} value={wanted} onChange={setWanted} />
      ) : null}
      <div ref={scroller} className={styles.columns}>
        <ul style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const at = places[index] ?? 0;
            const field = ordered[at];
            if (!field) return null;
            return (
              <ColumnRow
                key={field.position}
                field={field}
                ordered={ordered}
                at={at}
                topPx={start}
                {...state}
              />
            );
          })}
        </ul>
      </div>
    </>
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
      <ColumnList ordered={ordered} {...state} />
      <div className={styles.buttons}>
        <Button size={24} onClick={() => state.change({ hidden: [], order: [], pinned: [], widths: {} })}>
          {t('allColumns')}
        </Button>
      </div>
    </Popover>
  );
}
