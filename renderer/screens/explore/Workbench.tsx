// The workbench laid out: settings, linked views, tests. Everything it shows comes by props.
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { setsClasses } from '../../../shared/model/method.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import type { SizeBar } from '../../charts/index.ts';
import { Banner, Button, Chip, Progress, SplitPane, Toolbar } from '../../ui/index.ts';
import { WeightedChip } from '../../representativeness/index.ts';
import { ChancePane } from './ChancePane.tsx';
import styles from './explore.module.css';
import { FactsPane } from './FactsPane.tsx';
import { MapPane, type MapPaneProps } from './MapPane.tsx';
import { ProfilesPane, type ProfilesPaneProps } from './ProfilesPane.tsx';
import { SettingsPane, type SettingsPaneProps } from './SettingsPane.tsx';
import { SizesPane } from './SizesPane.tsx';
import { SolutionsPane } from './SolutionsPane.tsx';
import { TriedPane } from './TriedPane.tsx';

/** What belongs to the shown solution. */
export interface SolutionViews {
  readonly segmentation: Segmentation;
  /** Null while the columns are read. */
  readonly map: MapPaneProps | null;
  readonly profiles: Pick<ProfilesPaneProps, 'features' | 'segments'> | null;
  readonly bars: readonly SizeBar[];
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

function Warnings({
  segmentation,
  onPlace,
}: Pick<WorkbenchProps, 'onPlace'> & { readonly segmentation: Segmentation }) {
  const t = useTranslations('explore');
  const words = useTranslations('methods.outdated');
  return (
    <>
      {segmentation.outdated ? (
        <Banner tone="warn" actions={onPlace ? <Button onClick={onPlace}>{words('place')}</Button> : null}>
          <b>{words('title')}.</b> {words('text')} {words('placeNote')}
        </Banner>
      ) : null}
      {segmentation.chance && !segmentation.chance.pass ? (
        <Banner tone="warn">
          <b>{t('weakTitle')}.</b> {t('weakText')}
        </Banner>
      ) : null}
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

function Tests({ shown, ...props }: WorkbenchProps & { readonly shown: SolutionViews }) {
  const { segmentation, bars } = shown;
  const { draft } = props.settings;
  return (
    <>
      <TriedPane
        segmentation={segmentation}
        tried={props.settings.tried}
        preparedK={draft.mode === 'one' && !setsClasses(draft.method) ? draft.k : null}
        onPrepare={props.onPrepare}
      />
      <FactsPane segmentation={segmentation} nameOf={props.settings.nameOf} />
      <ChancePane chance={segmentation.chance} setOut={setsClasses(segmentation.settings.method)} />
      <SizesPane
        bars={bars}
        customers={segmentation.customers}
        excluded={segmentation.excluded}
        imputed={segmentation.imputed}
        pickedKey={props.pickedKey}
        onPick={props.onPick}
      />
      <SolutionsPane
        solutions={props.solutions}
        shownId={segmentation.id}
        onShow={props.onShow}
        onRemove={props.onRemove}
      />
    </>
  );
}

function Centre({
  shown,
  empty,
  pickedKey,
  onPick,
  onPlace,
}: Pick<WorkbenchProps, 'shown' | 'empty' | 'pickedKey' | 'onPick' | 'onPlace'>) {
  if (!shown) return <div className={styles.centre}>{empty}</div>;
  return (
    <div className={styles.centre}>
      <Warnings segmentation={shown.segmentation} onPlace={onPlace} />
      {shown.map ? <MapPane {...shown.map} /> : <Waiting />}
      {shown.profiles ? (
        <ProfilesPane {...shown.profiles} pickedKey={pickedKey} onPick={onPick} />
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
  const centre = <Centre {...props} />;
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
