// What can be done at once about a file that cannot be read as it is.
import { useTranslations } from 'use-intl';
import type { AppError } from '../../../shared/errors.ts';
import type { ReadOverrides } from '../../../shared/model/readSettings.ts';
import { Button } from '../../ui/index.ts';

export interface ErrorRemedyProps {
  readonly error: AppError;
  readonly onChange: (overrides: ReadOverrides) => void;
}

/** A quote that never closes: read quotes as text. Too many columns: take as many as a project holds. */
export function ErrorRemedy({ error, onChange }: ErrorRemedyProps) {
  const t = useTranslations('wizard.instead');
  if (error.code === 'CSV-UNCLOSED-QUOTE') {
    return (
      <Button variant="primary" onClick={() => onChange({ quote: '', escape: '' })}>
        {t('quotes')}
      </Button>
    );
  }
  if (error.code !== 'SRC-TOO-MANY-COLUMNS') return null;
  const count = Number(error.args['limit']);
  const keepColumns = Array.from({ length: count }, (_unused, position) => position);
  return (
    <Button variant="primary" onClick={() => onChange({ keepColumns })}>
      {t('firstColumns', { count })}
    </Button>
  );
}
