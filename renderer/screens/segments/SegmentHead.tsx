// The segment's name, letter and colour, and what can be done with it. Suggested names carry their evidence.
import { IconArrowMerge, IconDownload, IconSparkles } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import {
  SEGMENT_COLOURS,
  type SegmentColour,
  type SegmentSummary,
} from '../../../shared/model/segmentation.ts';
import {
  Button,
  Chip,
  InlineEdit,
  Menu,
  Popover,
  SegmentGlyph,
  useFigures,
  type MenuItem,
} from '../../ui/index.ts';
import { useEvidenceNames } from '../../evidence/index.ts';
import { WeightedChip } from '../../representativeness/index.ts';
import styles from './segments.module.css';

/** What the export menu offers. */
export type ExportChoice = 'audience' | 'all' | 'summary' | 'json';

export interface SegmentHeadProps {
  readonly segment: SegmentSummary;
  readonly onRename: (name: string) => void;
  readonly onRecolour: (colour: SegmentColour) => void;
  /** Left out when there is nothing to merge with. */
  readonly onMerge: (() => void) | null;
  readonly onExport: (choice: ExportChoice) => void;
  readonly onCreatePersona: () => void;
  readonly drafting: boolean;
}

function ColourMenu({ segment, onRecolour }: Pick<SegmentHeadProps, 'segment' | 'onRecolour'>) {
  const t = useTranslations('segments');
  const items: MenuItem[] = SEGMENT_COLOURS.map((colour) => ({
    key: colour,
    label: colour === 'other' ? t('other') : t('colourOption', { letter: colour }),
    disabled: colour === segment.colour,
    onSelect: () => onRecolour(colour),
  }));
  const trigger = (
    <button type="button" className={styles.glyph} aria-label={t('colour')} title={t('colour')}>
      <SegmentGlyph slot={SEGMENT_COLOURS.indexOf(segment.colour)} size={28} />
    </button>
  );
  return <Menu trigger={trigger} items={items} heading={t('colour')} />;
}

function Suggestion({
  suggestion,
  current,
  onUse,
}: {
  readonly suggestion: SegmentSummary['suggestions'][number];
  readonly current: boolean;
  readonly onUse: () => void;
}) {
  const t = useTranslations('segments');
  const figures = useFigures();
  const nameOf = useEvidenceNames();
  const because = suggestion.evidence
    .map((one) => (one.index === null ? nameOf(one) : `${nameOf(one)} ${figures.count(one.index)}`))
    .join(', ');
  return (
    <li>
      <button type="button" className={styles.suggestion} aria-current={current || undefined} onClick={onUse}>
        <b>{suggestion.name}</b>
        {because === '' ? null : <span className={styles.quiet}>{t('because', { list: because })}</span>}
      </button>
    </li>
  );
}

function Suggestions({ segment, onRename }: Pick<SegmentHeadProps, 'segment' | 'onRename'>) {
  const t = useTranslations('segments');
  const [opened, setOpened] = useState(false);
  if (segment.suggestions.length === 0) return null;
  const use = (name: string): void => {
    setOpened(false);
    if (name !== segment.name || !segment.named) onRename(name);
  };
  const trigger = (
    <Button variant="ghost" icon={IconSparkles} aria-expanded={opened} onClick={() => setOpened(!opened)}>
      {t('names')}
    </Button>
  );
  return (
    <Popover
      trigger={trigger}
      opened={opened}
      onClose={() => setOpened(false)}
      label={t('suggestions')}
      widthPx={380}
    >
      <h3 className={styles.popHead}>{t('suggestions')}</h3>
      <ul>
        {segment.suggestions.map((suggestion) => (
          <Suggestion
            key={suggestion.name}
            suggestion={suggestion}
            current={suggestion.name === segment.name}
            onUse={() => use(suggestion.name)}
          />
        ))}
      </ul>
    </Popover>
  );
}

function ExportMenu({ onExport }: Pick<SegmentHeadProps, 'onExport'>) {
  const t = useTranslations('segments');
  const trigger = (
    <Button variant="ghost" icon={IconDownload}>
      {t('export')}
    </Button>
  );
  const item = (key: ExportChoice, label: string, divided = false): MenuItem => ({
    key,
    label,
    divided,
    onSelect: () => onExport(key),
  });
  return (
    <Menu
      align="end"
      trigger={trigger}
      items={[
        item('audience', t('exportAudience')),
        item('all', t('exportAll')),
        item('summary', t('exportSegments'), true),
        item('json', t('exportJson')),
      ]}
    />
  );
}

/** The head of the detail: rename in place, suggested names, colour, merge, export, personas. */
export function SegmentHead(props: SegmentHeadProps): ReactNode {
  const { segment, onRename, onMerge, onCreatePersona, drafting } = props;
  const t = useTranslations('segments');
  return (
    <header className={styles.head}>
      <ColourMenu {...props} />
      <div className={styles.headName}>
        <h1>
          <InlineEdit label={t('nameField')} value={segment.name} onSave={onRename} allowEmpty marked />
        </h1>
        {segment.named ? null : <Chip tone="outline">{t('suggested')}</Chip>}
        {segment.weighted ? <WeightedChip /> : null}
      </div>
      <div className={styles.headActions}>
        <Suggestions {...props} />
        {onMerge ? (
          <Button variant="ghost" icon={IconArrowMerge} onClick={onMerge}>
            {t('merge')}
          </Button>
        ) : null}
        <ExportMenu {...props} />
        <Button variant="primary" disabled={drafting} onClick={onCreatePersona}>
          {drafting ? t('drafting') : t('createPersona')}
        </Button>
      </div>
    </header>
  );
}
