// What a recent project needs next, as a key of `home.next` and a tone.
import type { RecentProject, Step } from '../../../shared/model/project.ts';
import { nextStep } from '../../app/index.ts';

export type NextAction =
  | { readonly kind: 'missing' }
  | { readonly kind: 'attention'; readonly step: Step }
  | {
      readonly kind: 'step';
      readonly step: 'data' | 'features' | 'explore' | 'segments' | 'personas' | 'campaigns';
    }
  | { readonly kind: 'finished' };

/** A file that is gone comes first, then a step that needs attention, then the first open one. */
export function nextOf(project: Pick<RecentProject, 'exists' | 'steps'>): NextAction {
  if (!project.exists) return { kind: 'missing' };
  const step = nextStep(project.steps);
  if (step === null || step === 'results' || step === 'report') return { kind: 'finished' };
  return project.steps[step] === 'attention' ? { kind: 'attention', step } : { kind: 'step', step };
}
