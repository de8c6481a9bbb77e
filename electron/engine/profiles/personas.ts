// Personas of the segments in use, held against today's evidence: wording stays, support is judged again.
import type { Persona } from '../../../shared/model/persona.ts';
import type { ReadDb } from '../db/open.ts';
import { readPersonas } from '../db/personaTable.ts';
import { recheckPersona } from '../writing/index.ts';
import { activeSegmentation } from './segmentationModel.ts';
import { statementsOf } from './statements.ts';

/** One that came along from a former segmentation, or whose customers changed, is thus never firmer than they are. */
export function personasInUse(db: ReadDb): Persona[] {
  const personas = readPersonas(db);
  const model = personas.length > 0 ? activeSegmentation(db) : null;
  if (!model) return personas;
  const { evidence } = statementsOf(db, model);
  return personas.map((persona) => {
    const at = model.segments.findIndex(({ id }) => id === persona.segmentId);
    const known = evidence[at];
    return known ? recheckPersona(persona, known) : persona;
  });
}
