// The conditions that hold, each removable, and whether all or any of them must be met.
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Field } from '../../../../shared/model/source.ts';
import { Button, IconButton, Select } from '../../../ui/index.ts';
import styles from './table.module.css';
import type { TableViewState } from './tableView.ts';
import { useFilterWords } from './useFilterWords.ts';

export interface FilterChipsProps extends TableViewState {
  readonly fields: readonly Field[];
}

export function FilterChips({ fields, view, change, reset, untouched }: FilterChipsProps) {
  const t = useTranslations('data.table');
  const describe = useFilterWords();
  if (untouched) return null;
  const remove = (at: number): void => change({ filters: view.filters.filter((_, index) => index !== at) });
  return (
    <div className={styles.chips}>
      {view.filters.map((filter, at) => {
        const field = fields.find(({ position }) => position === filter.position);
        if (!field) return null;
        const words = describe(field, filter);
        return (
          <span key={`${filter.position} ${filter.op}`} className={styles.chip}>
            <span title={words}>
              <bdi>{words}</bdi>
            </span>
            <IconButton
              icon={IconX}
              size={24}
              label={t('removeFilter', { filter: words })}
              onClick={() => remove(at)}
            />
          </span>
        );
      })}
      {view.filters.length > 1 ? (
        <Select
          label={t('match.label')}
          labelAt="spoken"
          size={24}
          value={view.match}
          options={(['all', 'any'] as const).map((value) => ({ value, label: t(`match.${value}`) }))}
          onChange={(match) => change({ match })}
        />
      ) : null}
      <Button size={24} variant="ghost" onClick={reset}>
        {t('reset')}
      </Button>
    </div>
  );
}
