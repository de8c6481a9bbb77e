// The Data screen: what was imported, where every record went, and how the tables meet.
import { IconArrowRight, IconFilePlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FileHandle } from '../../../shared/host.ts';
import type { Source } from '../../../shared/model/source.ts';
import { useErrorText, useNotify } from '../../app/index.ts';
import { useAsk, useCommand } from '../../data/index.ts';
import {
  DropArea,
  dropProps,
  type Intake,
  JoinPanel,
  useFeatureSet,
  useIntake,
  useQuality,
} from '../../intake/index.ts';
import { Banner, Button, ErrorState, SplitPane, Toolbar } from '../../ui/index.ts';
import styles from './data.module.css';
import { QualityButton } from './QualityButton.tsx';
import { SourceList } from './SourceList.tsx';
import { SourceView } from './SourceView.tsx';

/** Long enough to set the roles of several columns. */
const FEATURES_AFTER_MS = 1500;

function Empty({ intake }: { readonly intake: Intake }) {
  const t = useTranslations('data');
  return (
    <div className={styles.start}>
      <h2>{t('emptyTitle')}</h2>
      <p>{t('emptyText')}</p>
      <DropArea onFiles={intake.drop} onChoose={intake.choose} busy={intake.busy} />
    </div>
  );
}

function onlyKind(sources: readonly Source[]): 'customers' | 'transactions' | null {
  const kinds = new Set(sources.map(({ kind }) => kind));
  if (kinds.has('transactions')) return kinds.has('customers') ? null : 'transactions';
  return kinds.has('customers') ? 'customers' : null;
}

function Sources({ sources }: { readonly sources: readonly Source[] }) {
  const t = useTranslations('data');
  const join = useAsk('sources.join', undefined).data ?? null;
  const { notify, fail } = useNotify();
  const rename = useCommand('sources.rename');
  const remove = useCommand('sources.remove');
  const setField = useCommand('sources.setField');
  const [wanted, setWanted] = useState<number | null>(null);
  const source = sources.find(({ id }) => id === wanted) ?? sources.at(-1);
  if (!source) return null;
  const { id: sourceId, name } = source;
  const aside = (
    <div className={styles.aside}>
      <SourceList sources={sources} selectedId={sourceId} onSelect={setWanted} />
      <JoinPanel join={join} only={onlyKind(sources)} />
    </div>
  );
  return (
    <SplitPane side="start" widthPx={340} aside={aside}>
      <SourceView
        key={sourceId}
        source={source}
        onRename={(text) => rename.mutate({ sourceId, name: text }, { onError: fail })}
        onRemove={() =>
          remove.mutate(
            { sourceId },
            { onSuccess: () => notify('ok', t('removed', { name })), onError: fail },
          )
        }
        onField={(change) => setField.mutate(change, { onError: fail })}
      />
    </SplitPane>
  );
}

/** Route `/data`. */
export function Screen() {
  const t = useTranslations('data');
  const navigate = useNavigate();
  const errorText = useErrorText();
  const sources = useAsk('sources.list', undefined);
  const toImport = (files: readonly FileHandle[]): void =>
    void navigate({ to: '/data/import', state: { importFiles: files } });
  const intake = useIntake(toImport);
  const list = sources.data ?? [];
  // Every decision here changes the features; they are ready again by the time another screen asks.
  useFeatureSet(sources.data, FEATURES_AFTER_MS);
  const quality = useQuality(sources.data, FEATURES_AFTER_MS);
  const actions = (
    <>
      <QualityButton report={quality.report} onOpen={() => void navigate({ to: '/data/quality' })} />
      <Button icon={IconFilePlus} onClick={intake.choose} disabled={intake.busy}>
        {t('addFiles')}
      </Button>
      <Button variant="primary" icon={IconArrowRight} onClick={() => void navigate({ to: '/features' })}>
        {t('toFeatures')}
      </Button>
    </>
  );
  return (
    <div className={styles.screen} {...dropProps(intake)}>
      <Toolbar title={t('title')} actions={list.length > 0 ? actions : null} />
      {intake.error ? <Banner tone="bad">{errorText(intake.error)}</Banner> : null}
      {sources.error ? (
        <ErrorState title={t('title')} code={sources.error.code}>
          {errorText(sources.error)}
        </ErrorState>
      ) : null}
      {/* After an import the former, empty list is there until it is asked for again. */}
      {sources.isSuccess && !sources.isFetching && list.length === 0 ? <Empty intake={intake} /> : null}
      {list.length > 0 ? <Sources sources={list} /> : null}
    </div>
  );
}
