// The card and the search, whichever is open.
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/index.ts';
import { useAsk } from '../data/index.ts';
import { ErrorState, Modal } from '../ui/index.ts';
import { CustomerCard } from './CustomerCard.tsx';
import { CustomerSearch } from './CustomerSearch.tsx';
import { useCustomerDialogs } from './customerDialogs.ts';

function Card({ customerKey, onClose }: { readonly customerKey: string; readonly onClose: () => void }) {
  const t = useTranslations('customer');
  const errorText = useErrorText();
  const card = useAsk('customers.card', { key: customerKey });
  const sources = useAsk('sources.list', undefined);
  const project = useAsk('project.current', undefined).data;
  if (card.data && sources.data && project) {
    return <CustomerCard card={card.data} sources={sources.data} project={project} onClose={onClose} />;
  }
  return (
    <Modal opened onClose={onClose} title={t('title', { key: customerKey })} widthPx={760}>
      {card.error ? (
        <ErrorState title={t('title', { key: customerKey })} code={card.error.code}>
          {errorText(card.error)}
        </ErrorState>
      ) : (
        <p role="status">{t('loading')}</p>
      )}
    </Modal>
  );
}

/** The dialogs follow one another; the focus goes back to where the first of them was opened. */
function useFocusReturn(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [opener],
  );
}

function Opened({ open }: { readonly open: 'search' | { readonly key: string } }) {
  const { close, openCustomer } = useCustomerDialogs();
  useFocusReturn();
  if (open === 'search') return <CustomerSearch onChoose={openCustomer} onClose={close} />;
  return <Card key={open.key} customerKey={open.key} onClose={close} />;
}

export function CustomerDialogs() {
  const open = useCustomerDialogs((dialogs) => dialogs.open);
  return open === null ? null : <Opened open={open} />;
}
