// What the file does not say by itself is asked here, with a value of the file read both ways. No answer is preset.
import { useTranslations } from 'use-intl';
import type { Inspection } from '../../../shared/model/inspection.ts';
import type { ReadOverrides } from '../../../shared/model/readSettings.ts';
import { Banner, Button, useFigures } from '../../ui/index.ts';
import { dateExampleOf, numberExampleOf } from './askExamples.ts';
import type { Lack, Question } from './draft.ts';
import { encodingName } from './readOptions.ts';

export interface QuestionsProps {
  readonly inspection: Inspection;
  readonly questions: readonly Question[];
  readonly lacks: readonly Lack[];
  readonly onAnswer: (overrides: ReadOverrides) => void;
  /** Takes each row for a customer of its own; null where rows need a key. */
  readonly onNumber: (() => void) | null;
}

interface Answer {
  readonly label: string;
  readonly overrides: ReadOverrides;
}

const HEADER_NAMES = 3;
const MOST_ENCODINGS = 4;

function useAsking(inspection: Inspection) {
  const t = useTranslations('data.import.ask');
  const figures = useFigures();
  const dateOrder = (): readonly [string, readonly Answer[]] => {
    const example = dateExampleOf(inspection);
    const read = (name: string, date: string | undefined): string =>
      example && date
        ? `${name}: ${t('dateExample', { value: example.value, date: figures.date(date) })}`
        : name;
    return [
      example ? t('dateOrder') : t('dateOrderShort'),
      [
        { label: read(t('dayFirst'), example?.dayFirst), overrides: { dateOrder: 'dmy' } },
        { label: read(t('monthFirst'), example?.monthFirst), overrides: { dateOrder: 'mdy' } },
      ],
    ];
  };
  const decimal = (): readonly [string, readonly Answer[]] => {
    const example = numberExampleOf(inspection);
    if (!example) {
      return [
        t('decimalShort'),
        [
          { label: t('decimalPoint'), overrides: { decimal: '.' } },
          { label: t('decimalComma'), overrides: { decimal: ',' } },
        ],
      ];
    }
    const { value, asDecimal, asThousands } = example;
    return [
      t('decimal', { value }),
      [
        { label: t('decimalPart', { value: figures.decimal(example.decimal, 3) }), overrides: asDecimal },
        { label: t('decimalThousands', { value: figures.count(example.thousands) }), overrides: asThousands },
      ],
    ];
  };
  const encoding = (): readonly [string, readonly Answer[]] => {
    const { settings, runnerUp, encodings } = inspection;
    const likely = [settings.encoding, runnerUp.encoding].filter((choice) => choice !== undefined);
    const choices = encodings ?? likely.map((choice) => ({ encoding: choice, samples: [] }));
    return [
      t('encoding'),
      choices.slice(0, MOST_ENCODINGS).map(({ encoding: choice, samples }) => ({
        label: [encodingName(choice), samples.slice(0, 2).join(', ')]
          .filter((part) => part !== '')
          .join(': '),
        overrides: { encoding: choice },
      })),
    ];
  };
  const header = (): readonly [string, readonly Answer[]] => {
    const { headerRow: row } = inspection.settings;
    const names = inspection.columns.slice(0, HEADER_NAMES).map(({ name }) => name);
    return [
      t('header'),
      [
        { label: t('headerRow', { row, names: names.join(', ') }), overrides: { headerRow: row } },
        { label: t('headerNone'), overrides: { headerRow: 0 } },
      ],
    ];
  };
  return { dateOrder, decimal, encoding, header };
}

/** One banner per open question and per role that is lacking. */
export function Questions({ inspection, questions, lacks, onAnswer, onNumber }: QuestionsProps) {
  const t = useTranslations('data.import');
  const asking = useAsking(inspection);
  return (
    <>
      {questions.map((question) => {
        const [text, answers] = asking[question]();
        const buttons = answers.map(({ label, overrides }) => (
          <Button key={label} size={24} onClick={() => onAnswer(overrides)}>
            {label}
          </Button>
        ));
        return (
          <Banner key={question} tone="warn" actions={buttons}>
            {text}
          </Banner>
        );
      })}
      {lacks.map((lack) => (
        <Banner
          key={lack}
          tone="warn"
          actions={
            lack === 'key' && onNumber ? (
              <Button size={24} onClick={onNumber}>
                {t('numberRows')}
              </Button>
            ) : null
          }
        >
          {t(`lacks.${lack}`)}
        </Banner>
      ))}
    </>
  );
}
