// How the file is read: what was detected, each part changeable. A change asks the file again.
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import {
  ENCODINGS,
  type Inspection,
  type ReadOverrides,
  TABLE_KINDS,
  type TableKind,
} from '../../../shared/model/source.ts';
import { IconButton, Select, useFigures } from '../../ui/index.ts';
import styles from './import.module.css';
import { delimiterOptions, headerOptions, useReadOptions } from './readOptions.ts';

export interface DetectionBarProps {
  readonly inspection: Inspection;
  readonly kind: TableKind;
  readonly onKind: (kind: TableKind) => void;
  readonly onChange: (overrides: ReadOverrides) => void;
  /** Null for the only file. */
  readonly onRemove: (() => void) | null;
}

const MAC_NAMES: Readonly<Record<string, string>> = {
  macintosh: 'MacRoman',
  'x-mac-cyrillic': 'MacCyrillic',
};

/** Names of encodings as they are written everywhere: `Windows-1252`, `UTF-8`. */
export const encodingName = (encoding: string): string =>
  MAC_NAMES[encoding] ??
  (encoding.startsWith('windows') ? encoding.replace('w', 'W') : encoding.toUpperCase());

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

/** Kind of table and read settings in one wrapping line. */
export function DetectionBar({ inspection, kind, onKind, onChange, onRemove }: DetectionBarProps) {
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
      <span className={styles.size}>{figures.bytes(bytes)}</span>
      {onRemove ? (
        <IconButton icon={IconX} label={t('import.removeFile', { file: fileName })} onClick={onRemove} />
      ) : null}
    </div>
  );
}
