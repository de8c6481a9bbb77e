// The open action's inputs. Each saves by itself and can be undone; dates and responses are kept in order.
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { ActionInput, CampaignAction } from '../../../shared/model/campaign.ts';
import { ACTION_CHANNELS, OBJECTIVES } from '../../../shared/model/playbook.ts';
import type { SegmentSummary } from '../../../shared/model/segmentation.ts';
import { Button, NumberField, Panel, Select, WordsField } from '../../ui/index.ts';
import styles from './campaigns.module.css';
import { dayNumber, isoDay } from './timeline.ts';

export interface ActionFormProps {
  readonly action: CampaignAction;
  readonly segments: readonly SegmentSummary[];
  readonly currency: string;
  readonly onChange: (change: Partial<ActionInput>) => void;
  readonly onRemove: () => void;
}

const CENTS = 100;
const MOST_MONEY = 1_000_000;
const MOST_CONTACTS = 52;

function SegmentChoice({ action, segments, onChange }: ActionFormProps) {
  const t = useTranslations('campaigns');
  const heads = useTranslations('exports.column');
  const known = segments.map(({ id, name }) => ({ value: String(id), label: name }));
  const gone = segments.some((segment) => segment.id === action.segmentId)
    ? []
    : [{ value: String(action.segmentId), label: t('segmentGone'), disabled: true }];
  return (
    <div className={styles.double}>
      <Select
        label={heads('segment')}
        value={String(action.segmentId)}
        options={[...gone, ...known]}
        onChange={(id) => onChange({ segmentId: Number(id) })}
      />
    </div>
  );
}

function What(props: ActionFormProps) {
  const { action, onChange } = props;
  const heads = useTranslations('exports.column');
  const objectives = useTranslations('exports.objective');
  const channels = useTranslations('exports.channel');
  const save = (change: Partial<ActionInput>): null => {
    onChange(change);
    return null;
  };
  return (
    <>
      <SegmentChoice {...props} />
      <Select
        label={heads('objective')}
        value={action.objective}
        options={OBJECTIVES.map((value) => ({ value, label: objectives(value) }))}
        onChange={(objective) => onChange({ objective })}
      />
      <div className={styles.double}>
        <WordsField label={heads('offer')} value={action.offer} onSave={(offer) => save({ offer })} />
      </div>
      <Select
        label={heads('channel')}
        value={action.channel}
        options={ACTION_CHANNELS.map((value) => ({ value, label: channels(value) }))}
        onChange={(channel) => onChange({ channel })}
      />
      <div className={[styles.wide, styles.drafted].join(' ')}>
        <WordsField label={heads('message')} value={action.message} onSave={(message) => save({ message })} />
      </div>
    </>
  );
}

function Dates({ action, onChange }: ActionFormProps) {
  const t = useTranslations('campaigns');
  const heads = useTranslations('exports.column');
  const { startDate, endDate } = action;
  // A moved start takes the end with it: the length is what was planned.
  const onStart = (day: string): null => {
    const moved = dayNumber(day) - dayNumber(startDate);
    onChange({ startDate: day, endDate: isoDay(dayNumber(endDate) + moved) });
    return null;
  };
  const onEnd = (day: string): string | null => {
    if (day < startDate) return t('badDates');
    onChange({ endDate: day });
    return null;
  };
  return (
    <>
      <WordsField type="date" label={heads('start')} value={startDate} onSave={onStart} />
      <WordsField type="date" label={heads('end')} value={endDate} onSave={onEnd} />
    </>
  );
}

function Numbers({ action, currency, onChange }: ActionFormProps) {
  const t = useTranslations('campaigns');
  const heads = useTranslations('exports.column');
  const save = (change: Partial<ActionInput>): string | null => {
    const { responseLow, responseHigh } = { ...action, ...change };
    if (responseLow > responseHigh) return t('badRange');
    onChange(change);
    return null;
  };
  const share = { low: 0, high: 100, digits: 2, suffix: '%' };
  const money = { low: 0, high: MOST_MONEY, digits: 2, suffix: currency, amount: true };
  const cents = (value: number): number => Math.round(value * CENTS);
  return (
    <>
      <NumberField
        label={t('perCustomer')}
        value={action.contacts}
        low={1}
        high={MOST_CONTACTS}
        digits={0}
        onSave={(contacts) => save({ contacts })}
      />
      <NumberField
        {...money}
        digits={4}
        label={heads('costPerContact')}
        value={action.costPerContactCents / CENTS}
        onSave={(value) => save({ costPerContactCents: Number((value * CENTS).toFixed(2)) })}
      />
      <NumberField
        {...money}
        label={heads('fixedCost')}
        value={action.fixedCostCents / CENTS}
        onSave={(value) => save({ fixedCostCents: cents(value) })}
      />
      <NumberField
        {...share}
        label={heads('responseLow')}
        value={percent(action.responseLow)}
        onSave={(value) => save({ responseLow: fraction(value) })}
      />
      <NumberField
        {...share}
        label={heads('responseHigh')}
        value={percent(action.responseHigh)}
        onSave={(value) => save({ responseHigh: fraction(value) })}
      />
      <NumberField
        {...money}
        label={heads('averageBasket')}
        value={action.averageBasketCents / CENTS}
        onSave={(value) => save({ averageBasketCents: cents(value) })}
      />
      <NumberField
        {...share}
        label={heads('margin')}
        value={percent(action.margin)}
        onSave={(value) => save({ margin: fraction(value) })}
      />
    </>
  );
}

/** Without the noise of binary fractions: 0.07 × 100 is 7, not 7.000000000000001. */
const percent = (share: number): number => Number((share * 100).toFixed(4));
const fraction = (value: number): number => Number((value / 100).toFixed(6));

/** All inputs of one action. */
export function ActionForm(props: ActionFormProps) {
  const t = useTranslations('campaigns');
  const remove = (
    <Button variant="ghost" size={24} icon={IconTrash} onClick={props.onRemove}>
      {t('removeAction')}
    </Button>
  );
  return (
    <Panel title={t('edit')} actions={remove}>
      <div className={styles.form}>
        <What {...props} />
        <Dates {...props} />
        <Numbers {...props} />
      </div>
    </Panel>
  );
}
