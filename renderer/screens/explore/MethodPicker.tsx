// Which method divides the customers, and in one line what it is good for.
import { useTranslations } from 'use-intl';
import type { Feature } from '../../../shared/model/feature.ts';
import { METHODS, setsClasses } from '../../../shared/model/method.ts';
import { Select } from '../../ui/index.ts';
import { hasRfm } from './settings.ts';
import styles from './SettingsPane.module.css';
import type { Draft } from './view.ts';

export interface MethodPickerProps {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly features: readonly Feature[];
}

/** Methods that search, then those whose segments are set out. */
export function MethodPicker({ draft, onDraft, features }: MethodPickerProps) {
  const t = useTranslations('methods');
  const words = useTranslations('explore');
  const options = METHODS.map((method) => {
    const disabled = method === 'rfm' && !hasRfm(features);
    const name = t(`names.${method}`);
    return {
      value: method,
      label: disabled ? `${name} (${t('needsRfm')})` : name,
      group: setsClasses(method) ? t('groups.setOut') : t('groups.found'),
      disabled,
    };
  });
  return (
    <div className={styles.field}>
      <Select
        label={words('method')}
        value={draft.method}
        options={options}
        onChange={(method) => onDraft({ ...draft, method })}
      />
      <p className={styles.fieldNote}>{t(`goodFor.${draft.method}`)}</p>
    </div>
  );
}
