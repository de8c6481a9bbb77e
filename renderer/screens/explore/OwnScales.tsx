// Scaling feature by feature: a dialog with a row per chosen feature, its logarithm and its scaling.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Feature } from '../../../shared/model/feature.ts';
import { SCALES, type Scale } from '../../../shared/model/segmentation.ts';
import {
  Button,
  Checkbox,
  Modal,
  Select,
  SimpleTable,
  type TableColumn,
  VisuallyHidden,
} from '../../ui/index.ts';
import styles from './methods.module.css';

type Own = Readonly<Record<string, Scale>>;

export interface OwnScalesProps {
  /** The chosen ones. */
  readonly features: readonly Feature[];
  readonly nameOf: (feature: string) => string;
  /** How all others are scaled. */
  readonly scale: Scale;
  readonly scales: Own;
  readonly logs: boolean;
  /** Null while the features are those of former data or settings. */
  readonly onLog: ((name: string, log: boolean) => void) | null;
  readonly onSave: (scales: Own) => void;
  readonly onClose: () => void;
}

function useColumns(
  { nameOf, scale, logs, onLog }: OwnScalesProps,
  own: Own,
  onOwn: (own: Own) => void,
): readonly TableColumn<Feature>[] {
  const t = useTranslations('methods.ownScales');
  const words = useTranslations('explore');
  const set = (name: string, wanted: Scale | 'same'): void => {
    const { [name]: _former, ...rest } = own;
    onOwn(wanted === 'same' ? rest : { ...rest, [name]: wanted });
  };
  return [
    { key: 'name', header: t('feature'), cell: ({ name }) => nameOf(name) },
    {
      key: 'log',
      header: t('log'),
      cell: ({ name, type, log }) =>
        type === 'number' ? (
          <Checkbox checked={log && logs} disabled={!logs || !onLog} onChange={(on) => onLog?.(name, on)}>
            <VisuallyHidden>{words('logOf', { name: nameOf(name) })}</VisuallyHidden>
          </Checkbox>
        ) : null,
    },
    {
      key: 'scale',
      header: t('scale'),
      cell: ({ name }) => (
        <Select
          label={`${t('scale')}: ${nameOf(name)}`}
          labelAt="spoken"
          size={24}
          value={own[name] ?? 'same'}
          options={[
            { value: 'same' as const, label: `${t('as')} (${words(`scales.${scale}`)})` },
            ...SCALES.map((value) => ({ value, label: words(`scales.${value}`) })),
          ]}
          onChange={(wanted) => set(name, wanted)}
        />
      ),
    },
  ];
}

export function OwnScales(props: OwnScalesProps) {
  const { features, scales, onSave, onClose } = props;
  const t = useTranslations('methods.ownScales');
  const [own, setOwn] = useState(scales);
  const columns = useColumns(props, own, setOwn);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      widthPx={620}
      footer={
        <Button variant="primary" onClick={() => onSave(own)}>
          {t('save')}
        </Button>
      }
    >
      <p className={styles.note}>{t('note')}</p>
      <SimpleTable label={t('title')} columns={columns} rows={features} rowKey={({ name }) => name} />
    </Modal>
  );
}
