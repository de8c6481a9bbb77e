// What a column is about, by its header in five languages.
import { describe, expect, it } from 'vitest';
import {
  genderOf,
  topicOfHeader,
  topicOfMix,
  yesOrNo,
  type Topic,
} from '../../../electron/engine/writing/headerWords.ts';

const HEADERS: readonly (readonly [Topic, readonly string[]])[] = [
  [
    'age',
    [
      'Age',
      'Idade',
      'Edat',
      'Edad',
      'Возраст',
      'Age (years)',
      'Year_Birth',
      'Data de nascimento',
      'Дата рождения',
    ],
  ],
  [
    'kids',
    ['Kids’ items', 'Crianças', 'Niños', 'Nens', 'Детские товары', 'Kidhome', 'Teenhome', 'Itens infantis'],
  ],
  [
    'discount',
    ['Discount share', 'Desconto (%)', 'Descuento', 'Descompte', 'Доля скидки', 'NumDealsPurchases'],
  ],
  [
    'distance',
    [
      'Distance to shop, km',
      'Distância até a loja (km)',
      'До магазина, км',
      'Distancia a la tienda',
      'Distància',
    ],
  ],
  ['mobile', ['Mobile share', 'Celular', 'Móvil', 'Мобильные покупки']],
  ['store', ['NumStorePurchases', 'Store share', 'Покупки в магазине']],
  ['web', ['NumWebPurchases', 'Online orders', 'Заказы на сайте']],
  ['income', ['Annual Income (k$)', 'Income', 'Renda mensal', 'Ingresos', 'Доход']],
  ['value', ['Spending Score (1-100)', 'Gasto anual', 'Расходы']],
  ['trend', ['Follows trends', 'Segue tendências', 'Следит за модой', 'Moda']],
  ['comfort', ['Comfort first', 'Conforto em primeiro lugar', 'Удобство прежде всего', 'Comodidad']],
  [
    'price',
    ['Price matters', 'Looks for bargains', 'Procura ofertas', 'Ищет выгоду', 'Preço importa', 'Цена важна'],
  ],
  ['sustainability', ['Sustainability matters', 'Sustentabilidade importa', 'Экологичность важна']],
  ['gift', ['Gift wrap', 'Para presente', 'В подарок', 'Regalo']],
  ['gender', ['Gender', 'Sexo', 'Пол', 'Genre Gender']],
  ['city', ['City', 'Cidade', 'Город', 'Ciutat']],
  ['consent', ['E-mail consent', 'Aceita e-mail', 'Согласие на почту']],
  ['channel', ['Channel', 'Canal', 'Канал']],
  ['returns', ['Returns', 'Devoluções', 'Возвраты']],
  ['other', ['petal_length', 'Unit price', 'Storage', 'Полис', 'Модель', 'Package', '', '__proto__']],
];

describe('topicOfHeader', () => {
  it.each(HEADERS)('%s', (topic, headers) => {
    expect(headers.map((header) => [header, topicOfHeader(header)])).toEqual(
      headers.map((header) => [header, topic]),
    );
  });
});

describe('topicOfMix', () => {
  it('reads the level of a mix', () => {
    const labels = [
      'Channel: store',
      'Canal: app',
      'Канал: сайт',
      'Category: Kids',
      'Категория: Детское',
      'Categoria: Bolsas',
      'Age',
      ': x',
    ];
    expect(labels.map((label) => topicOfMix(label))).toEqual([
      { level: 'store', topic: 'store' },
      { level: 'app', topic: 'mobile' },
      { level: 'сайт', topic: 'web' },
      { level: 'Kids', topic: 'kids' },
      { level: 'Детское', topic: 'kids' },
      { level: 'Bolsas', topic: 'mix' },
      null,
      null,
    ]);
  });
});

describe('categories', () => {
  it('tells women and men, but not a Latin M', () => {
    expect(['F', 'Ж', 'М', 'Female', 'Hombre', 'Женский', 'M', '?'].map(genderOf)).toEqual([
      'women',
      'women',
      'men',
      'women',
      'men',
      'women',
      null,
      null,
    ]);
  });

  it('tells yes from no', () => {
    expect(['yes', 'Sim', 'да', 'Sí', '1', 'no', 'Não', 'нет', '0', 'maybe'].map(yesOrNo)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      null,
    ]);
  });
});
