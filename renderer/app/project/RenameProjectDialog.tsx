// A new name for the open project; its file keeps the old one.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, Modal, TextField } from '../../ui/index.ts';

export interface RenameProjectDialogProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

/** One field; Enter saves. */
export function RenameProjectDialog({ name, onRename, onClose }: RenameProjectDialogProps) {
  const t = useTranslations('shell');
  const home = useTranslations('home');
  const [draft, setDraft] = useState(name);
  const ready = draft.trim() !== '' && draft.trim() !== name;
  const save = (): void => {
    if (!ready) return;
    onRename(draft.trim());
    onClose();
  };
  const button = (
    <Button variant="primary" disabled={!ready} onClick={save}>
      {t('renameProject')}
    </Button>
  );
  return (
    <Modal opened onClose={onClose} title={t('renameProject')} footer={button} widthPx={420}>
      <TextField label={home('createName')} value={draft} onChange={setDraft} onEnter={save} />
    </Modal>
  );
}
