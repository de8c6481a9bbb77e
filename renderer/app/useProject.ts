// The open project as the engine describes it.
import type { Project } from '../../shared/model/project.ts';
import { useAsk } from '../data/index.ts';

/** The open project; null when there is none, undefined until the engine has answered. */
export function useProject(): Project | null | undefined {
  return useAsk('project.current', undefined).data;
}
