// Buttons, controls, chips and glyphs side by side.
import { IconHistory, IconPlus, IconTrash } from '@tabler/icons-react';
import type { Fixture } from '../gallery/fixture.ts';
import {
  Button,
  Checkbox,
  Chip,
  DraftedChip,
  EvidenceChip,
  IconButton,
  InlineEdit,
  LinkButton,
  Meter,
  MicroHistogram,
  NumberField,
  Progress,
  SearchField,
  SegmentGlyph,
  SegmentedControl,
  Select,
  ShareBar,
  Slider,
  StatusLabel,
  TextField,
  WhyDisclosure,
} from './index.ts';
import styles from './fixtures.module.css';

const nothing = (): void => undefined;
const SLOTS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

const Marks = () => (
  <div className={styles.sheet}>
    <div className={styles.row}>
      <Button variant="primary">Use these 5 segments</Button>
      <Button>Compare solutions</Button>
      <Button variant="ghost" icon={IconHistory}>
        History
      </Button>
      <Button variant="danger" icon={IconTrash} size={24}>
        Delete plan
      </Button>
      <Button keys="Ctrl ↵">Run again</Button>
      <IconButton icon={IconPlus} label="Add" />
      <LinkButton>Show unmatched</LinkButton>
      <WhyDisclosure why={{ formula: '6.3 ÷ 16.6 × 100 = 38', n: '1,179' }}>38</WhyDisclosure>
    </div>
    <div className={styles.row}>
      <Select
        label="Encoding"
        labelAt="inside"
        value="w"
        onChange={nothing}
        options={[{ value: 'w', label: 'Windows-1252' }]}
      />
      <Select
        label="Method"
        value="k"
        onChange={nothing}
        options={[{ value: 'k', label: 'k-means, 20 starts' }]}
      />
      <SegmentedControl
        label="Scaling"
        value="z"
        onChange={nothing}
        options={[
          { value: 'z', label: 'Z-score' },
          { value: 'r', label: 'Rank' },
          { value: 'm', label: '0 to 1' },
        ]}
      />
      <TextField label="Project name" value="Alba & Ros, 2025" onChange={nothing} />
      <TextField label="Holdout" value="120" onChange={nothing} suffix="%" bad note="At most 50%" />
      <NumberField
        label="Cost per contact"
        value={1500.5}
        low={0}
        high={1_000_000}
        digits={4}
        amount
        suffix="EUR"
        onSave={() => null}
      />
      <SearchField label="Find a project" value="" keys="/" onChange={nothing} />
    </div>
    <div className={styles.row}>
      <Checkbox checked onChange={nothing}>
        Recency
      </Checkbox>
      <Checkbox checked={false} onChange={nothing}>
        Via Instagram
      </Checkbox>
      <Checkbox checked={false} mixed onChange={nothing}>
        Behavioural
      </Checkbox>
      <div className={styles.wide}>
        <Slider
          label="Young urban professionals"
          value={40}
          min={0}
          max={100}
          shown="€897"
          slot={0}
          onChange={nothing}
        />
      </div>
      <InlineEdit label="Segment name" value="Comfort-first families" onSave={nothing} marked />
    </div>
    <div className={styles.row}>
      {SLOTS.map((slot) => (
        <SegmentGlyph key={slot} slot={slot} size={22} label={`Segment ${slot}`} />
      ))}
      <Chip>Solution 3</Chip>
      <Chip tone="ok">Yes</Chip>
      <Chip tone="warn">Mostly</Chip>
      <Chip tone="bad">Does not pay</Chip>
      <DraftedChip />
      <EvidenceChip number={4} count="n 1,179" index="45" interval="43–48" />
      <EvidenceChip number={12} count="n 402" index="108" interval="97–119" fading />
      <StatusLabel tone="bad">Must fix</StatusLabel>
      <StatusLabel tone="neutral">Good to know</StatusLabel>
    </div>
    <div className={styles.row}>
      <div className={styles.wide}>
        <Meter share={0.82} tick={0.75} label="0.82" />
      </div>
      <div className={styles.wide}>
        <ShareBar
          label="Segments"
          parts={SLOTS.map((slot) => ({ key: String(slot), size: 9 - slot, slot }))}
        />
      </div>
      <div className={styles.wide}>
        <MicroHistogram label="Age" counts={[1, 4, 9, 14, 11, 6, 3, 2, 0, 1]} />
      </div>
      <div className={styles.wide}>
        <Progress share={0.74} label="74%" />
      </div>
    </div>
  </div>
);

export const fixtures: readonly Fixture[] = [{ id: 'ui-marks', render: () => <Marks /> }];
