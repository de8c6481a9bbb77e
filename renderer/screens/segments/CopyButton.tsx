// Copies a text and says so.
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../../ui/index.ts';

/** A refused clipboard leaves the button as it is: the text can be selected and copied by hand. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const t = useTranslations('segments');
  const [copied, setCopied] = useState<string | null>(null);
  const done = copied === text;
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      () => setCopied(null),
    );
  };
  return (
    <IconButton
      size={24}
      icon={done ? IconCheck : IconCopy}
      label={done ? t('copied') : label}
      onClick={copy}
    />
  );
}
