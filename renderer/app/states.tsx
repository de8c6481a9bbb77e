// States that several screens share: nothing in use yet, and an engine that cannot answer.
import { IconTriangleSquareCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { AppError } from '../../shared/errors.ts';
import { Button, EmptyState, ErrorState } from '../ui/index.ts';
import { useErrorText } from './notices.ts';

export interface NoSegmentsViewProps {
  readonly onOpenExplore: () => void;
}

/** No segments in use: the step before is Explore. */
export function NoSegmentsView({ onOpenExplore }: NoSegmentsViewProps) {
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

/** The same, going to Explore by itself. */
export function NoSegments() {
  const navigate = useNavigate();
  return <NoSegmentsView onOpenExplore={() => void navigate({ to: '/explore' })} />;
}

export interface CannotShowProps {
  readonly title: string;
  readonly error: AppError;
  readonly onRetry: () => void;
}

/** What could not be read, why, and trying again. */
export function CannotShow({ title, error, onRetry }: CannotShowProps) {
  const common = useTranslations('common');
  const sentence = useErrorText()(error);
  return (
    <ErrorState
      title={title}
      code={error.code}
      actions={<Button onClick={onRetry}>{common('retry')}</Button>}
    >
      {sentence}
    </ErrorState>
  );
}
