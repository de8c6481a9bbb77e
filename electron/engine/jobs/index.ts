// All jobs by procedure name. Each is one generator; the thread that drives it is threads/job.ts.
import { assignSegmentation } from './assignSegmentation.ts';
import { checkQuality } from './checkQuality.ts';
import { checkSource } from './checkSource.ts';
import { chooseEntry } from './chooseEntry.ts';
import { computeFeatures } from './computeFeatures.ts';
import type { JobContext } from './context.ts';
import { draftPersonas } from './draftPersonas.ts';
import { embedSegmentation } from './embedSegmentation.ts';
import { exportIssues } from './exportIssues.ts';
import { eraseCustomer } from './eraseCustomer.ts';
import { exportRows } from './exportRows.ts';
import { exportQuality } from './exportQuality.ts';
import { exportMessages } from './exportMessages.ts';
import { exportRejects } from './exportRejects.ts';
import { findDuplicates } from './findDuplicates.ts';
import { importSource } from './importSource.ts';
import { makeSample } from './makeSample.ts';
import { proposeCampaign } from './proposeCampaign.ts';
import { runSegmentation } from './runSegmentation.ts';
import { runTournament } from './runTournament.ts';
import { writeExport } from './writeExport.ts';

export const jobs = {
  'sources.import': importSource,
  'sources.check': checkSource,
  'sources.exportIssues': exportIssues,
  'sources.exportMessages': exportMessages,
  'sources.exportRejects': exportRejects,
  'sources.exportRows': exportRows,
  'customers.erase': eraseCustomer,
  'features.compute': (context: JobContext) => computeFeatures(context),
  'quality.check': checkQuality,
  'quality.export': exportQuality,
  'people.findDuplicates': (context: JobContext) => findDuplicates(context),
  'segmentations.run': runSegmentation,
  'segmentations.embed': embedSegmentation,
  'segmentations.assign': assignSegmentation,
  'tournaments.run': runTournament,
  'tournaments.choose': chooseEntry,
  'personas.draft': draftPersonas,
  'campaigns.propose': proposeCampaign,
  'exports.write': writeExport,
  'project.sample': makeSample,
};
