// The card that is handed around: who it stands for, what is said about them, and on what each phrase rests.
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Persona } from '../../../shared/model/persona.ts';
import { SEGMENT_COLOURS, type SegmentSummary } from '../../../shared/model/segmentation.ts';
import { Chip, DraftedChip, InlineEdit, LinkButton, SegmentGlyph, useFigures } from '../../ui/index.ts';
import styles from './card.module.css';
import { evidenceKey } from '../../evidence/index.ts';
import type { EvidenceRow } from './evidenceRows.ts';
import { PhraseRow, type PhraseEdits } from './PhraseRow.tsx';
import { Portrait } from './portrait/Portrait.tsx';

export interface CardEdits extends PhraseEdits {
  readonly onRename: (name: string) => void;
  readonly onEditQuote: (text: string) => void;
  readonly onOpenSegment: () => void;
}

export interface PersonaCardProps extends CardEdits {
  readonly persona: Persona;
  readonly segment: SegmentSummary;
  readonly rows: readonly EvidenceRow[];
  readonly picked: string | null;
  readonly onPick: (key: string) => void;
}

function Head({ persona, segment, onRename, onOpenSegment }: PersonaCardProps) {
  const t = useTranslations('personas');
  const figures = useFigures();
  const slot = SEGMENT_COLOURS.indexOf(segment.colour);
  const { customers: count, revenueShare } = segment;
  const share = figures.share(segment.share);
  return (
    <header className={styles.head}>
      <Portrait seed={persona.portraitSeed} slot={slot} label={t('portrait', { name: persona.name })} />
      <div className={styles.headText}>
        <h2 className={styles.name}>
          <InlineEdit label={t('name')} value={persona.name} onSave={onRename} marked />
        </h2>
        <div className={styles.segment}>
          <SegmentGlyph slot={slot} />
          <LinkButton aria-label={t('openSegment', { name: segment.name })} onClick={onOpenSegment}>
            {segment.name}
          </LinkButton>
        </div>
        <p className={styles.quiet}>
          {revenueShare === null
            ? t('standsFor', { count, share })
            : t('standsForRevenue', { count, share, revenue: figures.share(revenueShare) })}
        </p>
        <div className={styles.marks}>
          <DraftedChip>{t('byRules')}</DraftedChip>
          <Chip tone="outline" icon={IconEyeOff}>
            {t('illustration')}
          </Chip>
        </div>
      </div>
    </header>
  );
}

function Quote({ persona, onEditQuote }: Pick<PersonaCardProps, 'persona' | 'onEditQuote'>) {
  const t = useTranslations('personas');
  const page = useTranslations('exports.page');
  const { text, edited } = persona.quote;
  return (
    <footer className={styles.quote}>
      <DraftedChip>{page(edited ? 'quoteEdited' : 'quoteDrafted')}</DraftedChip>
      <blockquote>
        <InlineEdit label={t('quote')} value={text} onSave={onEditQuote} />
      </blockquote>
    </footer>
  );
}

/** One persona. Every wording is edited where it stands. */
export function PersonaCard(props: PersonaCardProps) {
  const { persona, rows, picked, onPick, onEditPhrase, onRemovePhrase } = props;
  const t = useTranslations('personas');
  const part = useTranslations('exports.part');
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return (
    <article className={styles.card} aria-label={t('card')}>
      <Head {...props} />
      {persona.sections
        .filter((section) => section.phrases.length > 0)
        .map(({ section, phrases }) => (
          <section key={section} className={styles.section}>
            <h3>{part(section)}</h3>
            <ul>
              {phrases.map((phrase) => (
                <PhraseRow
                  key={phrase.id}
                  phrase={phrase}
                  rows={phrase.evidence.flatMap((one) => byKey.get(evidenceKey(one)) ?? [])}
                  brief={section === 'message'}
                  {...{ picked, onPick, onEditPhrase, onRemovePhrase }}
                />
              ))}
            </ul>
          </section>
        ))}
      <Quote {...props} />
    </article>
  );
}
