// Recorded fixes of a source in the order in which they are applied, with what each touches in the import in use.
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Source } from '../../../shared/model/source.ts';
import type { ListedStep } from '../../../shared/model/step.ts';
import { useNotify } from '../../app/index.ts';
import { useCommand } from '../../data/index.ts';
import { Button, IconButton, SimpleTable, type TableColumn, useFigures } from '../../ui/index.ts';
import styles from './data.module.css';
import { AddStepDialog } from './steps/AddStepDialog.tsx';
import { useStepWords } from './useStepWords.ts';

export interface StepListProps {
  readonly source: Source;
  readonly steps: readonly ListedStep[];
  readonly onMove: (stepId: number, to: number) => void;
  readonly onRemove: (stepId: number) => void;
}

function useStepColumns({
  source,
  steps,
  onMove,
  onRemove,
}: StepListProps): readonly TableColumn<ListedStep>[] {
  const t = useTranslations('fixes.steps');
  const figures = useFigures();
  const words = useStepWords(source);
  const placeOf = (step: ListedStep): number => steps.indexOf(step);
  return [
    {
      key: 'order',
      header: t('order'),
      align: 'end',
      widthPx: 64,
      cell: (one) => figures.count(placeOf(one) + 1),
    },
    { key: 'fix', header: t('fix'), cell: ({ step }) => <b>{words(step).what}</b> },
    { key: 'column', header: t('column'), cell: ({ step }) => <bdi>{words(step).column}</bdi> },
    {
      key: 'effect',
      header: t('effect'),
      align: 'end',
      cell: ({ touched }) => (
        <span className={touched ? undefined : styles.quiet}>
          {touched === null ? t('computing') : t('touched', { count: touched })}
        </span>
      ),
    },
    {
      key: 'actions',
      header: '',
      widthPx: 104,
      cell: (one) => {
        const fix = words(one.step).what;
        const at = placeOf(one);
        return (
          <span className={styles.actions}>
            <IconButton
              icon={IconArrowUp}
              size={24}
              label={t('up', { fix })}
              disabled={at === 0}
              onClick={() => onMove(one.id, at - 1)}
            />
            <IconButton
              icon={IconArrowDown}
              size={24}
              label={t('down', { fix })}
              disabled={at === steps.length - 1}
              onClick={() => onMove(one.id, at + 1)}
            />
            <IconButton
              icon={IconTrash}
              size={24}
              label={t('remove', { fix })}
              onClick={() => onRemove(one.id)}
            />
          </span>
        );
      },
    },
  ];
}

/** The steps as a table; says so when there are none. */
export function StepList(props: StepListProps) {
  const t = useTranslations('fixes.steps');
  const columns = useStepColumns(props);
  if (props.steps.length === 0) return <p className={styles.nothing}>{t('none')}</p>;
  return (
    <>
      <p className={styles.tools}>{t('note')}</p>
      <SimpleTable
        label={t('label', { name: props.source.name })}
        columns={columns}
        rows={props.steps}
        rowKey={({ id }) => String(id)}
      />
    </>
  );
}

/** The steps of a source, to be put in order and taken away. */
export function StepsView({ source, steps }: Pick<StepListProps, 'source' | 'steps'>) {
  const t = useTranslations('fixes.steps');
  const add = useTranslations('fixes.add');
  const [adding, setAdding] = useState(false);
  const { notify, fail } = useNotify();
  const move = useCommand('steps.move');
  const remove = useCommand('steps.remove');
  return (
    <>
      <div className={styles.tools}>
        <span className={styles.grow} />
        <Button size={24} icon={IconPlus} onClick={() => setAdding(true)}>
          {add('open')}
        </Button>
      </div>
      <StepList
        source={source}
        steps={steps}
        onMove={(stepId, to) => move.mutate({ stepId, to }, { onError: fail })}
        onRemove={(stepId) =>
          remove.mutate({ stepId }, { onSuccess: () => notify('ok', t('removed')), onError: fail })
        }
      />
      {adding ? <AddStepDialog source={source} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
