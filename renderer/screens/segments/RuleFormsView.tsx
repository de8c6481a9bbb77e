// The rule in other forms: what a database, a spreadsheet or a scoring program reads. Everything comes by props.
import { useTranslations } from 'use-intl';
import { RULE_FORMS, type RuleForm } from '../../../shared/model/ruleForm.ts';
import { Button, Modal, SegmentedControl, useFigures } from '../../ui/index.ts';
import { CopyButton } from './CopyButton.tsx';
import styles from './ruleForms.module.css';

export type RuleScope = 'one' | 'all';

export interface RuleFormsViewProps {
  readonly scope: RuleScope;
  readonly form: RuleForm;
  /** Null while it is being written. */
  readonly text: string | null;
  /** Share of customers whom the tree of all segments puts in their own, 0..1. */
  readonly fidelity: number | null;
  /** In place of the text. */
  readonly problem: string | null;
  readonly saving: boolean;
  readonly onScope: (scope: RuleScope) => void;
  readonly onForm: (form: RuleForm) => void;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** Choice of scope and form, the text, and buttons that copy and save it. */
export function RuleFormsView(props: RuleFormsViewProps) {
  const { scope, form, text, fidelity, problem } = props;
  const t = useTranslations('segments.forms');
  const common = useTranslations('common');
  const figures = useFigures();
  const scopes = (['one', 'all'] as const).map((value) => ({ value, label: t(`scopes.${value}`) }));
  const forms = RULE_FORMS.map((value) => ({ value, label: t(`names.${value}`) }));
  const footer = (
    <>
      <Button onClick={props.onClose}>{common('close')}</Button>
      <Button variant="primary" disabled={text === null || props.saving} onClick={props.onSave}>
        {t('save')}
      </Button>
    </>
  );
  const fit =
    scope === 'all' && fidelity !== null ? t('fidelity', { share: figures.share(fidelity, 0) }) : null;
  return (
    <Modal opened onClose={props.onClose} title={t('title')} footer={footer} widthPx={680}>
      <div className={styles.choices}>
        <SegmentedControl label={t('scope')} value={scope} options={scopes} onChange={props.onScope} />
        <SegmentedControl label={t('form')} value={form} options={forms} onChange={props.onForm} />
      </div>
      <p className={styles.about}>
        {t(`about.${form}`)} {fit}
      </p>
      <div className={styles.sheet} aria-busy={text === null && problem === null}>
        {problem === null ? <pre tabIndex={0}>{text ?? ''}</pre> : <p role="status">{problem}</p>}
        {text === null ? null : <CopyButton text={text} label={t('copy')} />}
      </div>
    </Modal>
  );
}
