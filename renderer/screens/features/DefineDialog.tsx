// Defines a feature, or changes one: fields on the left, what comes of them on the right as it is written.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ErrorData, fromErrorData } from '../../../shared/errors.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import { DEFINITION_KINDS } from '../../../shared/model/featureDefinition.ts';
import type { FeatureDefinition } from '../../../shared/model/featureDefinition.ts';
import { useErrorText, useNotify } from '../../app/index.ts';
import { useAsk, useCommand } from '../../data/index.ts';
import { Button, Modal, SegmentedControl, TextField, useFigures, useSettled } from '../../ui/index.ts';
import styles from './define.module.css';
import {
  BandsForm,
  FillForm,
  type FormProps,
  FormulaForm,
  ScaleForm,
  TransformForm,
  useWrong,
} from './DefineForms.tsx';
import { definitionOf, draftOf } from './definitionDraft.ts';
import { useFeatureWords } from './featureWords.ts';
import { PreviewPane } from './PreviewPane.tsx';

export interface DefineDialogProps {
  /** The definition to be changed; null = a new one. */
  readonly definition: FeatureDefinition | null;
  readonly features: readonly Feature[];
  readonly customers: number;
  readonly currency: string;
  readonly onClose: () => void;
}

const FORMS = {
  formula: FormulaForm,
  bands: BandsForm,
  transform: TransformForm,
  fill: FillForm,
  scale: ScaleForm,
};
/** Stands for the name while there is none: no feature is called so. */
const NAMELESS = '\u2060';

export function DefineDialog({ definition, features, customers, currency, onClose }: DefineDialogProps) {
  const t = useTranslations('makeFeatures');
  const words = useFeatureWords(currency);
  const figures = useFigures();
  const errorText = useErrorText();
  const { fail } = useNotify();
  const define = useCommand('features.define');
  const remove = useCommand('features.remove');
  const [draft, setDraft] = useState(() => draftOf(definition, figures));
  const settled = useSettled(draft);
  const asked = definitionOf(settled, figures, settled.name.trim() === '' ? NAMELESS : settled.name);
  const replaces = definition ? { replaces: definition.name } : {};
  const answer = useAsk(
    'features.preview',
    { definition: asked ?? { kind: 'formula', name: NAMELESS, formula: '0' }, ...replaces },
    { enabled: asked !== null, keepPrevious: true },
  ).data;
  const problem = asked && answer?.problem ? errorText(fromErrorData(answer.problem as ErrorData)) : null;
  const complete = definitionOf(draft, figures);
  const done = { onSuccess: onClose, onError: fail };
  const ready = complete !== null && asked !== null && problem === null;
  const save = (): void => {
    if (complete && ready) define.mutate({ definition: complete, ...replaces }, done);
  };
  const Form = FORMS[draft.kind];
  const wrong = useWrong(draft);
  // All is there but the name: that is what the button waits for.
  const nameless = asked !== null && problem === null && draft.name.trim() === '';
  const form: FormProps = {
    draft,
    features: features
      .filter(({ name }) => name !== definition?.name)
      .map((feature) => ({ feature, label: words.label(feature) })),
    onChange: (change) => setDraft((now) => ({ ...now, ...change })),
    problem,
  };
  const footer = (
    <>
      {definition ? (
        <Button variant="danger" onClick={() => remove.mutate({ name: definition.name }, done)}>
          {t('remove')}
        </Button>
      ) : null}
      <Button variant="primary" disabled={!ready} onClick={save}>
        {definition ? t('update') : t('save')}
      </Button>
    </>
  );
  const title = definition ? t('titleEdit', { name: definition.name }) : t('titleNew');
  return (
    <Modal opened onClose={onClose} title={title} footer={footer} widthPx={760}>
      <div className={styles.kind}>
        <SegmentedControl
          label={t('kind')}
          wide
          value={draft.kind}
          options={DEFINITION_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChange={(kind) => form.onChange({ kind })}
        />
      </div>
      <div className={styles.define}>
        <div className={styles.fields}>
          <TextField
            label={t('name')}
            value={draft.name}
            onChange={(name) => form.onChange({ name })}
            onEnter={save}
            {...(nameless && { note: t('nameNeeded') })}
            {...wrong('name')}
          />
          <Form {...form} />
        </div>
        <PreviewPane
          feature={asked && !problem ? (answer?.feature ?? null) : null}
          customers={answer?.customers ?? customers}
          of={customers}
          currency={currency}
          problem={problem}
        />
      </div>
    </Modal>
  );
}
