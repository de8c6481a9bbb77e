// The states without a segment to show: none in use, still loading, or an engine that cannot answer.
import { IconTriangleSquareCircle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { AppError } from '../../../shared/errors.ts';
import { useErrorText } from '../../app/index.ts';
import { Button, EmptyState, ErrorState, Progress } from '../../ui/index.ts';
import styles from './segments.module.css';

/** Nothing in use: the step before is Explore. */
export function NoSegments({ onOpenExplore }: { readonly onOpenExplore: () => void }) {
  const t = useTranslations('segments');
  const action = (
    <Button variant="primary" onClick={onOpenExplore}>
      {t('openExplore')}
    </Button>
  );
  return (
    <EmptyState icon={IconTriangleSquareCircle} title={t('emptyTitle')} actions={action}>
      {t('emptyText')}
    </EmptyState>
  );
}

/** What could not be read, and trying again. */
export function CannotShow({ error, onRetry }: { readonly error: AppError; readonly onRetry: () => void }) {
  const t = useTranslations('segments');
  const common = useTranslations('common');
  const sentence = useErrorText()(error);
  return (
    <ErrorState
      title={t('failed')}
      code={error.code}
      actions={<Button onClick={onRetry}>{common('retry')}</Button>}
    >
      {sentence}
    </ErrorState>
  );
}

/** Quiet progress while the first answer is on its way. */
export function Loading() {
  const t = useTranslations('common');
  return (
    <div className={styles.loading}>
      <Progress share={null} label={t('loading')} />
    </div>
  );
}
