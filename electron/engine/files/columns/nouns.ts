// All nouns that headers are searched for, and the words that do not count beside them.
import type { Noun } from './noun.ts';
import { PERSON_NOUNS } from './personNouns.ts';
import { TABLE_NOUNS } from './tableNouns.ts';

/** Words that say "this is an identifier", and small words between others. */
export const KEY_WORDS: ReadonlySet<string> = new Set(
  'id ids code cod codigo codi no nr num number numero key ref n nº uuid hash key код номер ид идентификатор key chave clave clau'.split(
    ' ',
  ),
);
export const FILLER_WORDS: ReadonlySet<string> = new Set(
  'de do da dos das del la el los las the of a por per para s'.split(' '),
);

export const NOUNS: readonly Noun[] = [...TABLE_NOUNS, ...PERSON_NOUNS];

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
