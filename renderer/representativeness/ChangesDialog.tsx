// Every figure of everyone without and with weights, the biggest difference first.
import { useTranslations } from 'use-intl';
import { featureLabel } from '../../shared/i18n/featureLabel.ts';
import type { WeightedChange } from '../../shared/model/reference.ts';
import { useLevels } from '../evidence/index.ts';
import { Modal, SimpleTable, useFigures, type TableColumn } from '../ui/index.ts';

export interface ChangesDialogProps {
  readonly changes: readonly WeightedChange[];
  readonly currency: string;
  readonly onClose: () => void;
}

function useColumns(currency: string): readonly TableColumn<WeightedChange>[] {
  const t = useTranslations('representativeness');
  const builtIn = useTranslations('features.builtIn');
  const figures = useFigures();
  const write = useLevels(currency);
  const valueOf = (change: WeightedChange, value: number): string =>
    write(value, change.level === null ? change.unit : 'share');
  return [
    {
      key: 'name',
      header: t('variable'),
      cell: ({ feature, label, level }) =>
        [featureLabel(feature, label, builtIn), level].filter((word) => word !== null).join(': '),
    },
    { key: 'without', header: t('without'), align: 'end', cell: (one) => valueOf(one, one.unweighted) },
    { key: 'with', header: t('with'), align: 'end', cell: (one) => valueOf(one, one.weighted) },
    {
      key: 'change',
      header: t('change'),
      align: 'end',
      cell: ({ unweighted, weighted }) =>
        unweighted === 0 ? '' : `${figures.signed(100 * (weighted / unweighted - 1))}%`,
    },
  ];
}

export function ChangesDialog({ changes, currency, onClose }: ChangesDialogProps) {
  const t = useTranslations('representativeness');
  const columns = useColumns(currency);
  return (
    <Modal opened onClose={onClose} title={t('changes')} widthPx={620}>
      <SimpleTable
        label={t('changes')}
        columns={columns}
        rows={changes}
        rowKey={({ feature, level }) => `${feature} ${level ?? ''}`}
        empty={t('changesNone')}
      />
    </Modal>
  );
}
