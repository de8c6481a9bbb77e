// Campaign plans: reading them with their figures, and editing. The first draft is a job.
import { AppError } from '../../../shared/errors.ts';
import { addAction as storeAction, StoredAction } from '../db/campaignTable.ts';
import type { ReadDb } from '../db/open.ts';
import { sql } from '../db/schema.ts';
import type { Command, Query } from '../procedures.ts';
import { campaignsOf } from '../profiles/campaigns.ts';
import { activeSegmentation } from '../profiles/segmentationModel.ts';

export const listCampaigns: Query<'campaigns.list'> = (db) => campaignsOf(db, activeSegmentation(db));

const nameOf = (db: ReadDb, campaignId: number): string => {
  const row = db.get(sql.selectFrom('campaign').select('name').where('id', '=', campaignId));
  if (!row) throw new AppError('CAMPAIGN-UNKNOWN');
  return row.name;
};

function actionOf(db: ReadDb, actionId: number): StoredAction {
  const row = db.get(sql.selectFrom('action').select('body').where('id', '=', actionId));
  if (!row) throw new AppError('ACTION-UNKNOWN');
  return StoredAction.parse(JSON.parse(row.body));
}

export const renameCampaign: Command<'campaigns.rename'> = {
  detail: (_db, { name }) => name,
  run: (db, { campaignId, name }) => {
    nameOf(db, campaignId);
    db.run(sql.updateTable('campaign').set({ name }).where('id', '=', campaignId));
  },
};

export const removeCampaign: Command<'campaigns.remove'> = {
  detail: (db, { campaignId }) => nameOf(db, campaignId),
  run: (db, { campaignId }) => {
    db.run(sql.deleteFrom('action').where('campaign_id', '=', campaignId));
    db.run(sql.deleteFrom('campaign').where('id', '=', campaignId));
  },
};

/** The numbers are the analyst's own, so no source is named. */
export const addAction: Command<'campaigns.addAction'> = {
  detail: (_db, { action }) => action.offer,
  run: (db, { campaignId, action }) => {
    nameOf(db, campaignId);
    checked(action);
    storeAction(db, campaignId, { ...action, sources: [] });
  },
};

function checked(action: {
  startDate: string;
  endDate: string;
  responseLow: number;
  responseHigh: number;
}): void {
  if (action.endDate < action.startDate || action.responseHigh < action.responseLow)
    throw new AppError('INPUT-INVALID');
}

export const updateAction: Command<'campaigns.updateAction'> = {
  detail: (db, { actionId }) => actionOf(db, actionId).offer,
  run: (db, { actionId, change }) => {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const body = StoredAction.parse({ ...actionOf(db, actionId), ...given });
    checked(body);
    db.run(
      sql
        .updateTable('action')
        .set({ body: JSON.stringify(body) })
        .where('id', '=', actionId),
    );
  },
};

export const removeAction: Command<'campaigns.removeAction'> = {
  detail: (db, { actionId }) => actionOf(db, actionId).offer,
  run: (db, { actionId }) => {
    actionOf(db, actionId);
    db.run(sql.deleteFrom('action').where('id', '=', actionId));
  },
};
