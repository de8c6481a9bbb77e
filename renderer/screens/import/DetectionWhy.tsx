// How the reading of a file was found: each detected setting with how sure it is and what came second.
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Inspection } from '../../../shared/model/inspection.ts';
import type { ReadOverrides } from '../../../shared/model/readSettings.ts';
import { useDataWords } from '../../intake/index.ts';
import { useFigures, WhyDisclosure } from '../../ui/index.ts';
import styles from './import.module.css';
import { encodingName, useReadOptions } from './readOptions.ts';

export interface DetectionWhyProps {
  readonly inspection: Inspection;
  readonly overrides: ReadOverrides;
}

function useFound({ inspection, overrides }: DetectionWhyProps) {
  const t = useTranslations('wizard.detection');
  const data = useTranslations('data.import');
  const figures = useFigures();
  const options = useReadOptions();
  const { settings, confidence, runnerUp } = inspection;
  const sure = (name: keyof ReadOverrides, value: string, share: number, second?: string): string => {
    if (name in overrides) return t('mine', { value });
    const first = t('sure', { value, share: figures.share(share, 0) });
    return second === undefined ? first : t('next', { first, second });
  };
  const { encoding, delimiter } = runnerUp;
  const order = options.dateOrders.find(({ value }) => value === settings.dateOrder)?.label ?? '';
  const header =
    settings.headerRow === 0 ? data('headerNone') : data('headerLine', { line: settings.headerRow });
  const ofText = [
    {
      name: data('encoding'),
      value: sure(
        'encoding',
        encodingName(settings.encoding),
        confidence.encoding,
        encoding && encodingName(encoding),
      ),
    },
    {
      name: data('delimiter'),
      value: sure(
        'delimiter',
        options.delimiter(settings.delimiter),
        confidence.delimiter,
        delimiter === undefined ? undefined : options.delimiter(delimiter),
      ),
    },
  ];
  return [
    ...(settings.format === 'csv' ? ofText : []),
    { name: data('header'), value: sure('headerRow', header, confidence.header) },
    { name: data('dates'), value: sure('dateOrder', order, confidence.dateOrder) },
  ];
}

/** The most telling finding in one sentence, and “Why?” with all of them. */
export function DetectionWhy(props: DetectionWhyProps) {
  const t = useTranslations('wizard.detection');
  const words = useDataWords();
  const inputs = useFound(props);
  const w = useTranslations('wizard.layout');
  const { issues, layout } = props.inspection;
  const issue = issues.find(({ code }) => code === 'DATE-SURE') ?? issues.find(({ code }) => code === 'BOM');
  const telling = layout
    ? w('applied', { name: layout.name, matched: layout.matched, count: layout.columns })
    : issue && words.issue(issue);
  return (
    <span className={styles.telling}>
      {telling ? (
        <>
          <IconCircleCheck size={15} stroke={1.7} aria-hidden />
          <span title={telling}>{telling}</span>
        </>
      ) : null}
      <WhyDisclosure label={t('title')} why={{ text: t('text'), inputs }}>
        {t('why')}
      </WhyDisclosure>
    </span>
  );
}
