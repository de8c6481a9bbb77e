// How the same sample looks in three countries: headers, values, currency and the file conventions of local Excel.
import type { Category, SalesChannel } from './orders.ts';
import { BRAZILIAN_PEOPLE, CATALAN_PEOPLE, RUSSIAN_PEOPLE, type PeopleWords } from './names.ts';

export interface SampleLanguage {
  readonly people: PeopleWords;
  /** Russian family names of women take an ending. */
  readonly womanEnding: string;
  readonly encoding: 'utf8' | 'win1251';
  readonly bom: boolean;
  readonly delimiter: ',' | ';';
  readonly lineEnd: '\n' | '\r\n';
  readonly decimal: '.' | ',';
  readonly date: (year: string, month: string, day: string) => string;
  /** Prices are whole numbers: euro price × factor, rounded to the step, less the charm. */
  readonly price: { readonly factor: number; readonly step: number; readonly less: number };
  readonly headers: {
    readonly customers: readonly string[];
    readonly orders: readonly string[];
    readonly survey: readonly string[];
  };
  readonly words: {
    readonly yes: string;
    readonly no: string;
    readonly woman: string;
    readonly man: string;
    readonly newsletter: Readonly<Record<'email' | 'app' | 'none', string>>;
    readonly channel: Readonly<Record<SalesChannel, string>>;
    readonly category: Readonly<Record<Category, string>>;
  };
}

const english: SampleLanguage = {
  people: CATALAN_PEOPLE,
  womanEnding: '',
  encoding: 'utf8',
  bom: false,
  delimiter: ',',
  lineEnd: '\n',
  decimal: '.',
  date: (year, month, day) => `${year}-${month}-${day}`,
  price: { factor: 1, step: 1, less: 0 },
  headers: {
    customers: [
      'Customer',
      'Name',
      'E-mail',
      'Birth date',
      'Gender',
      'City',
      'Distance to shop, km',
      'E-mail consent',
      'Post consent',
      'Gets news by',
      'Joined',
    ],
    orders: [
      'Order',
      'Date',
      'Customer',
      'Category',
      'Quantity',
      'Unit price',
      'Discount, %',
      'Amount',
      'Channel',
      'Gift wrap',
    ],
    survey: ['Customer', 'Follows trends', 'Comfort first', 'Looks for bargains', 'Sustainability matters'],
  },
  words: {
    yes: 'yes',
    no: 'no',
    woman: 'F',
    man: 'M',
    newsletter: { email: 'email', app: 'app', none: 'nothing' },
    channel: { web: 'web', mobile: 'mobile', store: 'store' },
    category: {
      coats: 'Coats',
      dresses: 'Dresses',
      shirts: 'Shirts',
      jeans: 'Jeans',
      knitwear: 'Knitwear',
      shoes: 'Shoes',
      bags: 'Bags',
      kids: 'Kids',
    },
  },
};

const brazilian: SampleLanguage = {
  people: BRAZILIAN_PEOPLE,
  womanEnding: '',
  encoding: 'utf8',
  bom: true,
  delimiter: ';',
  lineEnd: '\n',
  decimal: ',',
  date: (year, month, day) => `${day}/${month}/${year}`,
  price: { factor: 4, step: 10, less: 1 },
  headers: {
    customers: [
      'Cliente',
      'Nome',
      'E-mail',
      'Data de nascimento',
      'Sexo',
      'Cidade',
      'Distância até a loja (km)',
      'Consentimento e-mail',
      'Consentimento correio',
      'Recebe novidades por',
      'Data de cadastro',
    ],
    orders: [
      'Pedido',
      'Data',
      'Cliente',
      'Categoria',
      'Quantidade',
      'Preço unitário',
      'Desconto (%)',
      'Valor',
      'Canal',
      'Para presente',
    ],
    survey: [
      'Cliente',
      'Segue tendências',
      'Conforto em primeiro lugar',
      'Procura ofertas',
      'Sustentabilidade importa',
    ],
  },
  words: {
    yes: 'sim',
    no: 'não',
    woman: 'F',
    man: 'M',
    newsletter: { email: 'e-mail', app: 'app', none: 'nada' },
    channel: { web: 'site', mobile: 'app', store: 'loja' },
    category: {
      coats: 'Casacos',
      dresses: 'Vestidos',
      shirts: 'Camisas',
      jeans: 'Jeans',
      knitwear: 'Malhas',
      shoes: 'Calçados',
      bags: 'Bolsas',
      kids: 'Infantil',
    },
  },
};

const russian: SampleLanguage = {
  people: RUSSIAN_PEOPLE,
  womanEnding: 'а',
  encoding: 'win1251',
  bom: false,
  delimiter: ';',
  lineEnd: '\r\n',
  decimal: ',',
  date: (year, month, day) => `${day}.${month}.${year}`,
  price: { factor: 70, step: 100, less: 10 },
  headers: {
    customers: [
      'Клиент',
      'Имя',
      'Эл. почта',
      'Дата рождения',
      'Пол',
      'Город',
      'До магазина, км',
      'Согласие на эл. почту',
      'Согласие на почту',
      'Новости получает',
      'Дата регистрации',
    ],
    orders: [
      'Заказ',
      'Дата',
      'Клиент',
      'Категория',
      'Количество',
      'Цена',
      'Скидка, %',
      'Сумма',
      'Канал',
      'В подарок',
    ],
    survey: ['Клиент', 'Следит за модой', 'Удобство прежде всего', 'Ищет выгоду', 'Экологичность важна'],
  },
  words: {
    yes: 'да',
    no: 'нет',
    woman: 'Ж',
    man: 'М',
    newsletter: { email: 'e-mail', app: 'app', none: 'никак' },
    channel: { web: 'сайт', mobile: 'app', store: 'магазин' },
    category: {
      coats: 'Пальто',
      dresses: 'Платья',
      shirts: 'Рубашки',
      jeans: 'Джинсы',
      knitwear: 'Трикотаж',
      shoes: 'Обувь',
      bags: 'Сумки',
      kids: 'Детское',
    },
  },
};

export const SAMPLE_LANGUAGES = { en: english, 'pt-BR': brazilian, ru: russian } as const;
