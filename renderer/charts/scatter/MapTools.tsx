// The map's tools: pick, lasso, rectangle, move; zoom.
import {
  IconLasso,
  IconArrowsMove,
  IconMarquee2,
  IconMaximize,
  IconPointer,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { IconButton, SegmentedControl } from '../../ui/index.ts';
import styles from '../charts.module.css';
import type { MapTool } from './useMapGestures.ts';

export interface MapToolsProps {
  readonly tool: MapTool;
  readonly onTool: (tool: MapTool) => void;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
}

/** One row; ScatterMap says where it stands. */
export function MapTools({ tool, onTool, onZoom, onFit }: MapToolsProps) {
  const t = useTranslations('common.chart');
  return (
    <span className={styles.toolRow}>
      <SegmentedControl
        label={t('tools')}
        value={tool}
        onChange={onTool}
        options={[
          { value: 'point', label: t('point'), icon: IconPointer },
          { value: 'lasso', label: t('lasso'), icon: IconLasso },
          { value: 'rectangle', label: t('rectangle'), icon: IconMarquee2 },
          { value: 'pan', label: t('pan'), icon: IconArrowsMove },
        ]}
      />
      <IconButton size={24} icon={IconZoomIn} label={t('zoomIn')} onClick={() => onZoom(1.3)} />
      <IconButton size={24} icon={IconZoomOut} label={t('zoomOut')} onClick={() => onZoom(1 / 1.3)} />
      <IconButton size={24} icon={IconMaximize} label={t('fit')} onClick={onFit} />
    </span>
  );
}
