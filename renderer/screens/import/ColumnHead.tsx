// The head of a previewed column: what it is called, how it is understood (changeable), and how its values look.
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { barCounts } from '../../intake/index.ts';
import { Meter, MicroHistogram, useFigures } from '../../ui/index.ts';
import { ColumnPopover, type ColumnPopoverProps } from './ColumnPopover.tsx';
import { MeaningSelects } from './MeaningSelects.tsx';
import styles from './preview.module.css';
import type { ShownColumn } from './shownColumns.ts';

export interface ColumnHeadProps extends ColumnPopoverProps {
  readonly tabIndex: 0 | -1;
  readonly onMove: (event: KeyboardEvent) => void;
}

function Values({ shown }: { readonly shown: ShownColumn }) {
  const t = useTranslations('data.import');
  const { bars, name, distinct } = shown;
  if (bars.length === 0) return <span className={styles.distinct}>{t('distinct', { count: distinct })}</span>;
  return (
    <div title={bars.map(({ label, count }) => `${label}: ${count}`).join('\n')}>
      <MicroHistogram
        counts={barCounts(bars, distinct)}
        label={t('distribution', { column: name })}
        heightPx={24}
      />
    </div>
  );
}

function Missing({ shown }: { readonly shown: ShownColumn }) {
  const t = useTranslations('data');
  const figures = useFigures();
  const share = shown.sampled === 0 ? 0 : shown.missing / shown.sampled;
  const least = `< ${figures.share(LEAST_SHARE)}`;
  const text = shown.missing === 0 ? t('none') : share < LEAST_SHARE ? least : figures.share(share);
  return (
    <div className={styles.missing}>
      <Meter share={share} label={t('import.missingOf', { column: shown.name, share: text })} heightPx={4} />
      <span data-some={share > 0 || undefined}>{text}</span>
    </div>
  );
}

/** Some are missing: 0.0% would say that none is. */
const LEAST_SHARE = 0.001;

/** Name with everything behind it, three selects, distribution, missing share. */
export function ColumnHead(props: ColumnHeadProps) {
  const { shown, column, onEdit } = props;
  return (
    <>
      <ColumnPopover {...props} />
      <MeaningSelects column={column} onEdit={onEdit} labelAt="spoken" />
      <div className={styles.values}>
        <Values shown={shown} />
      </div>
      <Missing shown={shown} />
    </>
  );
}
