// Saved layouts: apply another one to this file, none, or forget one.
import { IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { LayoutSummary } from '../../../shared/model/layout.ts';
import { useAsk, useCommand } from '../../data/index.ts';
import { Button, Menu, type MenuItem } from '../../ui/index.ts';
import type { LayoutChoice } from './draft.ts';

export interface LayoutMenuViewProps {
  readonly layouts: readonly LayoutSummary[];
  readonly onChoose: (layout: LayoutChoice) => void;
  readonly onForget: (id: string) => void;
}

/** The menu with its data at hand. */
export function LayoutMenuView({ layouts, onChoose, onForget }: LayoutMenuViewProps) {
  const t = useTranslations('wizard.layout');
  const items: readonly MenuItem[] = [
    { key: 'auto', label: t('auto'), onSelect: () => onChoose('auto') },
    { key: 'none', label: t('none'), onSelect: () => onChoose('none') },
    ...layouts.map(
      ({ id, name, columns }, at): MenuItem => ({
        key: id,
        label: t('entry', { name, count: columns }),
        divided: at === 0,
        onSelect: () => onChoose(id),
      }),
    ),
    ...layouts.map(
      ({ id, name }, at): MenuItem => ({
        key: `forget-${id}`,
        label: t('forget', { name }),
        divided: at === 0,
        danger: true,
        onSelect: () => onForget(id),
      }),
    ),
  ];
  const trigger = (
    <Button variant="ghost" icon={IconCopy} disabled={layouts.length === 0}>
      {t('menu')}
    </Button>
  );
  return <Menu trigger={trigger} items={items} heading={t('heading')} align="end" />;
}

/** “Reuse a saved layout”; off while there is none. */
export function LayoutMenu({ onChoose }: { readonly onChoose: (layout: LayoutChoice) => void }) {
  const layouts = useAsk('layouts.list', undefined).data ?? [];
  const forget = useCommand('layouts.forget');
  return <LayoutMenuView layouts={layouts} onChoose={onChoose} onForget={(id) => forget.mutate({ id })} />;
}
