// The repairs that were recorded, source by source; each can be taken back.
import { useTranslations } from 'use-intl';
import type { Source } from '../../../shared/model/source.ts';
import type { ListedStep } from '../../../shared/model/step.ts';
import { useNotify } from '../../app/index.ts';
import { useAsk, useCommand } from '../../data/index.ts';
import { LinkButton } from '../../ui/index.ts';
import styles from './quality.module.css';

function columnOf({ step }: ListedStep, source: Source): string {
  const position =
    'position' in step
      ? step.position
      : 'where' in step && 'position' in step.where
        ? step.where.position
        : null;
  return source.fields.find((field) => field.position === position)?.name ?? '';
}

function OfSource({ source }: { readonly source: Source }) {
  const t = useTranslations('quality.recorded');
  const { fail } = useNotify();
  const steps = useAsk('steps.list', { sourceId: source.id }).data ?? [];
  const remove = useCommand('steps.remove');
  return steps.map((listed) => (
    <li key={listed.id}>
      <b>{t(`kinds.${listed.step.kind}`)}</b>
      <span>{[columnOf(listed, source), source.name].filter((part) => part !== '').join(' · ')}</span>
      <span className={styles.quiet}>
        {listed.touched === null ? '' : t('touched', { count: listed.touched })}
      </span>
      <LinkButton onClick={() => remove.mutate({ stepId: listed.id }, { onError: fail })}>
        {t('remove')}
      </LinkButton>
    </li>
  ));
}

export function RecordedFixes({ sources }: { readonly sources: readonly Source[] }) {
  const t = useTranslations('quality.recorded');
  return (
    <details className={styles.recorded}>
      <summary>{t('title')}</summary>
      <p className={styles.quiet}>{t('note')}</p>
      <ul>
        {sources.map((source) => (
          <OfSource key={source.id} source={source} />
        ))}
      </ul>
    </details>
  );
}
