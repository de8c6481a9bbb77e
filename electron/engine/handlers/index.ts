// All queries and commands by procedure name. `quick` ones answer on the front door within a millisecond or so;
// `heavy` ones run in the reader thread. The router refuses to compile when a procedure of the contract is missing.
import {
  addAction,
  listCampaigns,
  removeAction,
  removeCampaign,
  renameCampaign,
  updateAction,
} from './campaigns.ts';
import { customerCard, findCustomers } from './customers.ts';
import { expectOfCustomer } from './expectation.ts';
import {
  defineFeature,
  previewFeature,
  removeFeature,
  renameFeature,
  similarFeatures,
} from './featureDefinitions.ts';
import { chooseFeature, getFeatures } from './features.ts';
import { joinReport } from './join.ts';
import { acceptSameEmail, decidePeople, listDuplicates } from './people.ts';
import { editPhrase, editQuote, listPersonas, removePhrase, renamePersona } from './personas.ts';
import { listHistory, renameProject, setProjectSettings } from './project.ts';
import { qualityReport, setLimits } from './quality.ts';
import {
  listReferences,
  referenceLevels,
  referenceReport,
  removeReference,
  setReference,
  weightsInUse,
} from './references.ts';
import { ruleCounts } from './ruleCounts.ts';
import {
  activateSegmentation,
  listSegmentations,
  removeSegmentation,
  segmentationLabels,
  segmentationLineage,
  segmentationMap,
  segmentationNearness,
  segmentationProfile,
} from './segmentations.ts';
import {
  describeSegment,
  getSegment,
  listSegments,
  dismissSegment,
  inheritSegment,
  mergeSegments,
  noteSegment,
  recolourSegment,
  renameSegment,
  segmentBorder,
  segmentSilhouettes,
} from './segments.ts';
import {
  checkRecord,
  correctRecord,
  listSnapshots,
  removeSnapshot,
  sourceIssues,
  useSnapshot,
} from './snapshots.ts';
import { listSteps, moveStep, previewStep, recordStep, removeStep } from './steps.ts';
import {
  listSources,
  removeSource,
  renameSource,
  setField,
  sourceColumnSummary,
  sourceRejects,
  sourcePlaceOfLine,
  sourceRows,
} from './sources.ts';
import { compareEntries, getTournament } from './tournaments.ts';

export const quickQueries = {
  'history.list': listHistory,
  'sources.list': listSources,
  'sources.rejects': sourceRejects,
  'sources.snapshots': listSnapshots,
  'steps.list': listSteps,
  'features.get': getFeatures,
  'references.list': listReferences,
  'references.inUse': weightsInUse,
  'quality.report': qualityReport,
  'segmentations.list': listSegmentations,
  'tournaments.get': getTournament,
  'personas.list': listPersonas,
};
export type QuickQueries = typeof quickQueries;

export const heavyQueries = {
  'sources.rows': sourceRows,
  'sources.placeOfLine': sourcePlaceOfLine,
  'sources.columnSummary': sourceColumnSummary,
  'sources.join': joinReport,
  'customers.find': findCustomers,
  'customers.card': customerCard,
  'sources.issues': sourceIssues,
  'sources.checkRecord': checkRecord,
  'steps.preview': previewStep,
  'features.preview': previewFeature,
  'features.similar': similarFeatures,
  'features.expect': expectOfCustomer,
  'references.levels': referenceLevels,
  'references.report': referenceReport,
  'people.duplicates': listDuplicates,
  'tournaments.compare': compareEntries,
  'segmentations.map': segmentationMap,
  'segmentations.ruleCounts': ruleCounts,
  'segmentations.labels': segmentationLabels,
  'segmentations.lineage': segmentationLineage,
  'segmentations.nearness': segmentationNearness,
  'segmentations.profile': segmentationProfile,
  'segments.list': listSegments,
  'segments.get': getSegment,
  'segments.describe': describeSegment,
  'segments.silhouettes': segmentSilhouettes,
  'segments.border': segmentBorder,
  'campaigns.list': listCampaigns,
};

export const commands = {
  'project.rename': renameProject,
  'project.setSettings': setProjectSettings,
  'sources.rename': renameSource,
  'sources.setField': setField,
  'sources.remove': removeSource,
  'sources.useSnapshot': useSnapshot,
  'sources.removeSnapshot': removeSnapshot,
  'sources.correct': correctRecord,
  'steps.add': recordStep,
  'steps.remove': removeStep,
  'steps.move': moveStep,
  'features.choose': chooseFeature,
  'features.define': defineFeature,
  'features.rename': renameFeature,
  'features.remove': removeFeature,
  'references.set': setReference,
  'references.remove': removeReference,
  'quality.setLimits': setLimits,
  'people.decide': decidePeople,
  'people.acceptSameEmail': acceptSameEmail,
  'segmentations.activate': activateSegmentation,
  'segmentations.remove': removeSegmentation,
  'segments.rename': renameSegment,
  'segments.recolour': recolourSegment,
  'segments.note': noteSegment,
  'segments.inherit': inheritSegment,
  'segments.dismiss': dismissSegment,
  'segments.merge': mergeSegments,
  'personas.rename': renamePersona,
  'personas.editPhrase': editPhrase,
  'personas.removePhrase': removePhrase,
  'personas.editQuote': editQuote,
  'campaigns.rename': renameCampaign,
  'campaigns.remove': removeCampaign,
  'campaigns.addAction': addAction,
  'campaigns.updateAction': updateAction,
  'campaigns.removeAction': removeAction,
};
