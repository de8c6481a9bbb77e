// Redrafting one or all. Where the analyst has reworded something, it asks first, although undo would bring it back.
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Persona } from '../../../shared/model/persona.ts';
import { Button, ConfirmDialog, Menu } from '../../ui/index.ts';
import { ownWordings } from './evidenceRows.ts';

export interface RedraftMenuProps {
  readonly open: Persona | null;
  readonly personas: readonly Persona[];
  readonly drafting: boolean;
  /** All segments when no id is given. */
  readonly onDraft: (segmentId?: number) => void;
}

/** `null`: nothing is asked; `'all'` or a persona: what waits for an answer. */
type Question = Persona | 'all' | null;

/** A menu with the two ways of redrafting. */
export function RedraftMenu({ open, personas, drafting, onDraft }: RedraftMenuProps) {
  const t = useTranslations('personas');
  const [question, setQuestion] = useState<Question>(null);
  const ownOf = (which: Persona | 'all'): number =>
    (which === 'all' ? personas : [which]).reduce((sum, persona) => sum + ownWordings(persona), 0);
  const draft = (which: Persona | 'all'): void => {
    setQuestion(null);
    if (which === 'all') onDraft();
    else onDraft(which.segmentId);
  };
  const ask = (which: Persona | 'all'): void => (ownOf(which) > 0 ? setQuestion(which) : draft(which));
  const trigger = (
    <Button icon={IconRefresh} disabled={drafting}>
      {t('redraft')}
    </Button>
  );
  const one = open
    ? [{ key: 'one', label: t('redraftOne', { name: open.name }), onSelect: () => ask(open) }]
    : [];
  return (
    <>
      <Menu
        align="end"
        trigger={trigger}
        items={[...one, { key: 'all', label: t('redraftAll'), onSelect: () => ask('all') }]}
      />
      <ConfirmDialog
        opened={question !== null}
        title={t('redraftTitle')}
        confirmLabel={t('redraft')}
        onConfirm={() => question && draft(question)}
        onClose={() => setQuestion(null)}
      >
        {t('redraftText', { count: question ? ownOf(question) : 0 })}
      </ConfirmDialog>
    </>
  );
}
