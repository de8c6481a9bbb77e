// The Features screen: what is known per customer, and which of it is used to look for segments.
import { IconAdjustments, IconArrowRight, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ErrorData, fromErrorData } from '../../../shared/errors.ts';
import { MIN_CUSTOMERS } from '../../../shared/model/evidence.ts';
import type { FeatureSet } from '../../../shared/model/feature.ts';
import type { FeatureDefinition } from '../../../shared/model/featureDefinition.ts';
import type { Project } from '../../../shared/model/project.ts';
import { useErrorText, useNotify, useProject } from '../../app/index.ts';
import { useAsk, useCommand } from '../../data/index.ts';
import { type ComputedFeatures, useFeatureSet } from '../../intake/index.ts';
import {
  Banner,
  Button,
  Chip,
  EmptyState,
  ErrorState,
  Progress,
  SearchField,
  SegmentedControl,
  SplitPane,
  Toolbar,
  useFigures,
} from '../../ui/index.ts';
import { DefineDialog } from './DefineDialog.tsx';
import { FeatureTable } from './FeatureTable.tsx';
import styles from './features.module.css';
import { useFeatureWords } from './featureWords.ts';
import { SettingsPane } from './SettingsPane.tsx';
import { SimilarDialog } from './SimilarDialog.tsx';

interface FeaturesProps {
  readonly set: FeatureSet;
  readonly stale: boolean;
  readonly currency: string;
}

/** What stands above the table when something is wrong or worth knowing. */
function Notices({ set }: { readonly set: FeatureSet }) {
  const t = useTranslations();
  const errorText = useErrorText();
  const chosen = set.features.filter((feature) => feature.chosen).length;
  return (
    <>
      {chosen === 0 ? <Banner tone="warn">{t('features.noneChosen')}</Banner> : null}
      {set.customers < MIN_CUSTOMERS ? <Banner tone="warn">{t('features.tooFew')}</Banner> : null}
      {set.unmade?.map(({ definition: { name }, problem }) => (
        <Banner key={name} tone="warn">
          {t('makeFeatures.unmade', { name, problem: errorText(fromErrorData(problem as ErrorData)) })}
        </Banner>
      ))}
    </>
  );
}

/** Defines features and shows which say nearly the same. `null` = a new definition is being written. */
function useMaking({ set, currency }: FeaturesProps) {
  const t = useTranslations('makeFeatures');
  const words = useFeatureWords(currency);
  const [edited, setEdited] = useState<FeatureDefinition | null | undefined>(undefined);
  const [comparing, setComparing] = useState(false);
  const [least, setLeast] = useState(0.9);
  const similar = useAsk('features.similar', { least }, { enabled: comparing, keepPrevious: true }).data;
  const labelOf = (name: string): string => {
    const feature = set.features.find((one) => one.name === name);
    return feature ? words.label(feature) : name;
  };
  const buttons = (
    <div className={styles.push}>
      <Button size={24} onClick={() => setComparing(true)}>
        {t('similar.open')}
      </Button>
      <Button size={24} icon={IconPlus} onClick={() => setEdited(null)}>
        {t('add')}
      </Button>
    </div>
  );
  const dialogs = (
    <>
      {edited === undefined ? null : (
        <DefineDialog
          definition={edited}
          features={set.features}
          customers={set.customers}
          currency={currency}
          onClose={() => setEdited(undefined)}
        />
      )}
      {comparing && similar ? (
        <SimilarDialog
          similar={similar}
          labelOf={labelOf}
          least={least}
          onLeast={setLeast}
          onClose={() => setComparing(false)}
        />
      ) : null}
    </>
  );
  return { buttons, dialogs, edit: setEdited };
}

function Features(props: FeaturesProps) {
  const { set, stale, currency } = props;
  const t = useTranslations('features');
  const words = useFeatureWords(currency);
  const { fail } = useNotify();
  const choose = useCommand('features.choose');
  const making = useMaking(props);
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState<'all' | 'chosen'>('all');
  const wanted = search.trim().toLocaleLowerCase();
  const shown = set.features.filter(
    (feature) =>
      (only === 'all' || feature.chosen) && words.label(feature).toLocaleLowerCase().includes(wanted),
  );
  const chosen = set.features.filter((feature) => feature.chosen).length;
  return (
    <>
      <div className={styles.tools}>
        <div className={styles.search}>
          <SearchField label={t('search')} value={search} onChange={setSearch} />
        </div>
        <SegmentedControl
          label={t('filter.label')}
          value={only}
          options={(['all', 'chosen'] as const).map((value) => ({ value, label: t(`filter.${value}`) }))}
          onChange={setOnly}
        />
        <span className={styles.quiet}>{t('chosenOf', { chosen, total: set.features.length })}</span>
        {making.buttons}
      </div>
      <Notices set={set} />
      {shown.length === 0 ? (
        <p className={styles.nothing}>{t('noneFound')}</p>
      ) : (
        <FeatureTable
          set={set}
          shown={shown}
          currency={currency}
          stale={stale}
          onChoose={(choice) => choose.mutate(choice, { onError: fail })}
          onEdit={making.edit}
        />
      )}
      {making.dialogs}
    </>
  );
}

function Body({ computed, currency }: { readonly computed: ComputedFeatures; readonly currency: string }) {
  const t = useTranslations('features');
  const errorText = useErrorText();
  const { set, computing, share, error, compute } = computed;
  if (error && error.code !== 'JOB-CANCELLED') {
    return (
      <ErrorState
        title={t('failed')}
        code={error.code}
        actions={<Button onClick={compute}>{t('again')}</Button>}
      >
        {errorText(error)}
      </ErrorState>
    );
  }
  const progress =
    computing && !error ? (
      <div className={styles.progress} role="status">
        <span>{t('computing')}</span>
        <Progress share={share} label={t('computing')} />
      </div>
    ) : null;
  return (
    <div className={styles.body}>
      {progress}
      {error ? (
        <Banner
          actions={
            <Button size={24} onClick={compute}>
              {t('again')}
            </Button>
          }
        >
          {set ? t('cancelled') : errorText(error)}
        </Banner>
      ) : null}
      {set ? <Features set={set} stale={computing || error !== null} currency={currency} /> : null}
    </div>
  );
}

function Basis({ set, currency }: { readonly set: FeatureSet; readonly currency: string }) {
  const t = useTranslations('features');
  const figures = useFigures();
  return (
    <>
      <Chip>{t('basis', { customers: set.customers })}</Chip>
      {set.orders > 0 ? <Chip>{t('basisOrders', { orders: set.orders })}</Chip> : null}
      {set.orders > 0 ? (
        <span className={styles.quiet}>
          {t('revenue')} {figures.money(set.revenue, currency)}
        </span>
      ) : null}
    </>
  );
}

function Filled({ project }: { readonly project: Project }) {
  const t = useTranslations('features');
  const navigate = useNavigate();
  const { fail } = useNotify();
  const sources = useAsk('sources.list', undefined).data;
  const setSettings = useCommand('project.setSettings');
  const computed = useFeatureSet(sources);
  const { currency } = project.settings;
  const transactionRows = (sources ?? [])
    .filter(({ kind }) => kind === 'transactions')
    .reduce((sum, { records }) => sum + records.loaded, 0);
  const aside = (
    <SettingsPane
      settings={project.settings}
      set={computed.set}
      transactionRows={transactionRows}
      onChange={(settings) => setSettings.mutate(settings, { onError: fail })}
    />
  );
  return (
    <div className={styles.screen}>
      <Toolbar
        title={t('title')}
        actions={
          <Button variant="primary" icon={IconArrowRight} onClick={() => void navigate({ to: '/explore' })}>
            {t('toExplore')}
          </Button>
        }
      >
        {computed.set ? <Basis set={computed.set} currency={currency} /> : null}
      </Toolbar>
      <SplitPane aside={aside} widthPx={300}>
        <Body computed={computed} currency={currency} />
      </SplitPane>
    </div>
  );
}

/** Route `/features`. */
export function Screen() {
  const t = useTranslations('features');
  const navigate = useNavigate();
  const project = useProject();
  if (!project) return null;
  if (project.sources > 0) return <Filled project={project} />;
  return (
    <div className={styles.screen}>
      <Toolbar title={t('title')} />
      <EmptyState
        icon={IconAdjustments}
        title={t('emptyTitle')}
        actions={
          <Button variant="primary" onClick={() => void navigate({ to: '/data' })}>
            {t('toData')}
          </Button>
        }
      >
        {t('emptyText')}
      </EmptyState>
    </div>
  );
}
