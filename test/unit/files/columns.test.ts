// What is proposed for columns: types, roles, criteria, conventions, in five languages; headers of every kind.
import { afterAll, describe, expect, it } from 'vitest';
import { matchHeader } from '../../../electron/engine/files/columns/matchHeader.ts';
import { headerWords } from '../../../electron/engine/files/columns/words.ts';
import { inspectFile } from '../../../electron/engine/files/index.ts';
import { codesOf, namesOf, readFile, TempFolder } from './reading.ts';

const folder = new TempFolder();
afterAll(() => folder.remove());

async function rolesOf(name: string, text: string): Promise<readonly (readonly string[])[]> {
  const { columns } = await inspectFile(folder.write(name, text), {});
  return columns.map((column) => [column.name, column.type, column.role]);
}

function repeat(rows: readonly string[], times: number): string {
  return Array.from({ length: times }, (_unused, i) => rows[i % rows.length]).join('\n');
}

describe('headers', () => {
  it('are taken apart into words', () => {
    expect(headerWords('Cliente_DataNascimento')).toEqual(['cliente', 'data', 'nascimento']);
    expect(headerWords('Préço Unitário (R$)')).toEqual(['preco', 'unitario', 'r']);
    expect(headerWords('CustomerID')).toEqual(['customer', 'id']);
  });

  it.each([
    ['Customer ID', 'customerKey'],
    ['codigo_cliente', 'customerKey'],
    ['Código del cliente', 'customerKey'],
    ['Codi de client', 'customerKey'],
    ['Клиент', 'customerKey'],
    ['Order date', 'date'],
    ['Data da venda', 'date'],
    ['Fecha de compra', 'date'],
    ['Data comanda', 'date'],
    ['Дата заказа', 'date'],
    ['Nº pedido', 'orderKey'],
    ['Comanda', 'orderKey'],
    ['Номер заказа', 'orderKey'],
    ['Valor total', 'amount'],
    ['Importe', 'amount'],
    ['Import total', 'amount'],
    ['Сумма', 'amount'],
    ['Quantidade', 'quantity'],
    ['Cantidad', 'quantity'],
    ['Кол-во', 'quantity'],
    ['Precio unitario', 'unitPrice'],
    ['Цена', 'unitPrice'],
    ['Producte', 'product'],
    ['Data de nascimento', 'pii'],
    ['Дата рождения', 'pii'],
    ['Nombre', 'pii'],
    ['Фамилия', 'pii'],
    ['E-mail', 'contact'],
    ['Telèfon', 'contact'],
    ['Согласие на рассылку', 'consent'],
    ['Sexo', 'feature'],
    ['Ciutat', 'feature'],
  ])('%j is %s', (header, role) => {
    expect(matchHeader(header)?.noun.role).toBe(role);
  });

  it('37–39, 44: duplicate, empty and peculiar headers are ordinary columns with unique names', async () => {
    const header = 'Email,Email,,  ,\u200B,__proto__,constructor,É,E\u0301,"; DROP TABLE x;--",${a}';
    const file = await readFile(folder.write('37.csv', `${header}\n${'a,b,c,d,e,f,g,h,i,j,k\n'.repeat(3)}`), {
      headerRow: 1,
    });
    expect(namesOf(file)).toEqual([
      'Email',
      'Email (2)',
      'Column 3',
      'Column 4',
      'Column 5',
      '__proto__',
      'constructor',
      'É',
      'E\u0301 (2)',
      '; DROP TABLE x;--',
      '${a}',
    ]);
    expect(file.inspection.columns[1]?.header).toBe('Email');
    expect(file.inspection.columns[4]?.header).toBe('\u200B');
    expect(codesOf(file.inspection.issues)).toEqual(
      expect.arrayContaining(['HEADER-DUPLICATE', 'HEADER-EMPTY']),
    );
    expect(file.loaded[0]?.cells).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k']);
  });

  it('41: a header of 10,000 characters is shown clipped and kept whole', async () => {
    const long = 'h'.repeat(10_000);
    const { columns } = await inspectFile(folder.write('41.csv', `${long},name\n1,Ana\n2,Bea\n`), {});
    expect(columns[0]?.header).toBe(long);
    expect(columns[0]?.name).toHaveLength(200);
  });
});

describe('values', () => {
  it('45, 46: leading zeros, long numbers and codes stay text as written', async () => {
    const rows = ['00123,1E5,9007199254740993', '00456,00E0,9007199254740995', '00789,2E5,9007199254740997'];
    const file = await readFile(folder.write('45.csv', `zip,code,number\n${rows.join('\n')}\n`));
    expect(file.inspection.columns.map((column) => column.type)).toEqual(['text', 'text', 'text']);
    expect(file.loaded.map((record) => record.cells)).toEqual(rows.map((row) => row.split(',')));
    expect(codesOf(file.inspection.issues)).toContain('LEADING-ZEROS');
  });

  it('48: a column with both decimal signs is asked about, with the counts', async () => {
    const { asks, issues } = await inspectFile(
      folder.write('48.csv', `id;amount\n${repeat(['1;1.234,56', '2;1,234.56'], 10)}\n`),
      {},
    );
    expect(asks).toEqual(['decimal']);
    expect(issues.find((issue) => issue.code === 'DECIMAL-AMBIGUOUS')).toEqual({
      code: 'DECIMAL-AMBIGUOUS',
      severity: 'check',
      args: { dot: 5, comma: 5 },
      column: 'amount',
    });
  });

  it('48: 1.234 alone is ambiguous, but not beside 12,50', async () => {
    const alone = await inspectFile(
      folder.write('48a.csv', `id;amount\n${repeat(['1;1.234', '2;5.678'], 10)}\n`),
      {},
    );
    const beside = await inspectFile(
      folder.write('48b.csv', `id;amount;price\n${repeat(['1;1.234;12,50', '2;5.678;3,10'], 10)}\n`),
      {},
    );
    expect([alone.asks, beside.asks]).toEqual([['decimal'], []]);
    expect(beside.settings).toMatchObject({ decimal: ',', thousands: '.' });
  });

  it('49: 03/04/2026 is asked about; one day over 12 settles it for the whole column', async () => {
    const ambiguous = await inspectFile(
      folder.write('49a.csv', `id,date\n${repeat(['1,03/04/2026', '2,05/06/2026'], 10)}\n`),
      {},
    );
    const settled = await inspectFile(
      folder.write('49b.csv', `id,date\n${repeat(['1,03/04/2026', '2,05/16/2026'], 10)}\n`),
      {},
    );
    const chosen = await inspectFile(
      folder.write('49a.csv', `id,date\n${repeat(['1,03/04/2026', '2,05/06/2026'], 10)}\n`),
      { dateOrder: 'mdy' },
    );
    expect([ambiguous.asks, settled.asks, chosen.asks]).toEqual([['dateOrder'], [], []]);
    expect([settled.settings.dateOrder, chosen.settings.dateOrder, chosen.columns[1]?.dateOrder]).toEqual([
      'mdy',
      'mdy',
      'mdy',
    ]);
  });

  it('50: impossible dates are kept aside with column and value', async () => {
    const good = Array.from(
      { length: 30 },
      (_unused, i) => `${i},2025-01-${String((i % 28) + 1).padStart(2, '0')}`,
    );
    const file = await readFile(
      folder.write('50.csv', `id,date\n${[...good, '31,2025-02-29', '32,0026-01-01'].join('\n')}\n`),
    );
    expect(file.rejects.map((reject) => [reject.line, reject.column, reject.value, reject.code])).toEqual([
      [32, 'date', '2025-02-29', 'NOT-A-DATE'],
      [33, 'date', '0026-01-01', 'NOT-A-DATE'],
    ]);
  });

  it('52, 53: yes/no columns are proposed, null words are missing and counted', async () => {
    const file = await readFile(
      folder.write(
        '52.csv',
        `id,opt in,income\n${repeat(['1,да,10.5', '2,нет,NULL', '3,да,-', '4,нет,'], 12)}\n`,
      ),
    );
    expect(file.inspection.columns[1]).toMatchObject({ type: 'boolean', role: 'consent' });
    expect(file.loaded.slice(0, 4).map((record) => record.cells[2])).toEqual(['10.5', null, null, null]);
    expect(file.issues.find((issue) => issue.code === 'NULL-WORDS')).toMatchObject({
      column: 'income',
      count: 6,
    });
  });

  it('57, 58: markup and formulas are ordinary text', async () => {
    const rows = ['1,<script>alert(1)</script>', "2,=cmd|' /C calc'!A0", '3,+1+1', '4,{{constructor}}'];
    const file = await readFile(folder.write('57.csv', `id,note\n${rows.join('\n')}\n`));
    expect(file.loaded.map((record) => record.cells.join(','))).toEqual(rows);
  });
});

describe('proposals', () => {
  it('transactions in each language', async () => {
    const body = repeat(
      ['17,A1,2024-01-13,3,12.50', '18,A2,2024-01-14,1,8.00', '17,A3,2024-01-15,2,3.10'],
      30,
    );
    const expected = ['customerKey', 'orderKey', 'date', 'quantity', 'amount'];
    const headers = {
      en: 'customer_id,order_id,order_date,quantity,total',
      pt: 'cod_cliente,numero_pedido,data_pedido,quantidade,valor_total',
      es: 'id_cliente,pedido,fecha_compra,cantidad,importe',
      ca: 'codi client,comanda,data comanda,quantitat,import',
      ru: 'Код клиента,Номер заказа,Дата заказа,Количество,Сумма',
    };
    for (const [language, header] of Object.entries(headers)) {
      const { kind, columns } = await inspectFile(
        folder.write(`${language}.csv`, `${header}\n${body}\n`),
        {},
      );
      expect([language, kind, columns.map((column) => column.role)]).toEqual([
        language,
        'transactions',
        expected,
      ]);
    }
  });

  it('customers with personal data, which is recognised whatever its header says', async () => {
    const people = [
      '1,529.982.247-25,ana@example.com,+55 11 91234-5678,1980-02-29,F',
      '2,111.444.777-35,bea@example.org,+55 21 99876-5432,1975-07-01,F',
      '3,123.456.789-09,ciro@example.net,+55 31 98765-4321,1990-12-31,M',
      '4,987.654.321-00,davi@example.com,+55 41 91111-2222,1966-06-06,M',
    ];
    const { kind, columns } = await inspectFile(
      folder.write('people.csv', `id,x,y,z,nascimento,sexo\n${people.join('\n')}\n`),
      {},
    );
    expect(kind).toBe('customers');
    expect(columns.map((column) => [column.role, column.pii])).toEqual([
      ['customerKey', null],
      ['pii', 'nationalId'],
      ['contact', 'email'],
      ['contact', 'phone'],
      ['pii', 'birthDate'],
      ['feature', null],
    ]);
    expect(columns[1]?.reasons).toEqual([{ code: 'checksum', word: 'CPF' }]);
  });

  it('a survey by its scales', async () => {
    const answers = Array.from(
      { length: 40 },
      (_unused, i) => `r${i},${(i % 5) + 1},${((i * 2) % 5) + 1},${((i * 3) % 5) + 1},${((i + 2) % 5) + 1}`,
    );
    const { kind } = await inspectFile(
      folder.write('survey.csv', `respondent,q1,q2,q3,q4\n${answers.join('\n')}\n`),
      {},
    );
    expect(kind).toBe('survey');
  });

  it('remembers what was chosen before', async () => {
    const path = folder.write('remember.csv', 'id,x\n1,2.5\n2,3.5\n3,4.5\n');
    const first = await inspectFile(path, {});
    const mapping = first.columns.map((column) => ({ ...column, name: 'chosen', role: 'outcome' as const }));
    const second = await inspectFile(path, {}, { mapping });
    expect(
      second.columns.map((column) => [column.name, column.role, column.confidence, column.reasons]),
    ).toEqual([
      ['chosen', 'outcome', 1, [{ code: 'remembered' }]],
      ['chosen', 'outcome', 1, [{ code: 'remembered' }]],
    ]);
  });

  it('a price without quantity and amount is the amount', async () => {
    expect(
      await rolesOf(
        'price.csv',
        `client,date,price\n${repeat(['a,2024-01-13,12.50', 'b,2024-01-14,8.00'], 8)}\n`,
      ),
    ).toEqual([
      ['client', 'category', 'customerKey'],
      ['date', 'date', 'date'],
      ['price', 'money', 'amount'],
    ]);
  });
});
