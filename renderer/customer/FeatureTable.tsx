// The customer's features and where each stands among all analysed customers.
import { useTranslations } from 'use-intl';
import type { CustomerCard, CustomerFeature } from '../../shared/model/customer.ts';
import type { Feature } from '../../shared/model/feature.ts';
import { useFeatureNames, useLevels } from '../evidence/index.ts';
import { useAsk } from '../data/index.ts';
import { Meter, SimpleTable, type TableColumn, useFigures } from '../ui/index.ts';
import styles from './customer.module.css';

export interface FeatureTableProps {
  readonly card: CustomerCard;
  readonly currency: string;
}

const MISSING = '–';

export function FeatureTable({ card, currency }: FeatureTableProps) {
  const t = useTranslations('customer');
  const figures = useFigures();
  const nameOf = useFeatureNames();
  const write = useLevels(currency);
  const facts = useAsk('features.get', undefined).data?.features ?? [];
  const factOf = (name: string): Feature | undefined => facts.find((one) => one.name === name);
  const shown = ({ name, value }: CustomerFeature): string => {
    if (value === null) return MISSING;
    if (typeof value === 'string') return value;
    const fact = factOf(name);
    if (fact?.type === 'boolean') return t(value === 1 ? 'yes' : 'no');
    return write(value, fact?.unit ?? 'none');
  };
  const columns: readonly TableColumn<CustomerFeature>[] = [
    { key: 'name', header: t('feature'), cell: ({ name }) => nameOf(name, factOf(name)?.label) },
    { key: 'value', header: t('value'), align: 'end', widthPx: 160, cell: shown },
    {
      key: 'rank',
      header: t('rank'),
      widthPx: 240,
      cell: ({ rank }) =>
        rank === null ? null : (
          <span className={styles.rank}>
            <Meter share={rank} label={t('rankOf', { share: figures.share(rank, 0) })} />
            <span>{figures.share(rank, 0)}</span>
          </span>
        ),
    },
  ];
  return (
    <section>
      <h3>{t('features')}</h3>
      <SimpleTable label={t('features')} columns={columns} rows={card.features} rowKey={({ name }) => name} />
    </section>
  );
}
