// The states before there is anything to explore: no data, no features, nothing run yet; and features that are former.
import { IconChartDots, IconDatabase, IconListDetails } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { AppError } from '../../../shared/errors.ts';
import { setsClasses } from '../../../shared/model/method.ts';
import { useErrorText } from '../../app/index.ts';
import { Banner, Button, EmptyState } from '../../ui/index.ts';
import type { Draft } from './view.ts';

/** No sources: the step before is Data. */
export function NothingToExplore({ onOpenData }: { readonly onOpenData: () => void }) {
  const t = useTranslations('explore');
  const action = (
    <Button variant="primary" onClick={onOpenData}>
      {t('openData')}
    </Button>
  );
  return (
    <EmptyState icon={IconDatabase} title={t('noDataTitle')} actions={action}>
      {t('noDataText')}
    </EmptyState>
  );
}

/** Sources, but no features yet. */
export function FeaturesMissing({ onOpenFeatures }: { readonly onOpenFeatures: () => void }) {
  const t = useTranslations('explore');
  const action = (
    <Button variant="primary" onClick={onOpenFeatures}>
      {t('openFeatures')}
    </Button>
  );
  return (
    <EmptyState icon={IconListDetails} title={t('noFeaturesTitle')} actions={action}>
      {t('noFeaturesText')}
    </EmptyState>
  );
}

/** The new ones could not be computed, or that was cancelled. */
export function FormerFeatures({
  error,
  onCompute,
}: {
  readonly error: AppError;
  readonly onCompute: () => void;
}) {
  const t = useTranslations('features');
  const errorText = useErrorText();
  return (
    <Banner
      tone="warn"
      actions={
        <Button size={24} onClick={onCompute}>
          {t('again')}
        </Button>
      }
    >
      {error.code === 'JOB-CANCELLED' ? t('cancelled') : `${t('failed')}. ${errorText(error)}`}
    </Banner>
  );
}

/** Features are there, nothing was run. */
export function NotRunYet({ draft: { method, mode, k, from, to } }: { readonly draft: Draft }) {
  const t = useTranslations('explore');
  return (
    <EmptyState icon={IconChartDots} title={t('emptyTitle')}>
      {setsClasses(method)
        ? t('emptySetOut')
        : mode === 'one'
          ? t('emptyOne', { k })
          : t('emptyText', { from, to })}
    </EmptyState>
  );
}
