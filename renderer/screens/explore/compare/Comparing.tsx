// Comparing solutions, laid out: what takes part, the board, and one solution in full. Everything comes by props.
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Comparison, Tournament } from '../../../../shared/model/tournament.ts';
import { Banner, Button, Chip, EmptyState, Panel, SplitPane, Toolbar } from '../../../ui/index.ts';
import workbench from '../explore.module.css';
import { GroupsPanel, type TiersOffer } from '../GroupsPanel.tsx';
import { Board } from './Board.tsx';
import { type BoardRow, isBaseline, rowsOf, toggleMark } from './boardRows.ts';
import styles from './compare.module.css';
import { EntryPanel } from './EntryPanel.tsx';
import { EntrySettings, type EntrySettingsProps } from './EntrySettings.tsx';
import { PairPanel } from './PairPanel.tsx';

export interface ComparingProps {
  readonly settings: EntrySettingsProps;
  readonly tournament: Tournament | null;
  readonly marked: readonly string[];
  readonly onMarked: (marked: readonly string[]) => void;
  readonly comparison: Comparison | null;
  readonly nameOf: (feature: string) => string;
  readonly using: boolean;
  readonly onUse: (entryId: string) => void;
  readonly tiers: TiersOffer;
  readonly onBack: () => void;
}

const WIDE_PX = 1400;

function Bar({ tournament, onBack }: Pick<ComparingProps, 'tournament' | 'onBack'>) {
  const t = useTranslations('compare');
  const back = (
    <Button icon={IconArrowLeft} onClick={onBack}>
      {t('back')}
    </Button>
  );
  return (
    <Toolbar title={t('title')} actions={back}>
      {tournament ? (
        <Chip tone={tournament.complete ? 'ok' : 'neutral'}>
          {tournament.complete
            ? t('complete')
            : t('boardNote', { done: tournament.entries.length, planned: tournament.planned })}
        </Chip>
      ) : null}
    </Toolbar>
  );
}

interface CentreProps extends ComparingProps {
  readonly shownId: string | null;
  readonly onShow: (id: string) => void;
}

function Centre(props: CentreProps) {
  const { tournament, marked, onMarked, shownId, onShow } = props;
  const t = useTranslations('compare');
  if (!tournament || tournament.entries.length === 0)
    return (
      <div className={workbench.centre}>
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      </div>
    );
  return (
    <div className={workbench.centre}>
      {tournament.stale ? <Banner tone="warn">{t('stale')}</Banner> : null}
      {tournament.sampledRows === null ? null : (
        <Banner>{t('sampled', { n: tournament.sampledRows })}</Banner>
      )}
      <Panel
        padded={false}
        className={styles.upper ?? ''}
        title={t('board')}
        note={t('boardNote', { done: tournament.entries.length, planned: tournament.planned })}
      >
        <Board
          tournament={tournament}
          shownId={shownId}
          marked={marked}
          onShow={onShow}
          onMark={(id) => onMarked(toggleMark(marked, id))}
        />
      </Panel>
      <Lower {...props} />
    </div>
  );
}

/** Under the board: two solutions side by side, and whether there are groups at all. */
function Lower({ tournament, marked, comparison, onMarked, ...props }: ComparingProps) {
  const t = useTranslations('compare');
  const rows = tournament ? rowsOf(tournament) : [];
  const find = (id: string | undefined): BoardRow | undefined => rows.find((row) => row.id === id);
  const first = find(marked[0]);
  const second = find(marked[1]);
  return (
    <div className={styles.lower}>
      <GroupsPanel
        groups={tournament?.groups ?? null}
        pending={t('groupsPending')}
        solutionK={null}
        tiers={props.tiers}
      />
      <PairPanel
        pair={first && second ? [first, second] : null}
        comparison={comparison}
        onClear={() => onMarked([])}
      />
    </div>
  );
}

function Aside({
  shownId,
  tournament,
  nameOf,
  using,
  onUse,
}: ComparingProps & { readonly shownId: string | null }) {
  if (!tournament) return null;
  const shown = rowsOf(tournament).find((row) => row.id === shownId);
  if (!shown) return null;
  const { recommended, outcome, groups } = tournament;
  return (
    <EntryPanel
      entry={shown}
      reasons={recommended?.entryId === shown.id ? recommended.reasons : null}
      practical={groups?.verdict === 'none' && !isBaseline(shown)}
      outcome={outcome}
      nameOf={nameOf}
      using={using}
      onUse={() => onUse(shown.id)}
    />
  );
}

/** Three panes, as the workbench. */
export function Comparing(props: ComparingProps) {
  const { settings, tournament } = props;
  const [picked, setPicked] = useState<string | null>(null);
  const wide = window.innerWidth >= WIDE_PX;
  const known = tournament && rowsOf(tournament).some(({ id }) => id === picked) ? picked : null;
  const shownId = known ?? tournament?.recommended?.entryId ?? tournament?.entries[0]?.id ?? null;
  const centre = <Centre {...props} shownId={shownId} onShow={setPicked} />;
  return (
    <div className={workbench.screen}>
      <Bar {...props} />
      <SplitPane side="start" widthPx={wide ? 240 : 228} maxPx={360} aside={<EntrySettings {...settings} />}>
        {tournament && tournament.entries.length > 0 ? (
          <SplitPane widthPx={wide ? 380 : 320} minPx={300} aside={<Aside {...props} shownId={shownId} />}>
            {centre}
          </SplitPane>
        ) : (
          centre
        )}
      </SplitPane>
    </div>
  );
}
