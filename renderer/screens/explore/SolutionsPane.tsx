// Every solution that was run and kept: show one, or remove it (undo brings it back).
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { Chip, IconButton, Panel, useFigures } from '../../ui/index.ts';
import styles from './explore.module.css';
import { useDifferences } from './useDifferences.ts';

export interface SolutionsPaneProps {
  readonly solutions: readonly Segmentation[];
  readonly shownId: number;
  readonly onShow: (id: number) => void;
  readonly onRemove: (id: number) => void;
  readonly nameOf: (feature: string) => string;
}

function Solution({
  solution,
  shown,
  difference,
  onShow,
  onRemove,
}: Pick<SolutionsPaneProps, 'onShow' | 'onRemove'> & {
  readonly solution: Segmentation;
  /** What tells it from others of its name. */
  readonly difference: string;
  readonly shown: boolean;
}) {
  const t = useTranslations('explore');
  const names = useTranslations('methods.names');
  const figures = useFigures();
  const when = figures.time(solution.createdAt);
  const silhouette = solution.scores.silhouette;
  const called = t('solution', { k: solution.k, method: names(solution.settings.method) });
  const name = difference === '' ? called : `${called}, ${difference}`;
  return (
    <li className={styles.solution} data-shown={shown || undefined}>
      <button
        type="button"
        className={styles.solutionOpen}
        aria-current={shown || undefined}
        aria-label={`${name}. ${t('show', { when: `${figures.date(solution.createdAt)}, ${when}` })}`}
        onClick={() => onShow(solution.id)}
      >
        <span>{name}</span>
        {solution.active ? <Chip tone="ok">{t('inUse')}</Chip> : null}
        <span className={styles.solutionFigures}>
          {silhouette ? figures.decimal(silhouette.value) : '–'}
          <span className={styles.quiet}>{when}</span>
        </span>
      </button>
      <IconButton
        icon={IconTrash}
        size={24}
        label={t('remove', { when })}
        onClick={() => onRemove(solution.id)}
      />
    </li>
  );
}

/** The history of runs, newest first. */
export function SolutionsPane({ solutions, shownId, nameOf, ...actions }: SolutionsPaneProps) {
  const t = useTranslations('explore');
  const differenceOf = useDifferences(solutions, nameOf);
  return (
    <Panel
      edge="top"
      className={styles.test ?? ''}
      padded={false}
      title={t('history')}
      note={t('historyNote', { count: solutions.length })}
    >
      <ul className={styles.solutions}>
        {solutions.map((solution) => (
          <Solution
            key={solution.id}
            solution={solution}
            shown={solution.id === shownId}
            difference={differenceOf(solution.id)}
            {...actions}
          />
        ))}
      </ul>
    </Panel>
  );
}
