// The quality screen: may these data be trusted, and for what.
import { IconArrowRight, IconCalendar, IconDownload, IconListCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Finding, Fix, QualityReport } from '../../../shared/model/quality.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { RecordedStep } from '../../../shared/model/step.ts';
import { CannotShow, useNotify, useProject } from '../../app/index.ts';
import { useAsk, useCommand } from '../../data/index.ts';
import { useSaveFile } from '../../handover/index.ts';
import { JoinPanel, useQuality } from '../../intake/index.ts';
import { WhoIsMissing } from '../../representativeness/index.ts';
import { Banner, Button, Chip, EmptyState, Panel, Progress, Toolbar, useFigures } from '../../ui/index.ts';
import { FindingsTable } from './FindingsTable.tsx';
import { CapDialog, FillDialog, KeepOneDialog, LedgerDialog, SpellingDialog } from './FixDialogs.tsx';
import { type DateColumn, FreshPane } from './FreshPane.tsx';
import { LinesUsed } from './LinesUsed.tsx';
import { PairsDialog } from './PairsDialog.tsx';
import styles from './quality.module.css';
import { RecordedFixes } from './RecordedFixes.tsx';
import { VerdictStrip } from './VerdictStrip.tsx';

interface Chosen {
  readonly finding: Finding;
  readonly fix: Fix;
}

interface FixingProps {
  readonly chosen: Chosen | null;
  readonly limits: QualityReport['limits'];
  readonly here: string;
  readonly onApply: (sourceId: number, step: RecordedStep) => void;
  readonly onLedger: (total: number | null) => void;
  readonly onClose: () => void;
}

/** The dialog of the chosen repair. */
function Fixing({ chosen, limits, here, onApply, onLedger, onClose }: FixingProps) {
  if (!chosen) return null;
  const shared = { column: chosen.finding.column, onApply, onClose };
  const { fix } = chosen;
  switch (fix.kind) {
    case 'spelling':
      return <SpellingDialog fix={fix} {...shared} />;
    case 'cap':
      return <CapDialog fix={fix} {...shared} />;
    case 'fill':
      return <FillDialog fix={fix} {...shared} />;
    case 'keepOne':
      return <KeepOneDialog fix={fix} {...shared} />;
    case 'pairs':
      return <PairsDialog onClose={onClose} />;
    case 'ledger':
      return <LedgerDialog total={limits.ledgerTotal} here={here} onSave={onLedger} onClose={onClose} />;
    case 'step':
    case 'leaveOut':
    case 'reference':
    case 'source':
      return null;
  }
}

interface ReportProps {
  readonly report: QualityReport;
  readonly sources: readonly Source[];
  readonly currency: string;
}

function Report({ report, sources, currency }: ReportProps) {
  const t = useTranslations('quality');
  const figures = useFigures();
  const navigate = useNavigate();
  const { notify, fail } = useNotify();
  const join = useAsk('sources.join', undefined).data ?? null;
  const add = useCommand('steps.add');
  const setField = useCommand('sources.setField');
  const setLimits = useCommand('quality.setLimits');
  const missing = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const close = (): void => setChosen(null);
  const apply = (sourceId: number, step: RecordedStep): void => {
    close();
    const done = (): void => notify('ok', t('fixed', { fix: t(`recorded.kinds.${step.kind}`) }));
    add.mutate({ sourceId, step }, { onSuccess: done, onError: fail });
  };
  const leaveOut = ({ sourceId, position }: Extract<Fix, { kind: 'leaveOut' }>): void => {
    const source = sources.find(({ id }) => id === sourceId);
    const field = source?.fields.find((one) => one.position === position);
    if (!field) return;
    const done = (): void => notify('ok', t('leftOut', { column: field.name }));
    setField.mutate({ fieldId: field.id, role: 'ignore' }, { onSuccess: done, onError: fail });
  };
  const fixIt = (finding: Finding, fix: Fix): void => {
    if (fix.kind === 'step') apply(fix.sourceId, fix.step);
    else if (fix.kind === 'leaveOut') leaveOut(fix);
    else if (fix.kind === 'source') void navigate({ to: '/data' });
    else if (fix.kind === 'reference') missing.current?.querySelector<HTMLElement>('button')?.focus();
    else setChosen({ finding, fix });
  };
  const saveLedger = (ledgerTotal: number | null): void => {
    close();
    setLimits.mutate({ ledgerTotal }, { onError: fail });
  };
  const total = report.findings.find(({ code }) => code === 'ledger')?.args['total'];
  return (
    <div className={styles.body}>
      <VerdictStrip report={report} currency={currency} />
      <FindingsTable findings={report.findings} currency={currency} onFix={fixIt} />
      <RecordedFixes sources={sources} />
      <div className={styles.panes}>
        {join ? (
          <JoinPanel
            join={join}
            only={null}
            beside
            lines={report.lines ? <LinesUsed lines={report.lines} /> : undefined}
          />
        ) : (
          <Panel title={t('joined.title')}>
            <p className={styles.quiet}>{t('joined.none')}</p>
            {report.lines ? <LinesUsed lines={report.lines} /> : null}
          </Panel>
        )}
        <FreshPane
          ages={report.ages}
          limits={report.limits}
          dates={dateColumns(sources)}
          onLimits={(limits) => setLimits.mutate(limits, { onError: fail })}
        />
        <div ref={missing} className={styles.pane}>
          <WhoIsMissing />
        </div>
      </div>
      <Fixing
        chosen={chosen}
        limits={report.limits}
        here={typeof total === 'number' ? figures.money(total, currency) : ''}
        onApply={apply}
        onLedger={saveLedger}
        onClose={close}
      />
    </div>
  );
}

/** Dates about customers; lines of transactions say when somebody bought, not when a profile was looked at. */
const dateColumns = (sources: readonly Source[]): readonly DateColumn[] =>
  sources
    .filter(({ kind }) => kind !== 'transactions')
    .flatMap((source) =>
      source.fields
        .filter(({ type, role }) => type === 'date' && role !== 'pii' && role !== 'ignore')
        .map(({ position, name }) => ({ sourceId: source.id, position, name: `${source.name} › ${name}` })),
    );

/** Route `/data/quality`. */
export function Screen() {
  const t = useTranslations('quality');
  const figures = useFigures();
  const navigate = useNavigate();
  const project = useProject();
  const sources = useAsk('sources.list', undefined);
  const { report, checking, share, error, check } = useQuality(sources.data);
  const { save, saving } = useSaveFile('quality.export');
  const onSave = (): void => save(`${t('fileName', { name: project?.name ?? '' })}.xlsx`, {});
  const list = sources.data ?? [];
  const actions = (
    <>
      <Button variant="ghost" icon={IconDownload} disabled={!report || saving} onClick={onSave}>
        {t('save')}
      </Button>
      <Button disabled={checking} onClick={check}>
        {t('again')}
      </Button>
      <Button variant="primary" icon={IconArrowRight} onClick={() => void navigate({ to: '/features' })}>
        {t('toFeatures')}
      </Button>
    </>
  );
  const toData = (
    <Button variant="primary" onClick={() => void navigate({ to: '/data' })}>
      {t('toData')}
    </Button>
  );
  return (
    <div className={styles.screen}>
      <Toolbar title={t('title')} actions={list.length > 0 ? actions : null}>
        {report ? (
          <Chip icon={IconCalendar}>
            {t('checkedAt', { date: figures.date(report.checkedAt), time: figures.time(report.checkedAt) })}
          </Chip>
        ) : null}
      </Toolbar>
      {checking && list.length > 0 ? <Progress share={share} label={t('checking')} /> : null}
      {report?.stale && !checking ? <Banner tone="warn">{t('stale')}</Banner> : null}
      {error && !report ? <CannotShow title={t('title')} error={error} onRetry={check} /> : null}
      {sources.isSuccess && list.length === 0 ? (
        <EmptyState icon={IconListCheck} title={t('empty')} actions={toData}>
          {t('emptyText')}
        </EmptyState>
      ) : null}
      {list.length > 0 && !report && !error ? (
        <EmptyState icon={IconListCheck} title={t('notChecked')}>
          {t('notCheckedText')}
        </EmptyState>
      ) : null}
      {report && list.length > 0 ? (
        <Report report={report} sources={list} currency={project?.settings.currency ?? 'EUR'} />
      ) : null}
    </div>
  );
}
