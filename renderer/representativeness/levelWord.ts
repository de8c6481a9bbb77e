// A level as it is read: yes and no in the interface's language, everything else as it is written.
import { useTranslations } from 'use-intl';
import type { FeatureKind } from '../../shared/model/reference.ts';

export function useLevelWord(): (level: string, kind: FeatureKind) => string {
  const t = useTranslations('representativeness');
  return (level, kind) => (kind !== 'boolean' ? level : level === '1' ? t('yes') : t('no'));
}
