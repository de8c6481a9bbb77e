import { type ReactNode, useState } from 'react';
import type { CustomerValueReport } from '../../../shared/model/customerValue.ts';
import type { DefinitionKind } from '../../../shared/model/featureDefinition.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import { type Answers, AnswersProvider } from '../../data/index.ts';
import type { Fixture } from '../../gallery/fixture.ts';
import { useFigures } from '../../ui/index.ts';
import { BandsForm, FillForm, FormulaForm, ScaleForm, TransformForm } from './DefineForms.tsx';
import { type DefinitionDraft, draftOf } from './definitionDraft.ts';
import styles from './define.module.css';
import { FitDialog } from './FitDialog.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { SimilarDialog } from './SimilarDialog.tsx';

const nothing = (): void => undefined;

function item(name: string, unit: Feature['unit'] = 'none'): Feature {
  const bars = [2, 9, 15, 11, 4].map((count, bin) => ({ label: '', from: bin, to: bin + 1, count }));
  return {
    name,
    label: name,
    builtIn: unit !== 'none',
    criterion: 'psychographic',
    type: 'number',
    unit,
    chosen: false,
    log: false,
    missing: 12,
    distinct: 60,
    mean: 3.1,
    sd: 1,
    min: 1,
    median: 3,
    max: 5,
    bars,
    twin: null,
  };
}

const FEATURES = [
  item('monetary', 'money'),
  item('frequency', 'count'),
  item('Easy'),
  item('Hard'),
  item('Glad'),
];
const FORMS = {
  formula: FormulaForm,
  bands: BandsForm,
  transform: TransformForm,
  fill: FillForm,
  scale: ScaleForm,
};

const scale: Feature = {
  ...item('Ease'),
  report: {
    dividedByZero: 3,
    undefined: 1,
    capped: 0,
    filled: 0,
    reliability: {
      alpha: 0.47,
      complete: 2240,
      outside: 1,
      items: [
        { feature: 'Easy', itemRest: 0.41, alphaWithout: 0.22 },
        { feature: 'Hard', itemRest: 0.38, alphaWithout: 0.3 },
        { feature: 'Glad', itemRest: 0.12, alphaWithout: null },
      ],
    },
  },
};

function Form({
  kind,
  over = {},
}: {
  readonly kind: DefinitionKind;
  readonly over?: Partial<DefinitionDraft>;
}) {
  const figures = useFigures();
  const [draft, setDraft] = useState<DefinitionDraft>({ ...draftOf(null, figures), kind, ...over });
  const Fields = FORMS[kind];
  return (
    <Frame>
      <div className={styles.fields}>
        <Fields
          draft={draft}
          features={FEATURES.map((feature) => ({ feature, label: feature.label }))}
          onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
          problem={null}
        />
      </div>
      <PreviewPane feature={scale} customers={2300} of={3834} currency="EUR" problem={null} />
    </Frame>
  );
}

function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.define} style={{ width: 760, padding: 20 }}>
      {children}
    </div>
  );
}

const report: CustomerValueReport = {
  verdict: 'fits',
  settings: { months: 12, discount: 0.01, margin: 1, model: 'bgnbd' },
  customers: 2357,
  repeaters: 946,
  fittedTo: 2357,
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  logLikelihood: -9582.43,
  spending: { parameters: { p: 6.25, q: 3.74, v: 15.44 }, logLikelihood: -4055.92, correlation: 0.11 },
  holdout: {
    from: '1997-10-01',
    actual: 1882,
    expected: 1653.4,
    error: -0.121,
    points: [
      { repeats: 0, customers: 1411, actual: 0.24, expected: 0.23 },
      { repeats: 1, customers: 439, actual: 0.7, expected: 0.52 },
      { repeats: 2, customers: 214, actual: 1.39, expected: 1.04 },
      { repeats: 6, customers: 29, actual: 2.72, expected: 3.31 },
      { repeats: 7, customers: 64, actual: 6.04, expected: 5.66 },
    ],
    weekly: Array.from({ length: 78 }, (_, at) => ({
      week: at - 38,
      actual: Math.round(4340 * (1 - Math.exp(-at / 52)) * 1.29),
      expected: 4110 * (1 - Math.exp(-at / 52)) * 1.29,
    })),
  },
  frequencies: {
    actual: [1411, 439, 214, 100, 62, 38, 29, 64],
    expected: [1423.6, 434.9, 196.3, 106.3, 63.5, 40.1, 26.4, 65.9],
    chiSquare: 4.82,
    degrees: 3,
    p: 0.185,
    misplaced: 0.011,
  },
};

const answers: Answers = {
  'features.expect': {
    alive: 1,
    ahead: [
      { weeks: 4, purchases: 0.196 },
      { weeks: 13, purchases: 0.538 },
      { weeks: 26, purchases: 0.904 },
      { weeks: 52, purchases: 1.444 },
    ],
    amount: 35.17,
  },
};

export const fixtures: readonly Fixture[] = [
  {
    id: 'features-formula',
    render: () => <Form kind="formula" over={{ formula: 'monetary / frequency' }} />,
  },
  { id: 'features-bands', render: () => <Form kind="bands" over={{ by: 'cuts', cuts: '18 25 35' }} /> },
  { id: 'features-transform', render: () => <Form kind="transform" over={{ method: 'winsor' }} /> },
  { id: 'features-fill', render: () => <Form kind="fill" over={{ of: 'Glad', like: ['Easy'] }} /> },
  {
    id: 'features-scale',
    render: () => <Form kind="scale" over={{ items: [{ feature: 'Hard', reversed: true }] }} />,
  },
  {
    id: 'features-define-problem',
    render: () => (
      <Frame>
        <PreviewPane feature={null} customers={3834} of={3834} currency="EUR" problem="FORMULA-UNITS" />
      </Frame>
    ),
  },
  {
    id: 'features-fit',
    render: () => (
      <AnswersProvider answers={answers}>
        <FitDialog report={report} currency="USD" onClose={nothing} />
      </AnswersProvider>
    ),
  },
  {
    id: 'features-similar',
    render: () => (
      <SimilarDialog
        similar={{
          pairs: [
            { first: 'tenure', second: 'Joined', measure: 'spearman', value: 0.98, n: 3826 },
            { first: 'age', second: 'Age group', measure: 'eta', value: 0.95, n: 3702 },
            { first: 'monetary', second: 'Spend group', measure: 'etaRanks', value: 0.94, n: 3826 },
            { first: 'City', second: 'Region', measure: 'cramer', value: 0.93, n: 3700 },
          ],
          customers: 20_000,
          sampled: true,
        }}
        labelOf={(name) => name}
        least={0.9}
        onLeast={nothing}
        onClose={nothing}
      />
    ),
  },
];
