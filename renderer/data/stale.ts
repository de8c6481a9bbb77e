// Which questions are out of date when a table changed. A question that is not listed depends on everything.
import type { ProcedureName } from '../../shared/contract/index.ts';

const DEPENDS: Partial<Record<ProcedureName, readonly string[]>> = {
  'app.settings': ['app'],
  'project.recent': ['app', 'setting'],
  'history.list': ['change'],
  'sources.inspect': [],
  'sources.joinPreview': ['source', 'field', 'step', 'run'],
  'layouts.list': ['layout'],
  'sources.list': ['source', 'field', 'run'],
  'sources.rows': ['source', 'field', 'step', 'run'],
  'sources.placeOfLine': ['source', 'field', 'step', 'run'],
  'sources.columnSummary': ['source', 'field', 'step', 'run'],
  'sources.rejects': ['source'],
  'customers.find': ['source', 'field', 'step', 'run'],
  'customers.card': ['source', 'field', 'step', 'person_pair', 'run', 'segmentation', 'segment', 'setting'],
  'sources.join': ['source', 'field', 'step', 'person_pair', 'run'],
  'sources.issues': ['source', 'step'],
  'sources.checkRecord': ['source', 'field'],
  'sources.snapshots': ['source', 'snapshot'],
  'steps.list': ['step', 'source', 'run'],
  'steps.preview': ['step', 'source', 'field'],
  'features.get': ['source', 'field', 'step', 'person_pair', 'setting', 'run', 'feature_choice', 'reference'],
  'features.preview': ['source', 'field', 'step', 'person_pair', 'setting', 'run'],
  'features.similar': ['source', 'field', 'step', 'person_pair', 'setting', 'run'],
  'references.list': ['reference'],
  'references.read': [],
  'references.levels': ['source', 'field', 'step', 'person_pair', 'setting', 'run'],
  'references.report': ['source', 'field', 'step', 'person_pair', 'setting', 'run', 'reference'],
  'references.inUse': ['source', 'field', 'step', 'person_pair', 'setting', 'run', 'reference'],
  'quality.report': ['source', 'field', 'setting', 'run', 'step', 'snapshot', 'person_pair', 'reference'],
  'people.duplicates': ['source', 'field', 'run', 'step', 'snapshot', 'person_pair'],
  'segmentations.list': ['segmentation', 'setting', 'source', 'field', 'step', 'person_pair', 'run'],
  'segmentations.map': ['segmentation', 'segment'],
  'segmentations.lineage': ['segmentation', 'segment', 'setting', 'reference'],
  'segmentations.profile': ['segmentation', 'segment', 'setting', 'reference'],
  'segments.list': ['segmentation', 'segment', 'setting', 'reference'],
  'segments.get': ['segmentation', 'segment', 'setting', 'reference'],
  'segments.describe': ['segmentation', 'segment', 'setting', 'reference'],
  'personas.list': ['persona', 'segment', 'setting'],
  'campaigns.list': ['campaign', 'action', 'segment', 'setting', 'reference'],
};

export function isStale(name: string, tables: readonly string[]): boolean {
  const depends = DEPENDS[name as ProcedureName];
  return !depends || tables.some((table) => depends.includes(table));
}
