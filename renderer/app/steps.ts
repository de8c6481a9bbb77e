// The eight steps: their addresses, icons and what comes next in a project.
import {
  IconAdjustmentsHorizontal,
  IconChartBar,
  IconChartScatter,
  IconFileText,
  IconSpeakerphone,
  IconTable,
  IconTriangleSquareCircle,
  IconUser,
  type Icon,
} from '@tabler/icons-react';
import { STEPS, type Step, type StepState } from '../../shared/model/project.ts';

export const STEP_ICONS: Readonly<Record<Step, Icon>> = {
  data: IconTable,
  features: IconAdjustmentsHorizontal,
  explore: IconChartScatter,
  segments: IconTriangleSquareCircle,
  personas: IconUser,
  campaigns: IconSpeakerphone,
  results: IconChartBar,
  report: IconFileText,
};

/** Steps that come in a later release; they never count as the next one. */
export const LATER_STEPS: readonly Step[] = ['results', 'report'];

/** The step of an address such as `/segments/3`, or null on Home. */
export function stepOf(pathname: string): Step | null {
  const first = pathname.split('/')[1] ?? '';
  return STEPS.find((step) => step === first) ?? null;
}

/** The first step that is not done, among those of this release; null when all are. */
export function nextStep(states: Readonly<Record<Step, StepState>>): Step | null {
  return STEPS.find((step) => !LATER_STEPS.includes(step) && states[step] !== 'done') ?? null;
}
