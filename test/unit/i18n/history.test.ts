// Every command and job of the contract that changes the project has a label for "Undo", and no label is left over.
import { expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { history } from '../../../shared/i18n/messages/en/history.ts';

/** Not decisions about a project: the window's settings, files as such, and what only computes or writes elsewhere. */
const NOT_UNDOABLE = new Set([
  'app.setSettings',
  'jobs.cancel',
  'project.forgetRecent',
  'project.create',
  'project.open',
  'project.close',
  'project.dismissCaution',
  'project.saveCopy',
  'project.salvage',
  'project.sample',
  'history.undo',
  'history.redo',
  'features.compute',
  'segmentations.embed',
  'quality.check',
  'quality.export',
  'people.findDuplicates',
  'sources.exportRejects',
  'sources.exportMessages',
  'sources.exportRows',
  'customers.erase',
  'sources.exportIssues',
  'sources.check',
  'layouts.forget',
  // A tournament decides nothing; choosing one of its solutions is recorded as the clustering that it is.
  'tournaments.run',
  'tournaments.choose',
  'exports.write',
]);

test('history labels', () => {
  const changing = Object.entries(contract).flatMap(([noun, procedures]) =>
    Object.entries(procedures)
      .filter(([, procedure]) => ['command', 'job'].includes(procedure['~orpc'].meta.kind))
      .map(([verb]) => `${noun}.${verb}`),
  );
  const undoable = changing.filter((name) => !NOT_UNDOABLE.has(name));
  expect(Object.keys(history).sort()).toEqual(undoable.map((name) => name.replace('.', '_')).sort());
});
