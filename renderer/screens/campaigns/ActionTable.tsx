// All actions with their figures and the plan's total. A figure explains itself; a row opens its action below.
import { useTranslations } from 'use-intl';
import type { Campaign, CampaignAction } from '../../../shared/model/campaign.ts';
import {
  SegmentGlyph,
  SimpleTable,
  VisuallyHidden,
  WhyDisclosure,
  type TableColumn,
  type Why,
} from '../../ui/index.ts';
import { proposedSources, useArithmetic, type Term } from './arithmetic.ts';
import styles from './campaigns.module.css';
import type { PlanWords } from './money.ts';
import type { FindSegment } from './planSegments.ts';
import { CHANNEL_ICONS } from './TimelinePane.tsx';

export interface ActionTableProps {
  readonly campaign: Campaign;
  readonly openId: number | null;
  readonly onOpen: (actionId: number) => void;
  readonly segmentOf: FindSegment;
  readonly words: PlanWords;
}

/** The explanation of one figure of an action. */
function useWhyTerm(words: PlanWords): (action: CampaignAction, term: Term) => Why {
  const arithmetic = useArithmetic(words);
  return (action, term) => {
    const sum = arithmetic(action).find((one) => one.term === term);
    const sources = proposedSources(action);
    const source = { cost: sources?.cost, extraRevenue: sources?.response, roi: sources?.margin };
    const note = term === 'cost' || term === 'extraRevenue' || term === 'roi' ? source[term] : undefined;
    return {
      ...(sum ? { text: sum.label, formula: `${sum.how} = ${sum.result}` } : {}),
      n: words.figures.count(action.figures.reach),
      ...(note === undefined ? {} : { source: note }),
    };
  };
}

type Column = TableColumn<CampaignAction>;
type Reach = Pick<CampaignAction['figures'], 'reach' | 'customers' | 'reachAssumed'>;

/** Never a count where nobody knows who can be contacted. */
function useReached({ figures: { count } }: PlanWords): (reach: Reach) => string {
  const page = useTranslations('exports.page');
  return ({ reach, customers, reachAssumed }) =>
    reachAssumed ? page('notKnown') : page('reachOf', { reach: count(reach), customers: count(customers) });
}

function useInputColumns({ segmentOf, words }: ActionTableProps): readonly Column[] {
  const t = useTranslations('campaigns');
  const heads = useTranslations('exports.column');
  const objectives = useTranslations('exports.objective');
  const channels = useTranslations('exports.channel');
  const segment = (action: CampaignAction) => {
    const { name, slot } = segmentOf(action.segmentId);
    return (
      <span className={styles.segment} title={name}>
        <SegmentGlyph slot={slot} label={name} />
      </span>
    );
  };
  const channel = (action: CampaignAction) => {
    const ChannelIcon = CHANNEL_ICONS[action.channel];
    return (
      <span className={styles.channel}>
        <ChannelIcon size={15} stroke={1.5} aria-hidden />
        {channels(action.channel)}
      </span>
    );
  };
  return [
    {
      key: 'segment',
      header: <VisuallyHidden>{heads('segment')}</VisuallyHidden>,
      widthPx: 42,
      cell: segment,
    },
    { key: 'objective', header: heads('objective'), cell: (action) => <b>{objectives(action.objective)}</b> },
    { key: 'offer', header: heads('offer'), cell: (action) => action.offer },
    {
      key: 'message',
      header: t('messageDrafted'),
      cell: (action) => <q className={styles.message}>{action.message}</q>,
    },
    { key: 'channel', header: heads('channel'), cell: channel },
    {
      key: 'perContact',
      header: t('perContact'),
      align: 'end',
      cell: (action) => words.exact(action.costPerContactCents),
    },
  ];
}

function useFigureColumns({ words }: ActionTableProps): readonly Column[] {
  const t = useTranslations('campaigns');
  const page = useTranslations('exports.page');
  const whyOf = useWhyTerm(words);
  const reached = useReached(words);
  const explained = (key: Term, header: string, value: (action: CampaignAction) => string): Column => ({
    key,
    header,
    align: 'end',
    cell: (action) => <WhyDisclosure why={whyOf(action, key)}>{value(action)}</WhyDisclosure>,
  });
  return [
    {
      key: 'reach',
      header: t('reachable'),
      align: 'end',
      cell: ({ figures }) =>
        figures.reachAssumed ? (
          <WhyDisclosure why={{ text: page('reachAssumed') }}>{reached(figures)}</WhyDisclosure>
        ) : (
          reached(figures)
        ),
    },
    {
      key: 'response',
      header: page('response'),
      align: 'end',
      cell: (action) => words.responseRange(action.responseLow, action.responseHigh),
    },
    explained('extraRevenue', page('revenue'), ({ figures }) =>
      words.moneyRange(figures.revenueLowCents, figures.revenueHighCents),
    ),
    explained('cost', page('cost'), ({ figures }) => words.money(figures.costCents)),
    explained('roi', 'ROI', ({ figures }) => words.roi(figures.roiLow, figures.roiHigh)),
  ];
}

function Total({ campaign, words }: ActionTableProps) {
  const t = useTranslations('campaigns');
  const reached = useReached(words);
  const { totals, actions } = campaign;
  // A segment that two actions address would be counted twice.
  const once = new Set(actions.map((action) => action.segmentId)).size === actions.length;
  return (
    <tr>
      <td />
      <td>{t('total', { count: actions.length })}</td>
      <td colSpan={4} className={styles.combined}>
        {t('combined')}
      </td>
      <td data-align="end">{once || totals.reachAssumed ? reached(totals) : null}</td>
      <td />
      <td data-align="end">{words.moneyRange(totals.revenueLowCents, totals.revenueHighCents)}</td>
      <td data-align="end">{words.money(totals.costCents)}</td>
      <td data-align="end">{words.roi(totals.roiLow, totals.roiHigh)}</td>
    </tr>
  );
}

/** The table of a plan's actions. */
export function ActionTable(props: ActionTableProps) {
  const t = useTranslations('campaigns');
  const { campaign, openId, onOpen } = props;
  const columns = [...useInputColumns(props), ...useFigureColumns(props)];
  return (
    <section className={styles.table} data-pane tabIndex={-1} aria-label={t('actions')}>
      <SimpleTable
        label={t('actions')}
        columns={columns}
        rows={campaign.actions}
        rowKey={(action) => String(action.id)}
        onOpen={(action) => onOpen(action.id)}
        selectedKey={openId === null ? null : String(openId)}
        foot={<Total {...props} />}
      />
    </section>
  );
}
