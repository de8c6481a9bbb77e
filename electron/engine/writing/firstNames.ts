// Common first names for personas, by language. They are arbitrary: nothing in the data chooses them but the seed,
// and, where most of a segment are women or men, the list.
import type { Locale } from '../../../shared/i18n/locale.ts';

interface FirstNames {
  readonly women: readonly string[];
  readonly men: readonly string[];
}

const FIRST_NAMES: Readonly<Record<Locale, FirstNames>> = {
  en: {
    women: [
      'Alice',
      'Emma',
      'Grace',
      'Hannah',
      'Julia',
      'Laura',
      'Megan',
      'Nora',
      'Rachel',
      'Sophie',
      'Tessa',
      'Zoe',
    ],
    men: ['Adam', 'Ben', 'Daniel', 'George', 'Henry', 'Jack', 'Leo', 'Mark', 'Noah', 'Oliver', 'Sam', 'Tom'],
  },
  'pt-BR': {
    women: [
      'Ana',
      'Beatriz',
      'Camila',
      'Fernanda',
      'Helena',
      'Juliana',
      'Larissa',
      'Luana',
      'Marina',
      'Paula',
      'Renata',
      'Sofia',
    ],
    men: [
      'André',
      'Bruno',
      'Caio',
      'Eduardo',
      'Felipe',
      'Gustavo',
      'Henrique',
      'João',
      'Lucas',
      'Mateus',
      'Rafael',
      'Thiago',
    ],
  },
  ru: {
    women: [
      'Анна',
      'Вера',
      'Дарья',
      'Елена',
      'Ирина',
      'Кира',
      'Мария',
      'Нина',
      'Ольга',
      'Полина',
      'Софья',
      'Юлия',
    ],
    men: [
      'Антон',
      'Борис',
      'Денис',
      'Егор',
      'Илья',
      'Кирилл',
      'Максим',
      'Никита',
      'Олег',
      'Павел',
      'Роман',
      'Степан',
    ],
  },
  ca: {
    women: [
      'Anna',
      'Berta',
      'Carla',
      'Clara',
      'Gemma',
      'Júlia',
      'Laia',
      'Marta',
      'Mireia',
      'Neus',
      'Núria',
      'Roser',
    ],
    men: ['Adrià', 'Arnau', 'Biel', 'Enric', 'Gerard', 'Jordi', 'Lluc', 'Marc', 'Nil', 'Oriol', 'Pau', 'Pol'],
  },
  es: {
    women: [
      'Alba',
      'Ana',
      'Carmen',
      'Elena',
      'Irene',
      'Laura',
      'Lucía',
      'Marta',
      'Nuria',
      'Paula',
      'Rocío',
      'Sara',
    ],
    men: [
      'Álvaro',
      'Carlos',
      'Daniel',
      'Diego',
      'Hugo',
      'Javier',
      'Jorge',
      'Luis',
      'Mario',
      'Pablo',
      'Raúl',
      'Sergio',
    ],
  },
};

/** FNV-1a: a small stable hash, so that the same seed and segment always get the same name. */
function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}

/**
 * A first name for a persona, different from those taken as long as the list has any left.
 * @param mostly the gender of a clear majority of the segment, or null: then the seed chooses that as well.
 */
export function pickFirstName(
  locale: Locale,
  seedText: string,
  mostly: 'women' | 'men' | null,
  taken: readonly string[],
): string {
  const hash = stableHash(seedText);
  const list = FIRST_NAMES[locale][mostly ?? (hash % 2 === 0 ? 'women' : 'men')];
  const start = (hash >>> 1) % list.length;
  const turned = [...list.slice(start), ...list.slice(0, start)];
  return turned.find((name) => !taken.includes(name)) ?? turned[0] ?? '';
}
