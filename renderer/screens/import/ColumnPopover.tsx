// Everything about one column behind its name: meaning and conventions (changeable), distribution, examples, issues,
// and why it is read this way. The keyboard's way to what the head offers the mouse.
import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ColumnMapping } from '../../../shared/model/source.ts';
import type { ReadSettings } from '../../../shared/model/readSettings.ts';
import { barCounts, isPersonal, maskPersonal, showControls, useDataWords } from '../../intake/index.ts';
import { MicroHistogram, Popover, Select, useFigures } from '../../ui/index.ts';
import type { ColumnEdit } from './draft.ts';
import { MeaningSelects } from './MeaningSelects.tsx';
import styles from './popover.module.css';
import { useReadOptions } from './readOptions.ts';
import type { ShownColumn } from './shownColumns.ts';

export interface ColumnPopoverProps {
  readonly shown: ShownColumn;
  readonly column: ColumnMapping;
  readonly edited: boolean;
  /** Sentences of the issues that concern this column. */
  readonly issues: readonly string[];
  readonly onEdit: (edit: ColumnEdit) => void;
}

function Conventions({ column, onEdit }: Pick<ColumnPopoverProps, 'column' | 'onEdit'>) {
  const t = useTranslations('data.import');
  const options = useReadOptions();
  if (column.type === 'date') {
    return (
      <Select
        label={t('dates')}
        value={column.dateOrder}
        options={options.dateOrders}
        onChange={(dateOrder) => onEdit({ dateOrder })}
      />
    );
  }
  if (column.type !== 'number' && column.type !== 'money') return null;
  const other = (decimal: ReadSettings['decimal']): ColumnEdit =>
    column.thousands === decimal ? { decimal, thousands: decimal === '.' ? ',' : '.' } : { decimal };
  return (
    <>
      <Select
        label={t('decimal')}
        value={column.decimal}
        options={options.decimals}
        onChange={(decimal) => onEdit(other(decimal))}
      />
      <Select
        label={t('thousands')}
        value={column.thousands}
        options={options.thousands.filter(({ value }) => value !== column.decimal)}
        onChange={(thousands) => onEdit({ thousands })}
      />
    </>
  );
}

/** For a column of a workbook whose numbers are shown otherwise than stored: which of the two is loaded. */
function NumbersShown({ shown, onEdit }: Pick<ColumnPopoverProps, 'shown' | 'onEdit'>) {
  const t = useTranslations('wizard.column');
  if (shown.numbersShown === undefined) return null;
  return (
    <Select
      label={t('numbersShown')}
      value={shown.numbersShown ? 'shown' : 'stored'}
      options={[
        { value: 'shown', label: t('asShown') },
        { value: 'stored', label: t('asStored') },
      ]}
      onChange={(value) => onEdit({ numbersShown: value === 'shown' })}
    />
  );
}

function Distribution({ shown, column }: Pick<ColumnPopoverProps, 'shown' | 'column'>) {
  const t = useTranslations('wizard.column');
  const figures = useFigures();
  const { bars, distinct } = shown;
  if (bars.length === 0 || isPersonal(column.role)) return null;
  const listed = column.type === 'category' || column.type === 'boolean';
  const most = Math.max(1, ...bars.map(({ count }) => count));
  /** Years and other short numbers are not grouped. */
  const endOf = (label: string): string => {
    const [value, digits] = [Number(label), label.split('.')[1]?.length ?? 0];
    const isNumber = (column.type === 'number' || column.type === 'money') && Number.isFinite(value);
    if (!isNumber || (digits === 0 && Math.abs(value) < 10_000)) return label;
    return figures.decimal(value, digits);
  };
  return (
    <section>
      <h3>{t('distribution')}</h3>
      {listed ? (
        <ul className={styles.bars}>
          {bars.map(({ label, count }) => (
            <li key={label} style={{ '--share': `${(count / most) * 100}%` }}>
              <bdi>{showControls(label)}</bdi>
              <span>{figures.count(count)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <>
          <MicroHistogram counts={barCounts(bars, distinct)} label={t('distribution')} heightPx={56} />
          <div className={styles.ends}>
            <span>{endOf(bars[0]?.label ?? '')}</span>
            <span>{endOf(bars.at(-1)?.to ?? bars.at(-1)?.label ?? '')}</span>
          </div>
        </>
      )}
    </section>
  );
}

function Facts({ shown, column }: Pick<ColumnPopoverProps, 'shown' | 'column'>) {
  const t = useTranslations('wizard.column');
  const data = useTranslations('data');
  const figures = useFigures();
  const { distinct, distinctAtLeast, missing, sampled, invalid, examples, pii, header } = shown;
  const personal = isPersonal(column.role);
  const shownExamples = personal ? examples.map((text) => maskPersonal(text, pii)) : examples;
  return (
    <dl className={styles.facts}>
      {header === column.name ? null : (
        <>
          <dt>{t('inFile')}</dt>
          <dd>
            <bdi>{showControls(header.slice(0, 200))}</bdi>
          </dd>
        </>
      )}
      <dt>{t('different')}</dt>
      <dd>{distinctAtLeast ? t('atLeast', { count: distinct }) : figures.count(distinct)}</dd>
      <dt>{data('missing')}</dt>
      <dd>{missing === 0 ? data('none') : figures.share(missing / Math.max(1, sampled))}</dd>
      {invalid ? (
        <>
          <dt>{t('invalid')}</dt>
          <dd data-tone="bad">{figures.count(invalid)}</dd>
        </>
      ) : null}
      <dt>{t('examples')}</dt>
      <dd className={styles.examples}>
        {shownExamples.length === 0 ? data('none') : null}
        {shownExamples.map((text, at) => (
          <bdi key={`${at} ${text}`}>{showControls(text)}</bdi>
        ))}
        {personal ? <span>{t('hidden')}</span> : null}
      </dd>
    </dl>
  );
}

function Reasons({ shown, edited }: Pick<ColumnPopoverProps, 'shown' | 'edited'>) {
  const t = useTranslations('wizard.column');
  const data = useTranslations('data.import');
  const words = useDataWords();
  const figures = useFigures();
  return (
    <section>
      <h3>{t('why')}</h3>
      {edited ? <p>{data('yours')}</p> : null}
      {!edited && shown.reasons.length === 0 ? <p>{data('noReason')}</p> : null}
      {edited || shown.reasons.length === 0 ? null : (
        <ul>
          {shown.reasons.map(({ code, word }) => (
            <li key={code}>{words.reason(code, word)}</li>
          ))}
          <li>
            {data('sure')}: {figures.share(shown.confidence, 0)}
          </li>
        </ul>
      )}
    </section>
  );
}

/** The column's name as a button; Enter opens, Esc closes. */
export function ColumnPopover({
  onMove,
  tabIndex,
  ...props
}: ColumnPopoverProps & {
  /** Arrow keys on the name: to the next (1) or former (−1) column. */
  readonly onMove: (event: KeyboardEvent) => void;
  readonly tabIndex: 0 | -1;
}) {
  const t = useTranslations('wizard.column');
  const [opened, setOpened] = useState(false);
  const { shown, column, issues, onEdit } = props;
  const trigger = (
    <button
      type="button"
      className={styles.name}
      tabIndex={tabIndex}
      data-column={column.position}
      aria-expanded={opened}
      aria-label={t('open', { column: column.name })}
      onClick={() => setOpened((now) => !now)}
      onKeyDown={onMove}
    >
      <bdi>{showControls(column.name)}</bdi>
    </button>
  );
  return (
    <Popover
      trigger={trigger}
      opened={opened}
      onClose={() => setOpened(false)}
      label={t('open', { column: column.name })}
      widthPx={340}
    >
      <div className={styles.body}>
        <h2>
          <bdi>{showControls(column.name)}</bdi>
        </h2>
        <div className={styles.selects}>
          <MeaningSelects column={column} onEdit={onEdit} labelAt="above" />
          <Conventions column={column} onEdit={onEdit} />
          <NumbersShown shown={shown} onEdit={onEdit} />
        </div>
        <Distribution shown={shown} column={column} />
        <Facts shown={shown} column={column} />
        {issues.length > 0 ? (
          <section>
            <h3>{t('issues')}</h3>
            <ul>
              {issues.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </section>
        ) : null}
        <Reasons {...props} />
      </div>
    </Popover>
  );
}
