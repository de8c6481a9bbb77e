// The rule in other forms, connected: asks the engine for the text, and saves it.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RuleForm } from '../../../shared/model/ruleForm.ts';
import { useErrorText } from '../../app/index.ts';
import { useAsk } from '../../data/index.ts';
import { useSaveFile } from '../../handover/index.ts';
import { type RuleScope, RuleFormsView } from './RuleFormsView.tsx';

const ENDINGS = { words: 'txt', sql: 'sql', formula: 'txt', json: 'json', pmml: 'pmml' } as const;

export interface RuleFormsProps {
  readonly segmentId: number;
  readonly name: string;
  /** False when no short rule describes the segment: only all segments can be written. */
  readonly ruled: boolean;
  readonly onClose: () => void;
}

/** The dialog for one segment. */
export function RuleForms({ segmentId, name, ruled, onClose }: RuleFormsProps) {
  const t = useTranslations('segments.forms');
  const describeError = useErrorText();
  const [scope, setScope] = useState<RuleScope>(ruled ? 'one' : 'all');
  const [form, setForm] = useState<RuleForm>('sql');
  const { save, saving } = useSaveFile('exports.write');
  const wanted = scope === 'one' ? { segmentId } : {};
  const answer = useAsk('segments.describe', { form, ...wanted });
  const stem = scope === 'one' ? t('fileOne', { name }) : t('fileAll');
  return (
    <RuleFormsView
      scope={scope}
      form={form}
      text={answer.data?.text ?? null}
      fidelity={answer.data?.fidelity ?? null}
      problem={answer.error ? describeError(answer.error) : null}
      saving={saving}
      onScope={setScope}
      onForm={setForm}
      onSave={() => save(`${stem}.${ENDINGS[form]}`, { what: `rules.${form}`, allowPii: false, ...wanted })}
      onClose={onClose}
    />
  );
}
