// What a customer's own column is about, told from its header in any of the five languages.

export type Topic =
  | 'recency'
  | 'frequency'
  | 'value'
  | 'basket'
  | 'tenure'
  | 'returns'
  | 'gaps'
  | 'age'
  | 'gender'
  | 'city'
  | 'income'
  | 'distance'
  | 'kids'
  | 'discount'
  | 'gift'
  | 'mobile'
  | 'store'
  | 'web'
  | 'channel'
  | 'trend'
  | 'comfort'
  | 'price'
  | 'sustainability'
  | 'consent'
  | 'mix'
  | 'other';

/** The built-in features' topics; any other feature is a column of the customer. */
export const BUILT_IN_TOPICS: Readonly<Record<string, Topic>> = {
  recency: 'recency',
  frequency: 'frequency',
  monetary: 'value',
  tenure: 'tenure',
  basket: 'basket',
  returnsRate: 'returns',
  interPurchase: 'gaps',
  age: 'age',
  trend: 'other',
  recentChange: 'other',
  seasonality: 'other',
  weekendShare: 'other',
  weekday1: 'other',
  weekday2: 'other',
  weekday3: 'other',
  weekday4: 'other',
  weekday5: 'other',
  weekday6: 'other',
  weekday7: 'other',
  quarter1: 'other',
  quarter2: 'other',
  quarter3: 'other',
  quarter4: 'other',
  itemsPerOrder: 'other',
  discountRate: 'other',
  pAlive: 'other',
  expectedPurchases: 'other',
  clv: 'other',
};

/** Tried in this order on the plain header (see `plainWord`); the more particular come first. `\b` knows no Cyrillic. */
const HEADER_TOPICS: readonly (readonly [Topic, RegExp])[] = [
  ['consent', /\b(consent|opt.?in|aceita|acepta|accepta|consentiment)|соглас/],
  ['distance', /\b(distanc|km to|to shop)|до магазина|расстоян/],
  ['kids', /\b(kids?|child|children|crianca|infanti|nin[oa]s?\b|nens\b)|(teen|kid)home|дет(и|ск|еи)/],
  ['gift', /\b(gift|present[es]|regal)|подар/],
  ['discount', /\b(discount|descont|descuento|descompte|deals?\b|coupon|cupom|promo)|numdeals|скидк/],
  ['returns', /\b(returns?\b|return rate|devoluc)|возврат/],
  ['mobile', /\b(mobile|app\b|phone share|celular|movil|mobil\b)|мобил|приложени/],
  [
    'store',
    /\b(in.?store|store purchases|store share|loja fisica|en tienda|a la botiga)|numstorepurchases|розниц|в магазине/,
  ],
  ['web', /\b(web|online|site\b)|numwebpurchases|саит|онлаин/],
  ['trend', /\b(trend|tendenc|fashion|moda\b)|тренд|мод(а|е|ои|ы)(\s|$)|модн/],
  ['comfort', /\b(comfort|confort|comodidad|comoditat)|удобств|комфорт/],
  ['sustainability', /\b(sustainab|sustentab|sostenib|ecolog)|эколог/],
  [
    'price',
    /\b(bargain|oferta|chollo)|выгод|\b(price|preco|precio|preu)s?\b.*\b(matter|import|sensi|mind)|цен.*важн|важн.*цен/,
  ],
  ['income', /\b(income|salary|renda|salari|renta\b|ingres)|доход|зарплат/],
  ['value', /\b(spending|spend|spent|revenue|turnover|gasto|despesa|faturamento|clv\b)|расход|трат|выручк/],
  ['age', /^(age|idade|edat|edad|возраст)(\s|$|,|\()|\b(birth|nascimento|nacimiento|naixement)|рожден/],
  ['gender', /\b(gender|sex|sexo|sexe|genero|genere)\b|(^|\s)пол(\s|$)/],
  ['city', /\b(city|town|cidade|ciudad|ciutat|municip)|город/],
  ['tenure', /\b(joined|sign.?up|registered|cadastro|registro|registre|dt customer|client since)|регистрац/],
  ['channel', /\b(channel|canal)\b|канал/],
];

const CATEGORY_TOPICS: readonly (readonly [Topic, RegExp])[] = [
  ['mobile', /^(mobile|app|celular|movil|mobil|мобил.*|прил.*|телефон)$/],
  ['store', /^(store|shop|loja|tienda|botiga|магазин|маг\.?)$/],
  ['web', /^(web|online|site|website|саит)$/],
];

/** Lower case without accents, so that one pattern serves "móvil" and "movil". Cyrillic й becomes и: the patterns are written so. */
function plainWord(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').trim();
}

export function topicOfHeader(header: string): Topic {
  const word = plainWord(header).replaceAll('_', ' ');
  return HEADER_TOPICS.find(([, pattern]) => pattern.test(word))?.[0] ?? 'other';
}

/**
 * A mix feature is the share of one level of a column ("Channel: store"): what the level is about, or `mix` when that
 * is not a known topic; null for any other label.
 */
export function topicOfMix(label: string): { readonly level: string; readonly topic: Topic } | null {
  const at = label.indexOf(': ');
  if (at <= 0) return null;
  const level = label.slice(at + 2);
  const topic =
    topicOfHeader(label.slice(0, at)) === 'channel' ? topicOfChannel(level) : topicOfHeader(level);
  return { level, topic: topic === 'other' ? 'mix' : topic };
}

/** For a column of channels: which channel a category is. */
export function topicOfChannel(category: string): Topic {
  const word = plainWord(category);
  return CATEGORY_TOPICS.find(([, pattern]) => pattern.test(word))?.[0] ?? 'other';
}

const YES = new Set(['yes', 'y', 'true', '1', 'sim', 's', 'si', 'да', 'д']);
const NO = new Set(['no', 'n', 'false', '0', 'nao', 'нет', 'н']);

/** True for a word of agreement, false for one of refusal, null for any other category. */
export function yesOrNo(category: string): boolean | null {
  const word = plainWord(category);
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

const WOMEN = new Set([
  'f',
  'female',
  'woman',
  'women',
  'feminino',
  'mulher',
  'femenino',
  'mujer',
  'femeni',
  'dona',
  'ж',
  'женскии',
  'женщина',
  'жен',
]);
const MEN = new Set([
  'male',
  'man',
  'men',
  'masculino',
  'homem',
  'hombre',
  'masculi',
  'home',
  'h',
  'м',
  'мужскои',
  'мужчина',
  'муж',
]);

/** A Latin M stays unclear: male in English and Portuguese files, "mujer" in many Spanish ones. */
export function genderOf(category: string): 'women' | 'men' | null {
  const word = plainWord(category);
  return WOMEN.has(word) ? 'women' : MEN.has(word) ? 'men' : null;
}
