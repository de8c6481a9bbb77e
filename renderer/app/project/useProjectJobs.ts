// The job that makes and opens the sample project.
import { useJob } from '../../data/index.ts';

/** Resolves when the sample of that language is open. */
export function useProjectJobs(): (locale: 'en' | 'pt-BR' | 'ru') => Promise<unknown> {
  const sample = useJob('project.sample');
  return (locale) => sample.mutateAsync({ locale });
}
