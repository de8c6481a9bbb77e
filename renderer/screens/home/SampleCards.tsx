// The sample project in the file conventions of three languages; the picture is the head of its file.
import { useTranslations } from 'use-intl';
import { LinkButton } from '../../ui/index.ts';
import styles from './home.module.css';

export type SampleLocale = 'en' | 'pt-BR' | 'ru';

const SAMPLES = [
  {
    locale: 'en',
    key: 'en',
    lines: [
      'Order,Date,Customer,Category,Qu',
      '20001,2022-06-18,3772,Kids,3,26',
      '20002,2022-06-25,2100,Shoes,1,1',
      '20003,2022-08-22,2594,Coats,1,1',
    ],
  },
  {
    locale: 'pt-BR',
    key: 'ptBR',
    lines: [
      'Pedido;Data;Cliente;Categoria;Q',
      '20001;18/06/2022;3772;Infantil;',
      '20002;25/06/2022;2100;Calçados;',
      '20003;22/08/2022;2594;Casacos;1',
    ],
  },
  {
    locale: 'ru',
    key: 'ru',
    lines: [
      'Заказ;Дата;Клиент;Категория;Кол',
      '20001;18.06.2022;3772;Детское;3',
      '20002;25.06.2022;2100;Обувь;1;1',
      '20003;22.08.2022;2594;Пальто;1;',
    ],
  },
] as const;

export interface SampleCardsProps {
  readonly onOpen: (locale: SampleLocale) => void;
  /** The one that is being made. */
  readonly busy: SampleLocale | null;
}

/** Three cards; opening one makes a project that can be changed freely. */
export function SampleCards({ onOpen, busy }: SampleCardsProps) {
  const t = useTranslations('home');
  return (
    <section className={styles.samples} data-pane tabIndex={-1} aria-labelledby="samples-title">
      <h2 id="samples-title">
        {t('samples')} <span className={styles.quiet}>{t('samplesNote')}</span>
      </h2>
      <ul>
        {SAMPLES.map(({ locale, key, lines }) => (
          <li key={locale}>
            <pre aria-hidden lang={locale}>
              {lines.join('\n')}
            </pre>
            <div>
              <b>{t(`sample.${key}.title`)}</b>
              <p>{t(`sample.${key}.note`)}</p>
              <LinkButton
                disabled={busy !== null}
                onClick={() => onOpen(locale)}
                aria-label={`${t('openSample')}: ${t(`sample.${key}.title`)}`}
              >
                {t('openSample')}
              </LinkButton>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
