// A file that the project knows: already in it, or newer data for one of its sources. Nothing is doubled by accident.
import { useTranslations } from 'use-intl';
import type { KnownSource } from '../../../shared/model/inspection.ts';
import { Banner, Checkbox, SegmentedControl, useFigures } from '../../ui/index.ts';
import type { FileDraft } from './draft.ts';

export interface KnownBannerProps {
  readonly known: KnownSource;
  readonly draft: FileDraft;
  readonly onDraft: (draft: FileDraft) => void;
}

/** Which source it is, and what to do about it. */
export function KnownBanner({ known, draft, onDraft }: KnownBannerProps) {
  const t = useTranslations('wizard.known');
  const figures = useFigures();
  const { name, importedAt, match } = known;
  const words = { name, date: figures.date(importedAt) };
  if (match === 'file') {
    const again = (
      <Checkbox checked={draft.again} onChange={(checked) => onDraft({ ...draft, again: checked })}>
        {t('again')}
      </Checkbox>
    );
    return (
      <Banner tone="warn" actions={again}>
        {t('file', words)}
      </Banner>
    );
  }
  const choice = (
    <SegmentedControl
      label={t('choice')}
      value={draft.known}
      options={[
        { value: 'into', label: t('into', { name }) },
        { value: 'separate', label: t('separate') },
      ]}
      onChange={(chosen) => onDraft({ ...draft, known: chosen })}
    />
  );
  return <Banner actions={choice}>{t('shape', words)}</Banner>;
}
