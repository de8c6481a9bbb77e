// The card and the search, whichever is open.
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

export function CustomerDialogs() {
  const { open, close, openCustomer } = useCustomerDialogs();
  if (open === null) return null;
  if (open === 'search') return <CustomerSearch onChoose={openCustomer} onClose={close} />;
  return <Card key={open.key} customerKey={open.key} onClose={close} />;
}
