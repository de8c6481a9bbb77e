// The third level of the breadcrumb: the file step of Data, the open segment, the persona of the open segment.
import { useLocation, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Step } from '../../../shared/model/project.ts';
import { useAsk } from '../../data/index.ts';

/** Words after the step; empty where the screen has nothing open. Both screens open the first segment by default. */
export function useTrail(step: Step | null, hasProject: boolean): readonly string[] {
  const t = useTranslations('shell');
  const { pathname } = useLocation();
  const { id } = useParams({ strict: false });
  const bySegment = hasProject && (step === 'segments' || step === 'personas');
  const segments = useAsk('segments.list', {}, { enabled: bySegment }).data ?? [];
  const personas =
    useAsk('personas.list', undefined, { enabled: hasProject && step === 'personas' }).data ?? [];
  if (pathname === '/data/import') return [t('importFiles')];
  if (pathname === '/data/quality') return [t('quality')];
  const open = bySegment ? (segments.find((segment) => String(segment.id) === id) ?? segments[0]) : undefined;
  if (!open) return [];
  return [
    personas.find((persona) => persona.segmentId === open.id && step === 'personas')?.name ?? open.name,
  ];
}
