// Explore: how many groups, if any? Connects the workbench to the engine; the panes know nothing of it.
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { featureLabel } from '../../../shared/i18n/featureLabel.ts';
import type { Feature, FeatureSet } from '../../../shared/model/feature.ts';
import type { ProjectSettings } from '../../../shared/model/project.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { CannotShow, useNotify, usePlacing } from '../../app/index.ts';
import { useAsk, useCommand } from '../../data/index.ts';
import { type ComputedFeatures, useFeatureSet } from '../../intake/index.ts';
import { Progress } from '../../ui/index.ts';
import { CompareSolutions } from './compare/index.tsx';
import styles from './explore.module.css';
import { FeaturesMissing, FormerFeatures, NothingToExplore, NotRunYet } from './Gate.tsx';
import { useRun } from './useRun.ts';
import { useSettings } from './useSettings.ts';
import { useSolution } from './useSolution.ts';
import { useTiers } from './useTiers.ts';
import { createExploreView, type ExploreView } from './view.ts';
import { Workbench } from './Workbench.tsx';

/** Columns of a category's levels are called `feature: level`; ∅ = the gaps, … = all rare levels. */
const LEVEL = /: (.*)$/su;

function useNames(features: readonly Feature[]): (name: string) => string {
  const t = useTranslations('features.builtIn');
  const words = useTranslations('explore.gaps');
  return useCallback(
    (name) => {
      const known = (one: string) => features.find((feature) => feature.name === one);
      const [feature = '', level] = known(name) ? [name] : name.split(LEVEL);
      const label = featureLabel(feature, known(feature)?.label, t);
      if (level === undefined) return label;
      return `${label}: ${level === '∅' ? words('level') : level === '…' ? words('others') : level}`;
    },
    [features, t, words],
  );
}

function pickShown(solutions: readonly Segmentation[], shownId: number | null): Segmentation | null {
  return (
    solutions.find((solution) => solution.id === shownId) ??
    solutions.find((solution) => solution.active) ??
    solutions[0] ??
    null
  );
}

interface ExploreProps {
  /** Shown, also while they are computed anew. */
  readonly set: FeatureSet;
  readonly computed: ComputedFeatures;
  readonly project: ProjectSettings;
  readonly solutions: readonly Segmentation[];
}

interface WorkbenchModeProps extends ExploreProps {
  readonly nameOf: (name: string) => string;
  readonly view: ExploreView;
}

function WorkbenchMode({ set, computed, project, solutions, nameOf, view }: WorkbenchModeProps) {
  const navigate = useNavigate();
  const activate = useCommand('segmentations.activate');
  const remove = useCommand('segmentations.remove');
  const { fail } = useNotify();
  const segmentation = pickShown(solutions, view.shownId);
  const run = useRun(view.show);
  const settings = useSettings({ computed, segmentation, solutions, project, nameOf, view, run });
  const shown = useSolution(segmentation, nameOf, view);
  const placing = usePlacing();
  const tiers = useTiers(set, project.seed, true, view.show);
  const openSegments = (): void => void navigate({ to: '/segments/{-$id}' });
  const { selection } = view;
  return (
    <Workbench
      settings={settings.pane}
      solutions={solutions}
      shown={shown}
      pickedKey={selection?.kind === 'segment' ? String(selection.ordinal) : null}
      onPick={(key) => view.toggleSegment(Number(key))}
      onShow={view.show}
      onRemove={(segmentationId) => remove.mutate({ segmentationId }, { onError: fail })}
      onPrepare={settings.onPrepare}
      onUse={() => {
        if (segmentation)
          activate.mutate({ segmentationId: segmentation.id }, { onSuccess: openSegments, onError: fail });
      }}
      onOpenSegments={openSegments}
      onPlace={placing && segmentation ? () => placing(segmentation.id) : null}
      tiers={tiers}
      onCompare={() => view.compare(true)}
      empty={<NotRunYet draft={settings.pane.draft} />}
    />
  );
}

/** One solution on the workbench, or many on the board. */
function Explore({ view, ...props }: ExploreProps & { readonly view: ExploreView }) {
  const { set, computed, project } = props;
  const nameOf = useNames(set.features);
  return (
    <div className={styles.screen}>
      {computed.error ? <FormerFeatures error={computed.error} onCompute={computed.compute} /> : null}
      {view.comparing ? (
        <CompareSolutions
          set={set}
          computed={computed}
          seed={project.seed}
          nameOf={nameOf}
          onBack={() => view.compare(false)}
          onMade={view.show}
        />
      ) : (
        <WorkbenchMode {...props} nameOf={nameOf} view={view} />
      )}
    </div>
  );
}

function Loading() {
  const t = useTranslations('common');
  return (
    <div className={styles.loading}>
      <Progress share={null} label={t('loading')} />
    </div>
  );
}

/** Before the first features. */
function NoFeatures({ computed: { error, compute } }: { readonly computed: ComputedFeatures }) {
  const navigate = useNavigate();
  const words = useTranslations('explore');
  if (error === null) return <Loading />;
  if (error.code === 'NO-CUSTOMERS' || error.code === 'JOB-CANCELLED')
    return <FeaturesMissing onOpenFeatures={() => void navigate({ to: '/features' })} />;
  return <CannotShow title={words('failed')} error={error} onRetry={compute} />;
}

/** Route `/explore`. */
export function Screen() {
  const navigate = useNavigate();
  const words = useTranslations('explore');
  const [useView] = useState(createExploreView);
  const view = useView();
  const project = useAsk('project.current', undefined);
  const sources = useAsk('sources.list', undefined);
  const solutions = useAsk('segmentations.list', undefined);
  const computed = useFeatureSet(sources.data);
  const failed = [project, sources, solutions].find((query) => query.isError);
  if (failed?.error)
    return <CannotShow title={words('failed')} error={failed.error} onRetry={() => void failed.refetch()} />;
  if (project.data === undefined || !solutions.data) return <Loading />;
  if (!project.data || project.data.sources === 0)
    return <NothingToExplore onOpenData={() => void navigate({ to: '/data' })} />;
  const { set } = computed;
  if (!set) return <NoFeatures computed={computed} />;
  const newestFirst = solutions.data.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  return (
    <Explore
      set={set}
      computed={computed}
      project={project.data.settings}
      solutions={newestFirst}
      view={view}
    />
  );
}
