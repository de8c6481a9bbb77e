// The head of a previewed column: what it is called, how it is understood (changeable), and how its values look.
import { useTranslations } from 'use-intl';
import {
  type ColumnMapping,
  type ColumnProposal,
  CRITERIA,
  FIELD_ROLES,
  FIELD_TYPES,
} from '../../../shared/model/source.ts';
import { barCounts, useDataWords } from '../../intake/index.ts';
import { Meter, MicroHistogram, Select, useFigures, type Why, WhyDisclosure } from '../../ui/index.ts';
import type { ColumnEdit } from './draft.ts';
import styles from './preview.module.css';

export interface ColumnHeadProps {
  readonly proposal: ColumnProposal;
  readonly column: ColumnMapping;
  readonly edited: boolean;
  readonly onEdit: (edit: ColumnEdit) => void;
}

const NO_CRITERION = 'none';
/** Roles that say something about customers, and so can have a criterion. */
const DESCRIPTIVE = ['feature', 'outcome', 'product', 'quantity', 'amount', 'unitPrice'];

/** The reasons are parts of a sentence. */
function asSentence(parts: readonly string[]): string {
  const [first = ''] = parts;
  const text = [first.charAt(0).toLocaleUpperCase() + first.slice(1), ...parts.slice(1)].join('; ');
  return text === '' ? '' : `${text}.`;
}

function useWhy({ proposal, edited }: ColumnHeadProps): Why {
  const t = useTranslations('data.import');
  const words = useDataWords();
  const figures = useFigures();
  const reasons = asSentence(proposal.reasons.map(({ code, word }) => words.reason(code, word)));
  return {
    text: edited ? t('yours') : reasons || t('noReason'),
    inputs: [
      ...(edited ? [] : [{ name: t('sure'), value: figures.share(proposal.confidence, 0) }]),
      { name: t('sampled'), value: figures.count(proposal.sampled) },
    ],
  };
}

function Selects({ column, onEdit }: ColumnHeadProps) {
  const t = useTranslations('data');
  const name = { column: column.name };
  const criteria = [
    { value: NO_CRITERION, label: t('noCriterion') },
    ...CRITERIA.map((value) => ({ value: value as string, label: t(`criteria.${value}`) })),
  ];
  return (
    <>
      <Select
        label={t('import.typeOf', name)}
        labelAt="spoken"
        size={24}
        value={column.type}
        options={FIELD_TYPES.map((value) => ({ value, label: t(`types.${value}`) }))}
        onChange={(type) => onEdit({ type })}
      />
      <Select
        label={t('import.roleOf', name)}
        labelAt="spoken"
        size={24}
        value={column.role}
        options={FIELD_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
        onChange={(role) => onEdit({ role })}
      />
      {DESCRIPTIVE.includes(column.role) ? (
        <Select
          label={t('import.criterionOf', name)}
          labelAt="spoken"
          size={24}
          value={column.criterion ?? NO_CRITERION}
          options={criteria}
          onChange={(value) => onEdit({ criterion: CRITERIA.find((one) => one === value) ?? null })}
        />
      ) : (
        <span className={styles.noSelect} />
      )}
    </>
  );
}

function Values({ proposal }: { readonly proposal: ColumnProposal }) {
  const t = useTranslations('data.import');
  const { bars, name, distinct } = proposal;
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

function Missing({ proposal }: { readonly proposal: ColumnProposal }) {
  const t = useTranslations('data');
  const figures = useFigures();
  const share = proposal.sampled === 0 ? 0 : proposal.missing / proposal.sampled;
  const text = proposal.missing === 0 ? t('none') : figures.share(share);
  return (
    <div className={styles.missing}>
      <Meter
        share={share}
        label={t('import.missingOf', { column: proposal.name, share: text })}
        heightPx={4}
      />
      <span data-some={share > 0 || undefined}>{text}</span>
    </div>
  );
}

/** Name with its reasons, three selects, distribution, missing share. */
export function ColumnHead(props: ColumnHeadProps) {
  const t = useTranslations('data.import');
  const { proposal, column } = props;
  return (
    <>
      <div className={styles.name} title={proposal.header}>
        <WhyDisclosure why={useWhy(props)} label={t('whyColumn', { column: column.name })}>
          {column.name}
        </WhyDisclosure>
      </div>
      <Selects {...props} />
      <div className={styles.values}>
        <Values proposal={proposal} />
      </div>
      <Missing proposal={proposal} />
    </>
  );
}
