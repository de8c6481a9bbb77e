// Type, role and criterion of a column as three selects: small in the head, labelled in the popover.
import { useTranslations } from 'use-intl';
import { type ColumnMapping, CRITERIA, FIELD_ROLES, FIELD_TYPES } from '../../../shared/model/source.ts';
import { Select } from '../../ui/index.ts';
import type { ColumnEdit } from './draft.ts';
import styles from './preview.module.css';

const NO_CRITERION = 'none';
/** Roles that say something about customers, and so can have a criterion. */
const DESCRIPTIVE = ['feature', 'outcome', 'product', 'quantity', 'amount', 'unitPrice'];

export interface MeaningSelectsProps {
  readonly column: ColumnMapping;
  readonly onEdit: (edit: ColumnEdit) => void;
  readonly labelAt: 'spoken' | 'above';
}

/** `spoken`: the head of the preview, out of the tab order because the popover offers the same. */
export function MeaningSelects({ column, onEdit, labelAt }: MeaningSelectsProps) {
  const t = useTranslations('data');
  const name = { column: column.name };
  const inHead = labelAt === 'spoken';
  const look = inHead ? ({ labelAt, size: 24, tabIndex: -1 } as const) : ({ labelAt } as const);
  const criteria = [
    { value: NO_CRITERION, label: t('noCriterion') },
    ...CRITERIA.map((value) => ({ value: value as string, label: t(`criteria.${value}`) })),
  ];
  return (
    <>
      <Select
        {...look}
        label={inHead ? t('import.typeOf', name) : t('type')}
        value={column.type}
        options={FIELD_TYPES.map((value) => ({ value, label: t(`types.${value}`) }))}
        onChange={(type) => onEdit({ type })}
      />
      <Select
        {...look}
        label={inHead ? t('import.roleOf', name) : t('role')}
        value={column.role}
        options={FIELD_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
        onChange={(role) => onEdit({ role })}
      />
      {DESCRIPTIVE.includes(column.role) ? (
        <Select
          {...look}
          label={inHead ? t('import.criterionOf', name) : t('criterion')}
          value={column.criterion ?? NO_CRITERION}
          options={criteria}
          onChange={(value) => onEdit({ criterion: CRITERIA.find((one) => one === value) ?? null })}
        />
      ) : inHead ? (
        <span className={styles.noSelect} />
      ) : null}
    </>
  );
}
