// The way to the quality screen, with the worst that was found as its mark.
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconExclamationCircle,
  IconListCheck,
} from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { QualityReport } from '../../../shared/model/quality.ts';
import { Button } from '../../ui/index.ts';

export interface QualityButtonProps {
  readonly report: QualityReport | null;
  readonly onOpen: () => void;
}

export function QualityButton({ report, onOpen }: QualityButtonProps) {
  const t = useTranslations('quality.scorecard');
  const count = (severity: 'must' | 'should'): number =>
    report?.judgements.reduce((sum, { counts }) => sum + (counts[severity] ?? 0), 0) ?? 0;
  const judged =
    count('must') > 0 ? IconExclamationCircle : count('should') > 0 ? IconAlertTriangle : IconCircleCheck;
  return (
    <Button icon={report ? judged : IconListCheck} onClick={onOpen}>
      {t('label')}
    </Button>
  );
}
