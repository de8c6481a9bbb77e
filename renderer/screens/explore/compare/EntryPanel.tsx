// One solution in full: why it is recommended, all its tests, how well each segment holds, and the button to use it.
import { useTranslations } from 'use-intl';
import type { Baseline, Reason, Tournament, TournamentEntry } from '../../../../shared/model/tournament.ts';
import { Button, Chip, Meter, Panel, SimpleTable, useFigures, WhyDisclosure } from '../../../ui/index.ts';
import { type BoardRow, isBaseline, TESTS } from './boardRows.ts';
import styles from './compare.module.css';
import { Reasons } from './Reasons.tsx';
import { usePlainName, useVariant } from './solutionName.ts';

export interface EntryPanelProps {
  readonly entry: BoardRow;
  readonly reasons: readonly Reason[] | null;
  /** It divides customers among whom there are no groups. */
  readonly practical: boolean;
  readonly outcome: Tournament['outcome'];
  readonly nameOf: (feature: string) => string;
  readonly using: boolean;
  readonly onUse: () => void;
}

/** Hennig (2007): a segment below does not come back as itself. */
const HOLDS = 0.75;
const DASH = '–';

function Passport({ entry }: { readonly entry: TournamentEntry }) {
  const t = useTranslations('compare');
  const figures = useFigures();
  const { stability, sizes } = entry;
  if (!stability) return null;
  return (
    <>
      <h3 className={styles.subhead}>{t('passport')}</h3>
      <SimpleTable
        label={t('passport')}
        columns={[
          { key: 'segment', header: t('passportColumns.segment'), cell: ({ at }) => figures.count(at + 1) },
          {
            key: 'size',
            header: t('passportColumns.size'),
            align: 'end',
            cell: ({ size }) => figures.count(size),
          },
          {
            key: 'jaccard',
            header: t('passportColumns.jaccard'),
            align: 'end',
            cell: ({ value }) => (
              <span className={styles.value}>
                {figures.decimal(value)}
                <Meter
                  share={value}
                  tick={HOLDS}
                  label=""
                  heightPx={3}
                  tone={value < HOLDS ? 'muted' : 'ink'}
                />
              </span>
            ),
          },
        ]}
        rows={stability.jaccard.map((value, at) => ({ at, value, size: sizes[at] ?? 0 }))}
        rowKey={({ at }) => String(at)}
      />
    </>
  );
}

interface Fact {
  readonly name: string;
  readonly value: string;
}

function useFacts({
  entry,
  outcome,
  nameOf,
}: Pick<EntryPanelProps, 'entry' | 'outcome' | 'nameOf'>): readonly Fact[] {
  const t = useTranslations('compare.facts');
  const words = useTranslations('compare');
  const figures = useFigures();
  const { judged } = entry;
  const stability = isBaseline(entry) ? null : entry.stability;
  const decimal = (value: number | null, digits = 2): string =>
    value === null ? DASH : figures.decimal(value, digits);
  const name = outcome === null ? '' : nameOf(outcome);
  const facts: (Fact | null)[] = [
    {
      name: t('silhouette'),
      value:
        judged.silhouette === null
          ? DASH
          : t('silhouetteOf', { value: figures.decimal(judged.silhouette, 3), n: judged.silhouetteRows }),
    },
    {
      name: t('ch'),
      value: judged.calinskiHarabasz === null ? DASH : figures.count(judged.calinskiHarabasz),
    },
    { name: t('db'), value: decimal(judged.daviesBouldin) },
    { name: t('dunn'), value: decimal(judged.dunn, 3) },
    stability && { name: t('ari'), value: decimal(stability.ari) },
    stability && { name: t('resamples'), value: figures.count(stability.resamples) },
    judged.fidelity === null
      ? null
      : {
          name: t('tree'),
          value: t('treeOf', { share: figures.share(judged.fidelity, 0), leaves: judged.leaves }),
        },
    judged.contrast && {
      name: t('eta', { outcome: name }),
      value: t('etaOf', {
        value: decimal(judged.contrast.etaSquared),
        low: decimal(judged.contrast.low),
        high: decimal(judged.contrast.high),
      }),
    },
    judged.concentration === null
      ? null
      : { name: t('gini', { outcome: name }), value: decimal(judged.concentration) },
    judged.reach === null ? null : { name: t('reach'), value: figures.share(judged.reach, 0) },
    isBaseline(entry) || entry.scale === null
      ? null
      : { name: t('scale'), value: words(`scales.${entry.scale}`) },
    { name: t('features'), value: entry.features.map(nameOf).join(', ') },
  ];
  return facts.flatMap((fact) => fact ?? []);
}

function WhyTests({ outcome, nameOf }: Pick<EntryPanelProps, 'outcome' | 'nameOf'>) {
  const t = useTranslations('compare');
  const texts = {
    separation: t('why.separation'),
    stability: t('why.stability'),
    explainability: t('why.explainability'),
    contrast: outcome === null ? t('why.contrastNone') : t('why.contrast', { outcome: nameOf(outcome) }),
    balance: t('why.balance'),
  };
  const inputs = TESTS.map((test) => ({ name: t(`columns.${test}`), value: texts[test] }));
  return <WhyDisclosure label={t('whyTests')} why={{ text: t('why.text'), inputs }} />;
}

/** What a division is that nobody searched for, and why its contrast says little. */
function SetOut({
  entry: { features },
  outcome,
  nameOf,
}: Pick<EntryPanelProps, 'outcome' | 'nameOf'> & { readonly entry: Baseline }) {
  const t = useTranslations('compare.baseline');
  return (
    <p className={`${styles.text} ${styles.setOut}`}>
      {t('text')}{' '}
      {outcome !== null && features.includes(outcome) ? t('circular', { outcome: nameOf(outcome) }) : null}
    </p>
  );
}

/** The chosen solution, else the recommended one. */
export function EntryPanel(props: EntryPanelProps) {
  const { entry, reasons, practical, using, onUse } = props;
  const t = useTranslations('compare');
  const title = usePlainName()(entry);
  const variant = useVariant()(entry);
  const facts = useFacts(props);
  return (
    <Panel title={title} note={variant} actions={<WhyTests {...props} />} className={styles.part ?? ''}>
      {reasons ? (
        <>
          <Chip tone="accent">{t('recommended')}</Chip>
          <Reasons reasons={reasons} />
        </>
      ) : null}
      {practical ? <p className={styles.text}>{t('practical')}</p> : null}
      <Button variant="primary" wide disabled={using} onClick={onUse}>
        {t(using ? 'using' : 'use')}
      </Button>
      {isBaseline(entry) ? <SetOut {...props} entry={entry} /> : <Passport entry={entry} />}
      <h3 className={styles.subhead}>{t('details')}</h3>
      <dl className={styles.facts}>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
