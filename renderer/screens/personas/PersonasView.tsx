// The screen laid out: tabs, the card at the left, its evidence and its limits at the right. All comes by props.
import { IconDownload, IconUser } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { WriteLevel } from '../../evidence/index.ts';
import { Banner, Button, EmptyState, Panel, Progress, Toolbar } from '../../ui/index.ts';
import { WeightedChip } from '../../representativeness/index.ts';
import { EvidencePane } from './EvidencePane.tsx';
import { evidenceRows, fadingPhrases } from './evidenceRows.ts';
import { LimitsPanes } from './LimitsPanes.tsx';
import { PersonaCard, type CardEdits } from './PersonaCard.tsx';
import { PersonaTabs, type Seat } from './PersonaTabs.tsx';
import { RedraftMenu, type RedraftMenuProps } from './RedraftMenu.tsx';
import styles from './personas.module.css';

export interface PersonasViewProps extends CardEdits, Pick<RedraftMenuProps, 'onDraft'> {
  readonly seats: readonly [Seat, ...Seat[]];
  readonly openId: number;
  readonly onOpen: (segmentId: number) => void;
  /** Share of the running draft, or null. */
  readonly drafting: number | null;
  readonly onExport: () => void;
  readonly write: WriteLevel;
}

interface SeatedPersona extends Seat {
  readonly persona: NonNullable<Seat['persona']>;
}

function OpenPersona({
  seat,
  write,
  ...edits
}: CardEdits & { readonly seat: SeatedPersona; readonly write: WriteLevel }) {
  const t = useTranslations('personas');
  const { persona, segment } = seat;
  const rows = useMemo(() => evidenceRows(persona), [persona]);
  const [picked, setPicked] = useState<string | null>(null);
  const onPick = (key: string): void => setPicked(key === picked ? null : key);
  const fading = fadingPhrases(persona).length;
  return (
    <div className={styles.body}>
      <Panel className={styles.cardPane ?? ''} padded={false}>
        {fading > 0 ? <Banner tone="warn">{t('fadingNote', { count: fading })}</Banner> : null}
        <PersonaCard {...edits} {...{ persona, segment, rows, picked, onPick }} />
      </Panel>
      <div className={styles.proof}>
        <EvidencePane {...{ rows, picked, onPick, write }} />
        <LimitsPanes persona={persona} />
      </div>
    </div>
  );
}

/** Busy, or what can be drafted. */
function NoPersona({ seat, none, drafting, onDraft, count }: NoPersonaProps) {
  const t = useTranslations('personas');
  const action =
    drafting === null ? (
      <Button variant="primary" onClick={() => (none ? onDraft() : onDraft(seat.segment.id))}>
        {none ? t('draftAll', { count }) : t('draftOne')}
      </Button>
    ) : (
      <span className={styles.progress}>
        <Progress share={drafting} label={t('drafting')} />
      </span>
    );
  const title = none ? t('emptyTitle') : t('oneEmptyTitle', { name: seat.segment.name });
  return (
    <EmptyState icon={IconUser} title={title} actions={action}>
      {none ? t('emptyText') : t('oneEmptyText')}
    </EmptyState>
  );
}

interface NoPersonaProps extends Pick<PersonasViewProps, 'drafting' | 'onDraft'> {
  readonly seat: Seat;
  /** No segment has one. */
  readonly none: boolean;
  readonly count: number;
}

function Actions({ seats, open, drafting, onDraft, onExport }: PersonasViewProps & { readonly open: Seat }) {
  const t = useTranslations('personas');
  const personas = seats.flatMap((seat) => seat.persona ?? []);
  if (personas.length === 0) return null;
  return (
    <>
      {drafting === null ? null : (
        <span className={styles.progress}>
          <Progress share={drafting} label={t('drafting')} />
        </span>
      )}
      <RedraftMenu {...{ open: open.persona, personas, onDraft }} drafting={drafting !== null} />
      <Button variant="primary" icon={IconDownload} onClick={onExport}>
        {t('export')}
      </Button>
    </>
  );
}

/** All personas of the segmentation in use. */
export function PersonasView(props: PersonasViewProps) {
  const { seats, openId, onOpen, drafting, onDraft } = props;
  const t = useTranslations('personas');
  const open = seats.find((seat) => seat.segment.id === openId) ?? seats[0];
  const { persona } = open;
  const none = seats.every((seat) => seat.persona === null);
  return (
    <div className={styles.screen}>
      <Toolbar title={t('title')} actions={<Actions {...props} open={open} />}>
        {open.segment.weighted ? <WeightedChip /> : null}
        {none ? null : <PersonaTabs {...{ seats, onOpen }} openId={open.segment.id} />}
      </Toolbar>
      {persona ? (
        <OpenPersona key={persona.id} {...props} seat={{ ...open, persona }} />
      ) : (
        <NoPersona seat={open} count={seats.length} {...{ none, drafting, onDraft }} />
      )}
    </div>
  );
}
