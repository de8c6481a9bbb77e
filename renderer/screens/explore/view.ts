// What the workbench shows and selects. View state only: nothing here is a decision of the project.
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { OwnSegment, RfmSettings, TierSettings } from '../../../shared/model/division.ts';
import type { CovarianceChoice, Method } from '../../../shared/model/method.ts';
import type { ClusterSettings, Scale } from '../../../shared/model/segmentation.ts';

export type KMode = 'range' | 'one';

/** Settings of the next run, before it is started. */
export interface Draft {
  readonly mode: KMode;
  readonly k: number;
  readonly from: number;
  readonly to: number;
  readonly scale: Scale;
  /** Features that are scaled otherwise. */
  readonly scales: Readonly<Record<string, Scale>>;
  /** Null = as the project's settings say. */
  readonly missing: NonNullable<ClusterSettings['missing']> | null;
  readonly logs: boolean;
  readonly method: Method;
  /** Cap outliers before scaling. */
  readonly outliers: boolean;
  /** At which shares. */
  readonly caps: NonNullable<ClusterSettings['winsorise']>;
  /** k-means of very many customers. */
  readonly miniBatch: boolean;
  readonly covariance: CovarianceChoice;
  readonly rfm: RfmSettings;
  /** An empty `value` = the first that is money. */
  readonly tiers: TierSettings;
  readonly rules: readonly OwnSegment[];
}

/** The selection: all customers of one segment (its ordinal), or those inside a lasso. */
export type Selection =
  | { readonly kind: 'segment'; readonly ordinal: number }
  | { readonly kind: 'lasso'; readonly mask: Uint8Array; readonly count: number };

export interface ExploreView {
  /** Null = the one in use, else the newest. */
  readonly shownId: number | null;
  readonly selection: Selection | null;
  /** Null = as the shown solution was run. */
  readonly draft: Draft | null;
  /** The board of the tournament instead of the workbench. */
  readonly comparing: boolean;
  readonly compare: (comparing: boolean) => void;
  readonly show: (id: number | null) => void;
  readonly select: (selection: Selection | null) => void;
  readonly toggleSegment: (ordinal: number) => void;
  readonly edit: (draft: Draft) => void;
}

export type ExploreViewStore = UseBoundStore<StoreApi<ExploreView>>;

/** One store per visit of the screen. */
export function createExploreView(): ExploreViewStore {
  return create<ExploreView>((set, get) => ({
    shownId: null,
    selection: null,
    draft: null,
    comparing: false,
    compare: (comparing) => set({ comparing }),
    show: (shownId) => set({ shownId, selection: null, draft: null, comparing: false }),
    select: (selection) => set({ selection }),
    toggleSegment: (ordinal) => {
      const now = get().selection;
      const same = now?.kind === 'segment' && now.ordinal === ordinal;
      set({ selection: same ? null : { kind: 'segment', ordinal } });
    },
    edit: (draft) => set({ draft }),
  }));
}
