// What headers are called in the five languages, one entry per noun. Phrases are folded (see words.ts).
// `whole` nouns match only when every other word of the header is a filler: "order date" is a date, not an order.
import type { Criterion, FieldRole, PiiKind } from '../../../../shared/model/source.ts';

export interface Noun {
  readonly id: string;
  readonly role: FieldRole;
  readonly criterion: Criterion | null;
  readonly pii?: PiiKind;
  readonly whole?: boolean;
  readonly phrases: readonly string[];
}

function phrases(text: string): readonly string[] {
  return text
    .trim()
    .split(/\s*[,\n]\s*/)
    .filter((phrase) => phrase !== '');
}

/** Words that say "this is an identifier", and small words between others. */
export const KEY_WORDS: ReadonlySet<string> = new Set(
  'id ids code cod codigo codi no nr num number numero key ref n nº uuid hash key код номер ид идентификатор key chave clave clau'.split(
    ' ',
  ),
);
export const FILLER_WORDS: ReadonlySet<string> = new Set(
  'de do da dos das del la el los las the of a por per para s'.split(' '),
);

export const NOUNS: readonly Noun[] = [
  {
    id: 'customer',
    role: 'customerKey',
    criterion: null,
    whole: true,
    phrases:
      phrases(`customer, client, cliente, clientes, customer id, customerid, cust id, custid, cust, client id, clientid, cliente codigo,
      codigo cliente, user, user id, userid, usuario, usuari, member, member id, socio, soci, buyer, shopper, account, account id, household,
      comprador, consumidor, contact id, person id, patient id, subscriber, subscriber id, loyalty card, card number, master id,
      заказчик, заказчика, клиент, клиента, покупатель, покупателя, контрагент, пользователь, номер карты, client codi, codi client, respondent, respondent id, respondente, encuestado, респондент`),
  },
  {
    id: 'order',
    role: 'orderKey',
    criterion: null,
    whole: true,
    phrases:
      phrases(`order, order id, orderid, order number, order no, invoice, invoice no, invoiceno, invoice number, transaction, transaction id,
      transactionid, trans id, receipt, receipt no, basket id, ticket, bill no, pedido, numero pedido, id pedido, nota fiscal, nf, factura, fatura,
      numero factura, venda id, id venda, compra id, comanda, tiquet, albara, заказ, номер заказа, чек, номер чека, счет, счёт, накладная, транзакция`),
  },
  {
    id: 'birthDate',
    role: 'pii',
    criterion: 'demographic',
    pii: 'birthDate',
    phrases:
      phrases(`birth date, birthdate, birthday, date of birth, dob, data nascimento, data de nascimento, nascimento, fecha nacimiento,
      fecha de nacimiento, nacimiento, data naixement, data de naixement, naixement, дата рождения, день рождения, рождения`),
  },
  {
    id: 'birthYear',
    role: 'feature',
    criterion: 'demographic',
    phrases: phrases(
      'year birth, birth year, year of birth, ano nascimento, ano de nascimento, ano nacimiento, any naixement, any de naixement, год рождения',
    ),
  },
  {
    id: 'date',
    role: 'date',
    criterion: null,
    phrases:
      phrases(`date, invoice date, order date, orderdate, invoicedate, purchase date, transaction date, sale date, day, timestamp, datetime, created at,
      dt, data, data venda, data da venda, data compra, data pedido, data do pedido, fecha, fecha compra, fecha pedido, fecha venta, fecha factura, data comanda,
      data compra, data factura, дата, дата заказа, дата покупки, дата продажи, дата чека`),
  },
  {
    id: 'amount',
    role: 'amount',
    criterion: 'behavioural',
    phrases:
      phrases(`amount, total, revenue, sales, sale amount, total amount, order value, order total, value, spend, spent, monetary, turnover, gross, net amount, line total,
      payment value, valor, valor venda, valor da venda, valor total, valor pedido, valor pago, total pedido, montante, faturamento, receita, importe, importe total, monto, ingresos,
      ventas, venta, facturacion, import, import total, total comanda, facturacio, vendes, vendas, сумма, итого, сумма заказа, сумма чека, выручка, стоимость, оборот, сумма покупки`),
  },
  {
    id: 'quantity',
    role: 'quantity',
    criterion: 'behavioural',
    phrases: phrases(
      'quantity, qty, units, items, item count, quantidade, qtd, qtde, unidades, cantidad, cant, uds, quantitat, unitats, количество, кол во, штук, шт',
    ),
  },
  {
    id: 'unitPrice',
    role: 'unitPrice',
    criterion: null,
    phrases: phrases(
      `unit price, unitprice, price, price per unit, item price, preco, preco unitario, valor unitario, precio, precio unitario, preu, preu unitari, цена, цена за единицу, цена за упаковку, цена за штуку`,
    ),
  },
  {
    id: 'product',
    role: 'product',
    criterion: 'behavioural',
    whole: true,
    phrases:
      phrases(`product, product id, product name, product code, item, item id, item name, sku, stock code, stockcode, article, description, produto, nome produto, codigo produto, descricao,
      producto, articulo, descripcion, nombre producto, producte, article, descripcio, nom producte, товар, артикул, номенклатура, наименование, продукт, название товара`),
  },
  {
    id: 'category',
    role: 'feature',
    criterion: 'behavioural',
    phrases: phrases(
      'category, product category, department, categoria, seccion, secao, departamento, категория, категория товара, группа товаров, отдел',
    ),
  },
  {
    id: 'email',
    role: 'contact',
    criterion: null,
    pii: 'email',
    phrases: phrases(
      'email, e mail, mail, email address, correo, correo electronico, correu, correu electronic, почта, электронная почта, эл почта',
    ),
  },
  {
    id: 'phone',
    role: 'contact',
    criterion: null,
    pii: 'phone',
    phrases: phrases(
      'phone, phone number, telephone, mobile, mobile phone, cell, cellphone, tel, whatsapp, telefone, celular, telefono, movil, telefon, mobil, телефон, мобильный, моб телефон, номер телефона',
    ),
  },
  {
    id: 'name',
    role: 'pii',
    criterion: null,
    pii: 'name',
    phrases:
      phrases(`name, first name, last name, full name, surname, given name, family name, firstname, lastname, customer name, client name, nome, sobrenome, nome completo, nome cliente, nome do cliente,
      nombre, apellido, apellidos, nombre completo, nombre cliente, nombre del cliente, nom, cognom, cognoms, nom complet, nom client, имя, фамилия, отчество, фио, имя клиента, фио клиента`),
  },
  {
    id: 'street',
    role: 'pii',
    criterion: 'geographic',
    pii: 'street',
    phrases: phrases(
      'address, street, street address, address line, endereco, logradouro, rua, direccion, calle, domicilio, adreca, carrer, адрес, улица',
    ),
  },
  {
    id: 'nationalId',
    role: 'pii',
    criterion: null,
    pii: 'nationalId',
    phrases: phrases(
      'national id, ssn, tax id, passport, passport number, cpf, cnpj, rg, dni, nie, nif, cif, pasaporte, passaport, passaporte, инн, снилс, паспорт, серия и номер паспорта',
    ),
  },
  {
    id: 'place',
    role: 'feature',
    criterion: 'geographic',
    phrases:
      phrases(`city, town, country, state, province, region, area, zip, zip code, zipcode, postcode, postal code, county, district, location, cidade, municipio, pais, estado, uf, regiao, bairro, cep,
      ciudad, poblacion, provincia, comunidad, codigo postal, cp, ciutat, poblacio, comarca, codi postal, город, страна, регион, область, край, район, населенный пункт, индекс, почтовый индекс`),
  },
  {
    id: 'person',
    role: 'feature',
    criterion: 'demographic',
    phrases:
      phrases(`gender, sex, age, age group, marital, marital status, education, income, annual income, occupation, profession, job, children, kids, kidhome, teenhome, household size, family size, nationality, language,
      sexo, genero, idade, faixa etaria, estado civil, escolaridade, renda, profissao, ocupacao, filhos, edad, educacion, estudios, ingresos anuales, renta, profesion, ocupacion, hijos, sexe, edat, estat civil, estudis, ingressos, professio, fills,
      пол, возраст, семейное положение, образование, доход, профессия, дети, количество детей, национальность, язык`),
  },
  {
    id: 'mind',
    role: 'feature',
    criterion: 'psychographic',
    phrases:
      phrases(`satisfaction, nps, attitude, lifestyle, interest, interests, opinion, value score, importance, preference, trend, comfort, sustainability, motivation, personality,
      satisfacao, atitude, estilo de vida, interesse, opiniao, importancia, preferencia, satisfaccion, actitud, interes, opinion, satisfaccio, actitud, estil de vida, opinio, удовлетворенность, удовлетворённость, интересы, отношение, стиль жизни, важность, предпочтение`),
  },
  {
    id: 'behaviour',
    role: 'feature',
    criterion: 'behavioural',
    phrases:
      phrases(`recency, frequency, visits, web visits, purchases, spending, spending score, mnt, tenure, orders, clicks, sessions, channel, payment, payment method, payment type, device, segment, plan, discount, deals, coupon, complain,
      canal, canal venda, forma pagamento, forma de pagamento, parcelas, numero parcelas, visitas, compras, pedidos, forma de pago, medio de pago, descuento, visites, compres, forma de pagament, канал, способ оплаты, скидка, визиты, покупки, давность, частота`),
  },
  {
    id: 'consent',
    role: 'consent',
    criterion: null,
    phrases: phrases(
      `consent, opt in, optin, opted in, marketing consent, email consent, newsletter, gdpr, lgpd, consentimento, aceita marketing, aceita email, consentimiento, acepta publicidad, acepta marketing, consentiment, accepta publicitat, согласие, согласие на рассылку, рассылка, подписка`,
    ),
  },
  {
    id: 'outcome',
    role: 'outcome',
    criterion: null,
    phrases: phrases(
      'response, responded, converted, conversion, churn, churned, outcome, resposta, converteu, respuesta, convirtio, resposta, отклик, ответил, конверсия, отток',
    ),
  },
  {
    id: 'weight',
    role: 'weight',
    criterion: null,
    phrases: phrases(
      'weight, sample weight, survey weight, weighting, peso, peso amostral, ponderacion, factor de ponderacion, pes, ponderacio, вес, весовой коэффициент',
    ),
  },
];

/** A lone "id": the customer's key when its values are all different. */
export const LONE_KEY: ReadonlySet<string> = new Set([
  'id',
  'code',
  'codigo',
  'codi',
  'key',
  'uuid',
  'код',
  'ид',
  'номер',
]);
