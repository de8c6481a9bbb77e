// How the file is read: what was detected, each part changeable. A change asks the file again.
import { IconFilePlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ENCODINGS, type ReadOverrides } from '../../../shared/model/readSettings.ts';
import { type Inspection } from '../../../shared/model/inspection.ts';
import { TABLE_KINDS, type TableKind } from '../../../shared/model/source.ts';
import { Button, IconButton, Menu, Select, useFigures } from '../../ui/index.ts';
import { DetectionWhy } from './DetectionWhy.tsx';
import type { FurtherTable } from './draft.ts';
import styles from './import.module.css';
import { MissingWords } from './MissingWords.tsx';
import { delimiterOptions, encodingName, headerOptions, useReadOptions } from './readOptions.ts';

export interface DetectionBarProps {
  readonly inspection: Inspection;
  readonly kind: TableKind;
  readonly onKind: (kind: TableKind) => void;
  readonly onChange: (overrides: ReadOverrides) => void;
  /** What was set by hand. */
  readonly overrides: ReadOverrides;
  /** Imports further tables of the file beside this one. */
  readonly onTables: (tables: readonly FurtherTable[]) => void;
  /** Null for the only file. */
  readonly onRemove: (() => void) | null;
  /** The day that the data stand for. */
  readonly asOf: ReactNode;
}

function TextSettings({ inspection, onChange }: Pick<DetectionBarProps, 'inspection' | 'onChange'>) {
  const t = useTranslations('data.import');
  const options = useReadOptions();
  const { settings } = inspection;
  return (
    <>
      <Select
        label={t('encoding')}
        labelAt="inside"
        value={settings.encoding}
        options={ENCODINGS.map((value) => ({ value, label: encodingName(value) }))}
        onChange={(encoding) => onChange({ encoding })}
      />
      <Select
        label={t('delimiter')}
        labelAt="inside"
        value={settings.delimiter}
        options={delimiterOptions(settings.delimiter, options.delimiter)}
        onChange={(delimiter) => onChange({ delimiter })}
      />
      <Select
        label={t('decimal')}
        labelAt="inside"
        value={settings.decimal}
        options={options.decimals}
        onChange={(decimal) => onChange({ decimal })}
      />
      <Select
        label={t('thousands')}
        labelAt="inside"
        value={settings.thousands}
        options={options.thousands}
        onChange={(thousands) => onChange({ thousands })}
      />
      <Select
        label={t('dates')}
        labelAt="inside"
        value={settings.dateOrder}
        options={options.dateOrders}
        onChange={(dateOrder) => onChange({ dateOrder })}
      />
    </>
  );
}

function SheetSettings({ inspection, onChange }: Pick<DetectionBarProps, 'inspection' | 'onChange'>) {
  const t = useTranslations('data.import');
  const { sheets, settings } = inspection;
  if (sheets.length === 0) return null;
  return (
    <Select
      label={t('sheet')}
      labelAt="inside"
      value={settings.sheet ?? sheets[0]?.name ?? ''}
      options={sheets.map(({ name, hidden }) => ({
        value: name,
        label: hidden ? t('hiddenSheet', { name }) : name,
      }))}
      onChange={(sheet) => onChange({ sheet })}
    />
  );
}

/** Further sheets of a workbook, one at a time or all that hold rows; each becomes a source of its own. */
function MoreSheets({ inspection, onTables }: Pick<DetectionBarProps, 'inspection' | 'onTables'>) {
  const t = useTranslations('wizard.sheets');
  const { sheets, settings } = inspection;
  const others = sheets.filter(({ name, rows }) => rows > 0 && name !== settings.sheet);
  if (others.length === 0) return null;
  const items = [
    {
      key: 'all',
      label: t('all'),
      onSelect: () => onTables(others.filter(({ hidden }) => !hidden).map(({ name }) => ({ sheet: name }))),
    },
    ...others.map(({ name, rows }, at) => ({
      key: name,
      label: t('size', { name, rows }),
      divided: at === 0,
      onSelect: () => onTables([{ sheet: name }]),
    })),
  ];
  const trigger = (
    <Button icon={IconFilePlus} variant="ghost">
      {t('add')}
    </Button>
  );
  return <Menu trigger={trigger} items={items} />;
}

const MOST_HEADER_ROWS = 3;

/** How many rows make up the header; only where more than one was found or chosen. */
function HeaderRows({
  inspection,
  overrides,
  onChange,
}: Pick<DetectionBarProps, 'inspection' | 'overrides' | 'onChange'>) {
  const t = useTranslations('wizard');
  const { headerRow, headerRows = 1 } = inspection.settings;
  if (headerRows === 1 && !('headerRows' in overrides)) return null;
  const most = Math.min(MOST_HEADER_ROWS, Math.max(1, headerRow));
  return (
    <Select
      label={t('headerRows')}
      labelAt="inside"
      value={String(headerRows)}
      options={Array.from({ length: most }, (_unused, at) => ({ value: `${at + 1}`, label: `${at + 1}` }))}
      onChange={(rows) => onChange({ headerRows: Number(rows) })}
    />
  );
}

/** Kind of table and read settings in one wrapping line. */
export function DetectionBar(props: DetectionBarProps) {
  const { inspection, kind, overrides, onKind, onChange, onTables, onRemove } = props;
  const t = useTranslations('data');
  const figures = useFigures();
  const { settings, fileName, bytes } = inspection;
  const isText = settings.format === 'csv';
  const headers = headerOptions(settings.headerRow);
  return (
    <div className={styles.bar} role="group" aria-label={t('import.settings')}>
      <Select
        label={t('import.kind')}
        labelAt="inside"
        value={kind}
        options={TABLE_KINDS.filter((value) => value !== 'results').map((value) => ({
          value,
          label: t(`kinds.${value}`),
        }))}
        onChange={onKind}
      />
      <span className={styles.barRule} />
      <SheetSettings inspection={inspection} onChange={onChange} />
      <MoreSheets inspection={inspection} onTables={onTables} />
      {isText ? <TextSettings inspection={inspection} onChange={onChange} /> : null}
      <Select
        label={t('import.header')}
        labelAt="inside"
        value={String(settings.headerRow)}
        options={headers.map((row) => ({
          value: String(row),
          label: row === 0 ? t('import.headerNone') : t('import.headerLine', { line: row }),
        }))}
        onChange={(row) => onChange({ headerRow: Number(row) })}
      />
      <HeaderRows inspection={inspection} overrides={overrides} onChange={onChange} />
      <MissingWords inspection={inspection} onChange={onChange} />
      {props.asOf}
      <span className={styles.size}>{figures.bytes(bytes)}</span>
      <DetectionWhy inspection={inspection} overrides={overrides} />
      {onRemove ? (
        <IconButton icon={IconX} label={t('import.removeFile', { file: fileName })} onClick={onRemove} />
      ) : null}
    </div>
  );
}
