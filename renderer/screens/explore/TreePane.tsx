// Ward's tree from its top, with the line where it is cut: a long way up without a bar means that the parts are apart.
import { useTranslations } from 'use-intl';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { Dendrogram } from '../../charts/index.ts';
import { Panel } from '../../ui/index.ts';
import styles from './explore.module.css';

export interface TreePaneProps {
  readonly segmentation: Segmentation;
  /** The slot of each cluster's segment. */
  readonly slots: readonly number[];
}

/** Nothing for other methods, and for solutions of earlier versions. */
export function TreePane({ segmentation: { facts, k }, slots }: TreePaneProps) {
  const t = useTranslations('methods.tree');
  const tree = facts?.tree;
  if (!tree || tree.merges.length === 0) return null;
  const leaves = tree.sizes.map((customers, at) => ({
    customers,
    slot: slots[tree.clusters[at] ?? -1] ?? -1,
  }));
  return (
    <Panel
      edge="top"
      className={styles.test ?? ''}
      title={t('title')}
      note={t('note', { n: tree.merges.length })}
    >
      <Dendrogram
        leaves={leaves}
        merges={tree.merges}
        k={k}
        summary={t('summary', { n: tree.merges.length, k })}
      />
    </Panel>
  );
}
