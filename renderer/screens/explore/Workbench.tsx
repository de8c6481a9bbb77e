// The workbench laid out: settings, linked views, tests. Everything it shows comes by props.
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { LEAST_FOR_GROUPS } from '../../../shared/model/groups.ts';
import { setsClasses } from '../../../shared/model/method.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { FormerCustomers } from '../../app/index.ts';
import type { SizeBar } from '../../charts/index.ts';
import { Banner, Button, Chip, Progress, SplitPane, Toolbar } from '../../ui/index.ts';
import { WeightedChip } from '../../representativeness/index.ts';
import styles from './explore.module.css';
import { FactsPane } from './FactsPane.tsx';
import { GroupsPanel, type TiersOffer } from './GroupsPanel.tsx';
import { MixturePane } from './MixturePane.tsx';
import { MapPane, type MapPaneProps } from './MapPane.tsx';
import { ProfilesPane, type ProfilesPaneProps } from './ProfilesPane.tsx';
import { RfmGridPane } from './RfmGridPane.tsx';
import { SettingsPane, type SettingsPaneProps } from './SettingsPane.tsx';
import { SizesPane } from './SizesPane.tsx';
import { SolutionsPane } from './SolutionsPane.tsx';
import { StabilityPane, type StabilityRow } from './StabilityPane.tsx';
import { TreePane } from './TreePane.tsx';
import { TriedPane } from './TriedPane.tsx';

/** What belongs to the shown solution. */
export interface SolutionViews {
  readonly segmentation: Segmentation;
  /** Null while the columns are read. */
  readonly map: MapPaneProps | null;
  readonly profiles: Pick<ProfilesPaneProps, 'features' | 'segments'> | null;
  readonly bars: readonly SizeBar[];
  readonly stability: readonly StabilityRow[];
  /** The slot and the bar of each cluster's segment. */
  readonly clusterSlots: readonly number[];
  readonly clusterKeys: readonly (string | null)[];
}

export interface WorkbenchProps {
  readonly settings: SettingsPaneProps;
  readonly solutions: readonly Segmentation[];
  readonly shown: SolutionViews | null;
  readonly pickedKey: string | null;
  readonly onPick: (key: string) => void;
  readonly onShow: (id: number) => void;
  readonly onRemove: (id: number) => void;
  /** Sets the next run to exactly this number of segments. */
  readonly onPrepare: (k: number) => void;
  readonly onUse: () => void;
  readonly onOpenSegments: () => void;
  /** Places all current customers by the shown segments; null while that is under way. */
  readonly onPlace: (() => void) | null;
  readonly tiers: TiersOffer;
  /** Opens the board of the tournament. */
  readonly onCompare: () => void;
  /** In the middle while there is no solution. */
  readonly empty: ReactNode;
}

const MIN_SOUND_CUSTOMERS = 100;
/** Below this the side panes start narrower, so that the map keeps the larger part. */
const WIDE_PX = 1400;

type BarProps = Pick<WorkbenchProps, 'shown' | 'onUse' | 'onOpenSegments' | 'onCompare'>;

function Bar({ shown, onUse, onOpenSegments, onCompare }: BarProps) {
  const t = useTranslations('explore');
  const names = useTranslations('methods.names');
  const words = useTranslations('compare');
  const segmentation = shown?.segmentation;
  const action = !segmentation ? null : segmentation.active ? (
    <Button icon={IconArrowRight} onClick={onOpenSegments}>
      {t('openSegments')}
    </Button>
  ) : (
    <Button variant="primary" onClick={onUse}>
      {t('use', { k: segmentation.k })}
    </Button>
  );
  return (
    <Toolbar
      title={t('title')}
      actions={
        <>
          <Button onClick={onCompare}>{words('open')}</Button>
          {action}
        </>
      }
    >
      <Chip>
        {segmentation
          ? t('solution', { k: segmentation.k, method: names(segmentation.settings.method) })
          : t('none')}
      </Chip>
      {segmentation?.active ? <Chip tone="ok">{t('inUse')}</Chip> : null}
      {segmentation?.weighting ? (
        <WeightedChip
          counts={{ customers: segmentation.customers, effectiveN: segmentation.weighting.effectiveN }}
        />
      ) : null}
    </Toolbar>
  );
}

type WarningsProps = Pick<WorkbenchProps, 'onPlace' | 'tiers'> & {
  readonly segmentation: Segmentation;
};

/** What the verdict on groups means for the segments that are shown. */
function GroupsWarning({ segmentation: { groups }, tiers }: Omit<WarningsProps, 'onPlace'>) {
  const t = useTranslations('explore.groups');
  const words = useTranslations('compare');
  if (!groups || groups.verdict === 'clear') return null;
  const { verdict } = groups;
  const offer =
    verdict === 'none' && tiers.possible ? <Button onClick={tiers.start}>{words('tiers')}</Button> : null;
  return (
    <Banner tone="warn" actions={offer}>
      <b>{words(`verdicts.${verdict}`)}.</b> {t(verdict)}
    </Banner>
  );
}

function Warnings({ segmentation, onPlace, tiers }: WarningsProps) {
  const t = useTranslations('explore');
  return (
    <>
      {segmentation.outdated ? <FormerCustomers onPlace={onPlace} /> : null}
      <GroupsWarning segmentation={segmentation} tiers={tiers} />
      {segmentation.customers < MIN_SOUND_CUSTOMERS ? (
        <Banner tone="warn">{t('fewCustomers', { n: segmentation.customers })}</Banner>
      ) : null}
    </>
  );
}

function Waiting() {
  const t = useTranslations('common');
  return (
    <div className={styles.loading}>
      <Progress share={null} label={t('loading')} />
    </div>
  );
}

/** Why the shown segments have no verdict. */
function useUntested({ settings, customers, k }: Segmentation): string {
  const t = useTranslations('explore.groups');
  const words = useTranslations('methods');
  if (setsClasses(settings.method)) return words('setOutChance');
  return customers < LEAST_FOR_GROUPS || k < 2 ? t('few') : t('former');
}

function Tests({ shown, ...props }: WorkbenchProps & { readonly shown: SolutionViews }) {
  const { segmentation, bars, stability, clusterSlots, clusterKeys } = shown;
  const pending = useUntested(segmentation);
  const { draft } = props.settings;
  return (
    <>
      <TriedPane
        segmentation={segmentation}
        tried={props.settings.tried}
        preparedK={draft.mode === 'one' && !setsClasses(draft.method) ? draft.k : null}
        onPrepare={props.onPrepare}
      />
      {segmentation.facts?.rfmCells ? (
        <RfmGridPane
          key={segmentation.id}
          cells={segmentation.facts.rfmCells}
          bars={bars}
          clusterKeys={clusterKeys}
          pickedKey={props.pickedKey}
          onPick={props.onPick}
        />
      ) : null}
      <MixturePane segmentation={segmentation} />
      <TreePane segmentation={segmentation} slots={clusterSlots} />
      <FactsPane
        segmentation={segmentation}
        nameOf={props.settings.nameOf}
        features={props.settings.features}
        currency={props.settings.currency}
      />
      <GroupsPanel
        edge="top"
        groups={segmentation.groups}
        pending={pending}
        solutionK={segmentation.k}
        tiers={null}
      />
      <StabilityPane stability={segmentation.stability ?? null} rows={stability} />
      <SizesPane
        bars={bars}
        customers={segmentation.customers}
        excluded={segmentation.excluded}
        missing={segmentation.missing}
        nameOf={props.settings.nameOf}
        pickedKey={props.pickedKey}
        onPick={props.onPick}
      />
      <SolutionsPane
        solutions={props.solutions}
        shownId={segmentation.id}
        onShow={props.onShow}
        onRemove={props.onRemove}
        nameOf={props.settings.nameOf}
      />
    </>
  );
}

function Centre({
  shown,
  empty,
  pickedKey,
  onPick,
  ...warnings
}: Pick<WorkbenchProps, 'shown' | 'empty' | 'pickedKey' | 'onPick'> & Omit<WarningsProps, 'segmentation'>) {
  if (!shown) return <div className={styles.centre}>{empty}</div>;
  return (
    <div className={styles.centre}>
      <Warnings segmentation={shown.segmentation} {...warnings} />
      {shown.map ? <MapPane {...shown.map} /> : <Waiting />}
      {shown.profiles ? (
        <ProfilesPane
          {...shown.profiles}
          customers={shown.segmentation.customers}
          pickedKey={pickedKey}
          onPick={onPick}
        />
      ) : (
        <Waiting />
      )}
    </div>
  );
}

/** Three panes; the outer ones can be resized and stack when the window is narrow. */
export function Workbench(props: WorkbenchProps) {
  const { settings, shown } = props;
  const wide = window.innerWidth >= WIDE_PX;
  const { empty, pickedKey, onPick, onPlace, tiers } = props;
  const centre = <Centre {...{ shown, empty, pickedKey, onPick, onPlace, tiers }} />;
  return (
    <div className={styles.screen}>
      <Bar {...props} />
      <SplitPane side="start" widthPx={wide ? 240 : 228} maxPx={360} aside={<SettingsPane {...settings} />}>
        {shown ? (
          <SplitPane widthPx={wide ? 416 : 356} minPx={320} aside={<Tests {...props} shown={shown} />}>
            {centre}
          </SplitPane>
        ) : (
          centre
        )}
      </SplitPane>
    </div>
  );
}
