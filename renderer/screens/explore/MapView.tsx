// Which map is shown, what its axes are, and the progress of one that is being made.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Component } from '../../../shared/model/segmentation.ts';
import {
  Button,
  LinkButton,
  Popover,
  Progress,
  SegmentedControl,
  SimpleTable,
  useFigures,
} from '../../ui/index.ts';
import styles from './mapView.module.css';

export type MapKind = 'pca' | 'umap';

export interface MapViewProps {
  readonly kind: MapKind;
  readonly onKind: (kind: MapKind) => void;
}

/** Principal components, or nearness. */
export function MapSwitch({ kind, onKind }: MapViewProps) {
  const t = useTranslations('explore.maps');
  const options = (['pca', 'umap'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }));
  return <SegmentedControl label={t('which')} value={kind} options={options} onChange={onKind} />;
}

/** While the second map is made; the first one stays one click away. */
export function MapProgress({
  share,
  onCancel,
}: {
  readonly share: number | null;
  readonly onCancel: () => void;
}) {
  const t = useTranslations('explore.maps');
  const common = useTranslations('common');
  return (
    <div className={styles.waiting}>
      <p>{t('making')}</p>
      <div className={styles.bar}>
        <Progress share={share} label={t('making')} />
      </div>
      <Button variant="ghost" onClick={onCancel}>
        {common('cancel')}
      </Button>
    </div>
  );
}

const SHOWN = 4;

/** Loadings of the first components, and how much of the variation each explains. */
export function ComponentsButton({
  components,
  nameOf,
}: {
  readonly components: readonly Component[];
  readonly nameOf: (feature: string) => string;
}) {
  const t = useTranslations('explore.maps');
  const figures = useFigures();
  const [opened, setOpened] = useState(false);
  const shown = components.slice(0, SHOWN);
  const rows = (shown[0]?.loadings ?? []).map(({ feature }, at) => ({ feature, at }));
  const trigger = (
    <LinkButton aria-expanded={opened} onClick={() => setOpened(!opened)}>
      {t('components')}
    </LinkButton>
  );
  return (
    <Popover
      trigger={trigger}
      opened={opened}
      onClose={() => setOpened(false)}
      label={t('components')}
      widthPx={460}
    >
      <div className={styles.components}>
        <SimpleTable
          label={t('components')}
          rows={rows}
          rowKey={({ at }) => String(at)}
          columns={[
            { key: 'feature', header: t('feature'), cell: ({ feature }) => nameOf(feature) },
            ...shown.map(({ explained, loadings }, index) => ({
              key: String(index),
              header: t('component', { number: String(index + 1), share: figures.share(explained, 0) }),
              align: 'end' as const,
              cell: ({ at }: { readonly at: number }) => figures.decimal(loadings[at]?.loading ?? 0),
            })),
          ]}
        />
      </div>
    </Popover>
  );
}
