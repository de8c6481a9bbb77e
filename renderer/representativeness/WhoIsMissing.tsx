// The pane with the engine behind it; place it anywhere a project is open.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CannotShow, useNotify, useProject } from '../app/index.ts';
import { useAsk, useCommand } from '../data/index.ts';
import { Panel, Progress } from '../ui/index.ts';
import { ReferenceDialog } from './ReferenceDialog.tsx';
import { WhoIsMissingView } from './WhoIsMissingView.tsx';

/** Age and categories are what populations are published by; otherwise the first variable. */
function useFirstVariable(taken: ReadonlySet<string>): string | null {
  const features = useAsk('features.get', undefined, { keepPrevious: true }).data?.features ?? [];
  const free = features.filter(({ name }) => !taken.has(name));
  const likely =
    free.find(({ name }) => name === 'age') ??
    free.find(({ type, criterion }) => type === 'category' && criterion !== 'behavioural') ??
    free[0];
  return likely?.name ?? null;
}

export function WhoIsMissing() {
  const t = useTranslations('representativeness');
  const { fail } = useNotify();
  const report = useAsk('references.report', undefined, { keepPrevious: true });
  const references = useAsk('references.list', undefined).data ?? [];
  const currency = useProject()?.settings.currency ?? 'EUR';
  const settings = useCommand('project.setSettings');
  const [editing, setEditing] = useState<string | null>(null);
  const first = useFirstVariable(new Set(references.map(({ feature }) => feature)));
  if (report.error)
    return <CannotShow title={t('title')} error={report.error} onRetry={() => void report.refetch()} />;
  if (!report.data) {
    // Null is an answer too: there are no features, so there is nobody to compare.
    return (
      <Panel title={t('title')}>
        {report.isSuccess ? <p>{t('noCustomers')}</p> : <Progress label={t('title')} share={null} />}
      </Panel>
    );
  }
  return (
    <>
      <WhoIsMissingView
        state={report.data}
        currency={currency}
        onWeighting={(weighting) => settings.mutate({ weighting }, { onError: fail })}
        onEdit={(feature) => setEditing(feature ?? first)}
      />
      {editing === null ? null : (
        <ReferenceDialog
          key={editing}
          feature={editing}
          references={references}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
