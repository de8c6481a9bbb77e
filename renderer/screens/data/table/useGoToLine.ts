// Leads from a line named in the issue list to its row: what narrows the table is taken away, the order stays.
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNotify } from '../../../app/index.ts';
import { asAppError, useAskNow } from '../../../data/index.ts';
import type { GridGoTo } from '../../../ui/index.ts';
import { rowViewOf, type TableViewState } from './tableView.ts';

/** A new object each time the line is asked for. */
export interface WantedLine {
  readonly line: number;
}

export function useGoToLine(
  sourceId: number,
  { view, change }: TableViewState,
  wanted: WantedLine | null,
): GridGoTo | null {
  const t = useTranslations('data.rows');
  const ask = useAskNow();
  const { notify, fail } = useNotify();
  const [goTo, setGoTo] = useState<GridGoTo | null>(null);
  const go = useEffectEvent(async ({ line }: WantedLine): Promise<void> => {
    const whole = { search: '', filters: [] };
    change(whole);
    try {
      const found = await ask('sources.placeOfLine', {
        sourceId,
        line,
        view: rowViewOf({ ...view, ...whole }),
      });
      if (found.place === null) notify('warn', t('lineNotThere', { line }));
      else setGoTo({ row: found.place });
    } catch (error) {
      fail(asAppError(error));
    }
  });
  useEffect(() => {
    if (wanted) void go(wanted);
  }, [wanted]);
  return goTo;
}
