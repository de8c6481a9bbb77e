import type { personas as en } from '../en/personas.ts';
import type { Translated } from '../../translated.ts';

export const personas = {
  title: 'Персоны',
  tabs: 'Персоны по сегментам',
  fadingCount:
    '{count, plural, one {# фраза теряет опору} few {# фразы теряют опору} many {# фраз теряют опору} other {# фразы теряют опору}}',
  notDrafted: 'не составлена',
  draftAll:
    '{count, plural, one {Составить # персону} few {Составить # персоны} many {Составить # персон} other {Составить # персоны}}',
  draftOne: 'Составить персону',
  redraft: 'Составить заново',
  redraftOne: 'Составить заново: {name}',
  redraftAll: 'Составить заново все',
  redraftTitle: 'Заменить ваши формулировки?',
  redraftText:
    '{count, plural, one {Новый вариант заменит # вашу фразу.} few {Новые варианты заменят # ваши фразы.} many {Новые варианты заменят # ваших фраз.} other {Новые варианты заменят # вашей фразы.}} Отмена вернёт прежний текст.',
  drafting: 'Персоны составляются',
  export: 'Экспорт',
  emptyTitle: 'Персон пока нет',
  emptyText:
    'Персона составляется по данным сегмента. У каждой фразы видно, на чём она основана, и каждую можно переписать.',
  oneEmptyTitle: 'Для сегмента «{name}» персоны пока нет',
  oneEmptyText: 'Она составляется по тому, чем сегмент отличается от всех.',
  cannotShow: 'Не удалось прочитать персоны',
  card: 'Карточка персоны',
  name: 'Имя персоны',
  openSegment: 'Открыть сегмент «{name}»',
  standsFor:
    'Представляет {count, plural, one {# клиента} few {# клиентов} many {# клиентов} other {# клиента}}: {share} от всех',
  standsForRevenue:
    'Представляет {count, plural, one {# клиента} few {# клиентов} many {# клиентов} other {# клиента}}: {share} от всех и {revenue} выручки',
  byRules: 'Составлено по правилам из данных',
  illustration: 'Рисунок условный',
  portrait: 'Портрет: {name}, рисунок условный',
  phrase: 'Фраза',
  quote: 'Цитата',
  own: 'Своя формулировка',
  former: 'Прежние цифры',
  restore: 'Вернуть исходную формулировку',
  remove: 'Удалить фразу',
  evidenceCount: 'n {count}',
  fadingNote:
    '{count, plural, one {# фраза больше не опирается на надёжные данные. Перепишите или удалите её.} few {# фразы больше не опираются на надёжные данные. Перепишите или удалите их.} many {# фраз больше не опираются на надёжные данные. Перепишите или удалите их.} other {# фразы больше не опираются на надёжные данные. Перепишите или удалите их.}}',
  evidence: 'На чём основано',
  evidenceNote: 'все = 100; 95%-ные интервалы',
  filter: 'Какие данные показаны',
  all: 'Все: {count, number}',
  fading: 'Слабеют: {count, number}',
  restsOn: 'Показатель',
  axis: 'Индекс на шкале',
  dot: '{name}: индекс {index}, интервал {interval}',
  supports: { firm: 'Есть', fading: 'Слабеет', weak: 'Слабая' },
  leftOut: 'Не вошло',
  leftOutNote: 'данных не хватило',
  leftOutNone: 'Отбрасывать ничего не пришлось.',
  cannotSay: 'Чего данные не говорят',
  cannotSayNote: 'спросите на интервью',
} satisfies Translated<typeof en>;
