// Segments of former data: said wherever they are worked with, and mended by placing today's customers in them.
import { useTranslations } from 'use-intl';
import { isUnderWay } from '../../shared/model/job.ts';
import { useJob, useJobs } from '../data/index.ts';
import { Banner, Button } from '../ui/index.ts';
import { useNotify } from './notices.ts';

/** Places all current customers by a solution's stored model; null while that runs. */
export function usePlacing(): ((segmentationId: number) => void) | null {
  const t = useTranslations('methods.outdated');
  const assign = useJob('segmentations.assign');
  const jobs = useJobs();
  const { ended, notify } = useNotify();
  const busy = jobs.some((job) => job.kind === 'segmentations.assign' && isUnderWay(job));
  if (busy) return null;
  return (segmentationId) =>
    assign.mutate({ segmentationId }, { onError: ended, onSuccess: () => notify('ok', t('placed')) });
}

export interface FormerCustomersProps {
  /** Null while they are being placed. */
  readonly onPlace: (() => void) | null;
}

/** One line: customers changed since these segments were made. */
export function FormerCustomers({ onPlace }: FormerCustomersProps) {
  const t = useTranslations('methods.outdated');
  return (
    <Banner tone="warn" actions={onPlace ? <Button onClick={onPlace}>{t('place')}</Button> : null}>
      <b>{t('title')}.</b> {t('text')} {t('placeNote')}
    </Banner>
  );
}
