// Asks for a name, the currency of amounts and the language of drafted texts; the host asks for the place.
import { fileStem } from '../../../shared/fileStem.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FileHandle } from '../../../shared/host.ts';
import { LOCALE_NAMES, LOCALES, type Locale } from '../../../shared/i18n/locale.ts';
import { CURRENCIES } from '../../../shared/model/project.ts';
import { Button, Modal, Select, TextField } from '../../ui/index.ts';
import styles from './project.module.css';
import type { NewProject } from './useProjectActions.ts';

const CURRENCY_OF: Readonly<Record<Locale, string>> = {
  en: 'EUR',
  'pt-BR': 'BRL',
  ru: 'RUB',
  ca: 'EUR',
  es: 'EUR',
};

/** `ventas_2024-25.csv` → `ventas 2024-25`. */
export function nameFromFile(fileName: string): string {
  return fileStem(fileName).replaceAll('_', ' ').trim();
}

export interface NewProjectDialogProps {
  readonly files: readonly FileHandle[];
  readonly locale: Locale;
  readonly onCreate: (project: NewProject) => Promise<boolean>;
  readonly onClose: () => void;
}

/** The dialog; closes when the project was made. */
export function NewProjectDialog({ files, locale, onCreate, onClose }: NewProjectDialogProps) {
  const t = useTranslations('home');
  const [name, setName] = useState(files[0] ? nameFromFile(files[0].name) : t('defaultName'));
  const [language, setLanguage] = useState<Locale>(locale);
  const [currency, setCurrency] = useState(CURRENCY_OF[locale]);
  const [busy, setBusy] = useState(false);
  const ready = name.trim() !== '' && !busy;
  const create = async (): Promise<void> => {
    if (!ready) return;
    setBusy(true);
    const made = await onCreate({ name: name.trim(), locale: language, currency, files });
    setBusy(false);
    if (made) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('createTitle')}
      footer={
        <Button variant="primary" disabled={!ready} onClick={() => void create()}>
          {t('create')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p>{t('createText')}</p>
        <TextField label={t('createName')} value={name} onChange={setName} onEnter={() => void create()} />
        <Select
          label={t('createCurrency')}
          value={currency}
          onChange={setCurrency}
          options={CURRENCIES.map((code) => ({ value: code, label: code }))}
        />
        <Select
          label={t('createLocale')}
          value={language}
          onChange={setLanguage}
          options={LOCALES.map((code) => ({ value: code, label: LOCALE_NAMES[code] }))}
        />
      </div>
    </Modal>
  );
}
