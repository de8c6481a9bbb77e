// Campaigns and their actions as stored; figures are computed when read, never kept.
import { z } from 'zod';
import { ActionInput } from '../../../shared/model/campaign.ts';
import type { ReadDb, WriteDb } from './open.ts';
import { sql } from './schema.ts';

/** `sources`: where the proposed numbers come from, in words; empty for the analyst's own. */
export const StoredAction = ActionInput.extend({ sources: z.array(z.string()) });
export type StoredAction = z.infer<typeof StoredAction>;

export interface StoredCampaign {
  readonly id: number;
  readonly name: string;
  readonly startDate: string;
  readonly actions: readonly (StoredAction & { readonly id: number })[];
}

export function readCampaigns(db: ReadDb): StoredCampaign[] {
  const actions = db.all(sql.selectFrom('action').selectAll().orderBy('position').orderBy('id'));
  const campaigns = db.all(sql.selectFrom('campaign').selectAll().orderBy('id'));
  return campaigns.map(({ id, name, start_date: startDate }) => ({
    id,
    name,
    startDate,
    actions: actions
      .filter((action) => action.campaign_id === id)
      .map((action) => ({ ...StoredAction.parse(JSON.parse(action.body)), id: action.id })),
  }));
}

export function addAction(db: WriteDb, campaignId: number, action: StoredAction): number {
  const last = db.get(
    sql
      .selectFrom('action')
      .select((eb) => eb.fn.max('position').as('position'))
      .where('campaign_id', '=', campaignId),
  );
  const position = (last?.position ?? -1) + 1;
  return db.run(
    sql.insertInto('action').values({ campaign_id: campaignId, position, body: JSON.stringify(action) }),
  ).lastId;
}
