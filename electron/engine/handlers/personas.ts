// Personas: the analyst's edits. Drafting is a job.
import { AppError } from '../../../shared/errors.ts';
import type { Persona, PersonaPhrase } from '../../../shared/model/persona.ts';
import type { ReadDb, WriteDb } from '../db/open.ts';
import { readPersona, writePersona } from '../db/personaTable.ts';
import type { Command, Query } from '../procedures.ts';
import { personasInUse } from '../profiles/personas.ts';

export const listPersonas: Query<'personas.list'> = (db) => personasInUse(db);

const nameOf = (db: ReadDb, personaId: number): string => readPersona(db, personaId).name;

export const renamePersona: Command<'personas.rename'> = {
  detail: (_db, { name }) => name,
  run: (db, { personaId, name }) => writePersona(db, { ...readPersona(db, personaId), name }),
};

function changePhrase(
  db: WriteDb,
  personaId: number,
  phraseId: string,
  change: (phrase: PersonaPhrase) => PersonaPhrase[],
): void {
  const persona = readPersona(db, personaId);
  if (!persona.sections.some((part) => part.phrases.some((phrase) => phrase.id === phraseId)))
    throw new AppError('INPUT-INVALID');
  const sections: Persona['sections'] = persona.sections.map((part) => ({
    ...part,
    phrases: part.phrases.flatMap((phrase) => (phrase.id === phraseId ? change(phrase) : [phrase])),
  }));
  writePersona(db, { ...persona, sections });
}

export const editPhrase: Command<'personas.editPhrase'> = {
  detail: (db, { personaId }) => nameOf(db, personaId),
  run: (db, { personaId, phraseId, text }) => {
    const own = text.trim();
    changePhrase(db, personaId, phraseId, (phrase) => {
      const edited = own !== '' && own !== phrase.drafted;
      return [{ ...phrase, text: edited ? own : phrase.drafted, edited }];
    });
  },
};

export const removePhrase: Command<'personas.removePhrase'> = {
  detail: (db, { personaId }) => nameOf(db, personaId),
  run: (db, { personaId, phraseId }) => changePhrase(db, personaId, phraseId, () => []),
};

export const editQuote: Command<'personas.editQuote'> = {
  detail: (db, { personaId }) => nameOf(db, personaId),
  run: (db, { personaId, text }) => {
    writePersona(db, { ...readPersona(db, personaId), quote: { text: text.trim(), edited: true } });
  },
};
