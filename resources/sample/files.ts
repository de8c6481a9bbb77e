// Which sample files belong to which language of the interface. Paths are relative to this folder.

export interface SampleFiles {
  readonly customers: string;
  readonly orders: string;
  readonly survey: string;
}

export const SAMPLE_FILES = {
  en: { customers: 'en/customers.csv', orders: 'en/orders.csv', survey: 'en/style-survey.csv' },
  'pt-BR': {
    customers: 'pt-BR/clientes.csv',
    orders: 'pt-BR/pedidos.csv',
    survey: 'pt-BR/pesquisa-de-estilo.csv',
  },
  ru: { customers: 'ru/klienty.csv', orders: 'ru/zakazy.csv', survey: 'ru/opros.csv' },
} as const satisfies Readonly<Record<string, SampleFiles>>;

export type SampleLocale = keyof typeof SAMPLE_FILES;

/** The true kind (A–E, empty for customers who never ordered) of every customer key; the same for all languages. */
export const TRUTH_FILE = 'truth.csv';

/** The sample for a language of the interface; those without one of their own get the English files. */
export function sampleFilesOf(locale: string): SampleFiles {
  return locale === 'pt-BR' || locale === 'ru' ? SAMPLE_FILES[locale] : SAMPLE_FILES.en;
}
