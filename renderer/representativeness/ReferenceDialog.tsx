// The reference editor with the engine behind it.
import { useState } from 'react';
import { asAppError, useAsk, useAskNow, useBridge, useCommand } from '../data/index.ts';
import { useErrorText } from '../app/index.ts';
import type { AppError } from '../../shared/errors.ts';
import type { ReadReference, Reference, ReferenceInput } from '../../shared/model/reference.ts';
import { useFeatureNames } from '../evidence/index.ts';
import { ReferenceForm } from './ReferenceForm.tsx';

export interface ReferenceDialogProps {
  /** The variable to begin with. */
  readonly feature: string;
  readonly references: readonly Reference[];
  readonly onClose: () => void;
}

/** Every decision made here is undone by itself. */
export function ReferenceDialog({ feature, references, onClose }: ReferenceDialogProps) {
  const nameOf = useFeatureNames();
  const errorText = useErrorText();
  const bridge = useBridge();
  const ask = useAskNow();
  const features = useAsk('features.get', undefined, { keepPrevious: true }).data?.features ?? [];
  const [chosen, setChosen] = useState(feature);
  const [cuts, setCuts] = useState<readonly number[] | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const set = useCommand('references.set');
  const remove = useCommand('references.remove');
  const input = { feature: chosen, ...(cuts ? { cuts: [...cuts] } : {}) };
  const present = useAsk('references.levels', input, { keepPrevious: true }).data;
  const stored = references.find((one) => one.feature === chosen);
  const readFile = async (): Promise<ReadReference | null> => {
    try {
      const [file] = await bridge.pickFiles('spreadsheets', false);
      return file ? await ask('references.read', { file: file.handle }) : null;
    } catch (reason) {
      setFailure(asAppError(reason));
      return null;
    }
  };
  const options = { onSuccess: onClose, onError: setFailure };
  if (!present) return null;
  return (
    <ReferenceForm
      key={`${present.feature} ${present.levels.map(({ level }) => level).join(' ')}`}
      variables={features.map(({ name, label }) => ({ value: name, label: nameOf(name, label) }))}
      onVariable={(name) => {
        setCuts(null);
        setChosen(name);
      }}
      present={present}
      stored={cuts ? undefined : stored}
      onCuts={setCuts}
      readFile={readFile}
      error={failure ? errorText(failure) : null}
      onSave={(reference: ReferenceInput) => set.mutate(reference, options)}
      onRemove={() => stored && remove.mutate({ referenceId: stored.id }, options)}
      onClose={onClose}
    />
  );
}
