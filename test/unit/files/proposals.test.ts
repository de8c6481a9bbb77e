// Proposals on the headers of typical exports in five languages, and personal data told from numbers that look like it.
import fc from 'fast-check';
import { afterAll, describe, expect, it, test } from 'vitest';
import { matchHeader } from '../../../electron/engine/files/columns/matchHeader.ts';
import { inspectFile } from '../../../electron/engine/files/index.ts';
import {
  identityNumber,
  isCompanyNif,
  isCpf,
  isIban,
  isIdentityColumn,
  isInn,
} from '../../../electron/engine/files/values/identityNumbers.ts';
import { TempFolder } from './reading.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());

/** `header=role` or `header=role/criterion`, by the kind of export. */
const EXPORTS: Readonly<Record<string, string>> = {
  'a shop, English':
    'Name=pii; Email=contact; Financial Status=feature/behavioural; Paid at=date; Accepts Marketing=consent; Total=amount; Lineitem quantity=quantity; Lineitem name=product; Lineitem price=unitPrice; Billing City=feature/geographic; Shipping Zip=feature/geographic; Phone=contact; Discount Code=feature/behavioural; Order ID=orderKey; Created at=date; Payment Method=feature/behavioural',
  'a CRM, English':
    'Account ID=customerKey; First Name=pii; Contact owner=feature/behavioural; Lifecycle Stage=feature/behavioural; Lead Source=feature/behavioural; Annual Revenue=feature/demographic; Number of Employees=feature/demographic; Distance to Store (mi)=feature/geographic; Job Title=feature/demographic; Mailing Address=pii; Date of Birth=pii; Close Date=date; Industry=feature/demographic',
  'a newsletter, English':
    'Email Address=contact; Opens=feature/behavioural; Click Rate=feature/behavioural; MEMBER_RATING=feature/psychographic; OPTIN_TIME=consent; CONFIRM_TIME=date; LATITUDE=feature/geographic; Unsubscribed=consent',
  'a till, Portuguese':
    'Nº do pedido=orderKey; Data de emissão=date; Código do Cliente=customerKey; Razão Social=pii; CPF/CNPJ=pii; Qtde=quantity; Vlr Unitário=unitPrice; Valor Total=amount; Descrição do Produto=product; Forma de Pagamento=feature/behavioural; Vendedor=feature/behavioural; Loja=feature/behavioural; Faixa etária=feature/demographic; Distância até a loja (km)=feature/geographic; Bairro=feature/geographic; Logradouro=pii; Celular=contact; Aceita receber e-mails=consent; Data de nascimento=pii; Escolaridade=feature/demographic',
  'a shop, Spanish':
    'Referencia pedido=orderKey; Fecha y hora=date; Id Cliente=customerKey; Nombre y apellidos=pii; DNI/NIF=pii; Cantidad=quantity; PVP=unitPrice; Total ticket=amount; Descripción artículo=product; Método de pago=feature/behavioural; Tienda=feature/behavioural; Nivel de estudios=feature/demographic; Distancia a la tienda=feature/geographic; Código postal=feature/geographic; Dirección envío=pii; Teléfono móvil=contact; Acepta comunicaciones comerciales=consent; F. nacimiento=pii; Valoración=feature/psychographic',
  'a shop, Catalan':
    "Número comanda=orderKey; Data comanda=date; Codi client=customerKey; Nom i cognoms=pii; Quantitat=quantity; Preu unitari=unitPrice; Import total=amount; Nom del producte=product; Forma de pagament=feature/behavioural; Botiga=feature/behavioural; Nivell d'estudis=feature/demographic; Distància a la botiga=feature/geographic; Codi postal=feature/geographic; Adreça postal=pii; Telèfon mòbil=contact; Accepta comunicacions=consent; Data de naixement=pii; Comarca=feature/geographic",
  'a ledger, Russian':
    'Номер документа=orderKey; Дата документа=date; Контрагент=customerKey; ФИО=pii; ИНН=pii; Количество=quantity; Цена=unitPrice; Сумма документа=amount; Номенклатура=product; Способ оплаты=feature/behavioural; Магазин=feature/behavioural; Уровень дохода=feature/demographic; До магазина, км=feature/geographic; Населённый пункт=feature/geographic; Адрес доставки=pii; Моб. телефон=contact; Согласие на обработку персональных данных=consent; Дата рожд.=pii; Оценка=feature/psychographic; Баллы=feature/behavioural',
};

describe('headers of typical exports', () => {
  it.each(Object.entries(EXPORTS))('%s', (_kind, text) => {
    const wanted = text.split('; ').map((pair) => pair.split('=') as [string, string]);
    const found = wanted.map(([header]) => {
      const noun = matchHeader(header)?.noun;
      const role = noun?.role ?? 'feature';
      return [header, role === 'feature' && noun?.criterion ? `${role}/${noun.criterion}` : role];
    });
    expect(found).toEqual(wanted);
  });
});

describe('identity numbers', () => {
  it.each([
    // Examples that the issuing authorities and the standard publish.
    ['GB82 WEST 1234 5698 7654 32', 'IBAN'],
    ['ES91 2100 0418 4502 0005 1332', 'IBAN'],
    ['DE89370400440532013000', 'IBAN'],
    ['BR18 0036 0305 0000 1000 9795 493C 1', 'IBAN'],
    ['A58818501', 'NIF'],
    ['Q2826000H', 'NIF'],
    ['Y1234567X', 'DNI/NIE'],
    ['500100732259', 'ИНН'],
    ['087-654-303 00', 'СНИЛС'],
    ['GB82 WEST 1234 5698 7654 33', undefined],
    ['A58818502', undefined],
    ['Q28260008', undefined],
    ['Y1234567Z', undefined],
    ['500100732258', undefined],
    ['087-654-303 01', undefined],
  ] as const)('%j is %j', (text, kind) => {
    expect(identityNumber(text)).toBe(kind);
  });

  it('are told from other numbers by chance of one in a million columns', () => {
    const least = (kind: Parameters<typeof isIdentityColumn>[0]): number => {
      for (let n = 1; n < 99; n++) if (isIdentityColumn(kind, n, n)) return n;
      return 99;
    };
    expect([least('CPF'), least('СНИЛС'), least('DNI/NIE'), least('NIF'), least('ИНН')]).toEqual([
      3, 4, 5, 6, 7,
    ]);
    expect(isIdentityColumn('CPF', 79, 100)).toBe(false);
    expect(isIdentityColumn('CPF', 80, 100)).toBe(true);
    expect(isIdentityColumn('ИНН', 7, 8)).toBe(false);
  });

  it('share of random numbers that pass: as stated', () => {
    const share = (count: number, length: number, passes: (text: string) => boolean): number => {
      const digits = fc.stringMatching(new RegExp(`^\\d{${length}}$`));
      return fc.sample(digits, { numRuns: count, seed: 11 }).filter(passes).length / count;
    };
    expect(share(20_000, 11, isCpf)).toBeLessThan(0.02);
    expect(share(20_000, 10, isInn)).toBeLessThan(0.12);
    expect(isCompanyNif('12345678')).toBe(false);
    expect(isIban('ES00 0000')).toBe(false);
  });
});

const column = async (name: string, header: string, values: readonly string[]) => {
  const text = `n,${header}\n${values.map((value, i) => `${i % 7},"${value}"`).join('\n')}\n`;
  const { columns } = await inspectFile(folder.write(name, text), {});
  const { role, pii, type, reasons } = columns[1] ?? {};
  return { role, pii, type, reasons: reasons?.map(({ code }) => code) };
};
const count = (n: number, make: (i: number) => string): readonly string[] =>
  Array.from({ length: n }, (_unused, i) => make(i));

/** A valid CPF from nine digits. */
function cpf(base: number): string {
  const nine = String(base).padStart(9, '0');
  for (let check = 0; check < 100; check++) {
    const text = `${nine}${String(check).padStart(2, '0')}`;
    if (isCpf(text)) return text;
  }
  throw new Error('no check digits');
}

describe('personal data and its doubles', () => {
  it('a column of CPFs without any header word, a few of them mistyped', async () => {
    const values = count(60, (i) => (i % 10 === 0 ? '12345678900' : cpf(123_456_000 + i * 7919)));
    expect(await column('cpf.csv', 'x1', values)).toMatchObject({
      role: 'pii',
      pii: 'nationalId',
      type: 'text',
    });
  });

  it.each([
    ['order numbers of 11 digits', count(300, (i) => String(20_250_100_001 + i))],
    [
      'random numbers of 11 digits',
      count(300, (i) => String(10_000_000_000 + ((i * 7_919_993_557) % 89_999_999_999))),
    ],
    ['order numbers of 14 digits', count(300, (i) => String(10_202_501_000_001 + i * 3))],
    ['order numbers of 10 digits', count(300, (i) => String(4_000_100_001 + i))],
    ['article codes with a letter', count(300, (i) => `${10_000_000 + i * 13}${'ABCDEFGH'[i % 8]}`)],
  ])('%s are no identity numbers', async (name, values) => {
    expect((await column(`${name}.csv`, 'x1', values)).pii).toBeNull();
  });

  it('Russian mobile numbers without marks, over several operators', async () => {
    const values = count(
      40,
      (i) => `79${(10 + ((i * 17) % 80)).toString()}${String(1_000_000 + i * 7919).slice(0, 7)}`,
    );
    expect(await column('mobile.csv', 'x1', values)).toMatchObject({ role: 'contact', pii: 'phone' });
  });

  it('names and streets without a header word', async () => {
    const first = ['Maria', 'João', 'Ana', 'Carlos', 'Núria', 'Ольга', 'Иван', 'Lucía', 'Emma', 'Zoltan'];
    const last = ['Silva', 'García López', 'Puig i Ferrer', 'Иванова', 'de Souza', "O'Neil"];
    const people = count(50, (i) => `${first[i % 10]} ${last[i % 6]}`);
    expect(await column('names.csv', 'x1', people)).toMatchObject({
      role: 'pii',
      pii: 'name',
      reasons: ['nameShape'],
    });
    const streets = count(40, (i) => `${['Rua', 'Calle', 'Carrer de', 'ул.', 'Av.'][i % 5]} Major ${i + 1}`);
    expect(await column('streets.csv', 'x1', streets)).toMatchObject({
      role: 'pii',
      pii: 'street',
      reasons: ['streetShape'],
    });
  });

  it('products and cities are no names', async () => {
    const products = [
      'Camisa Azul',
      'Blue Shirt',
      'Пальто Зимнее',
      'Jersey Llana',
      'Vestido Rojo',
      'Abric Negre',
    ];
    expect(
      (
        await column(
          'products.csv',
          'x1',
          count(36, (i) => `${products[i % 6]} ${'ABCDEF'[i % 6]}`),
        )
      ).pii,
    ).toBeNull();
    const cities = [
      'Barcelona',
      'Madrid',
      'São Paulo',
      'Москва',
      'Girona',
      'Rio de Janeiro',
      'Lleida',
      'Казань',
    ];
    expect((await column('cities.csv', 'x1', cities)).pii).toBeNull();
  });

  it.each(['IdFormaDePagamento', 'Store ID', 'Código da região', 'Codi zona', 'Код склада', 'region_cod'])(
    'few whole numbers under “%s” are codes: a category, not an amount',
    async (header) => {
      const few = await column(
        'codes.csv',
        header,
        count(60, (i) => String(1 + (i % 6))),
      );
      expect([few.type, few.role, few.reasons]).toEqual([
        'category',
        'feature',
        ['headerWord', 'fewDistinct'],
      ]);
      const many = await column(
        'codes.csv',
        header,
        count(60, (i) => String(1000 + i * 13)),
      );
      expect(many.type).not.toBe('category');
    },
  );

  it.each(['NumWebPurchases', 'Nr filhos'])('“%s” with zeros counts something', async (header) => {
    const typed = async (least: number): Promise<unknown> => {
      const values = count(60, (i) => String(least + (i % 6)));
      return (await column('counts.csv', header, values)).type;
    };
    expect([await typed(0), await typed(1)]).toEqual(['number', 'category']);
  });

  it('a number of few values stays one where the header says nothing of a code', async () => {
    const visits = await column(
      'visits.csv',
      'Widgets kept',
      count(60, (i) => String(1 + (i % 6))),
    );
    expect(visits.type).toBe('number');
    const halves = await column(
      'halves.csv',
      'Grade code',
      count(60, (i) => `${1 + (i % 6)}.5`),
    );
    expect(halves.type).toBe('number');
  });

  it('scales of a survey are psychographic, and say which scale', async () => {
    const rows = count(
      40,
      (i) => `r${i},${(i % 5) + 1},${((i * 2) % 5) + 1},${((i * 3) % 5) + 1},${((i + 2) % 5) + 1}`,
    );
    const text = `respondent,q1,q2,q3,q4\n${rows.join('\n')}\n`;
    const { columns } = await inspectFile(folder.write('scales.csv', text), {});
    expect(columns[1]).toMatchObject({ role: 'feature', criterion: 'psychographic' });
    expect(columns[1]?.reasons.at(-1)).toEqual({ code: 'scaleShape', word: '1–5' });
  });

  it('an answer about prices is no price in a survey, though a price is one elsewhere', async () => {
    const rows = count(
      40,
      (i) =>
        `r${i},${(i % 5) + 1},${((i * 2) % 5) + 1},${((i * 3) % 5) + 1},${((i + 2) % 5) + 1},${(i % 4) + 2}`,
    );
    const text = `respondent,q1,q2,q3,q4,Prices are fair\n${rows.join('\n')}\n`;
    const { columns, kind } = await inspectFile(folder.write('fair.csv', text), {});
    expect(kind).toBe('survey');
    expect(columns[5]).toMatchObject({ type: 'number', role: 'feature', criterion: 'psychographic' });
  });

  it('bad input 52: yes and no in five languages are proposed as yes/no', async () => {
    const pairs = [
      ['Y', 'N'],
      ['да', 'нет'],
      ['1', '0'],
      ['sim', 'não'],
      ['sí', 'no'],
      ['Sí', 'No'],
      ['TRUE', 'FALSE'],
    ];
    for (const [yes = '', no = ''] of pairs) {
      const found = await column(
        `${yes}.csv`,
        'x1',
        count(20, (i) => (i % 3 ? yes : no)),
      );
      expect([yes, found.type, found.reasons]).toEqual([yes, 'boolean', ['booleanWords']]);
    }
  });
});

test('a file of one customer is read as the table of customers that it is', async () => {
  const { kind, columns } = await inspectFile(
    folder.write('one.csv', 'customer_id,age,spend\n1001,34,120.50\n'),
    {},
  );
  expect([kind, ...columns.map(({ role }) => role)]).toEqual([
    'customers',
    'customerKey',
    'feature',
    'amount',
  ]);
});
