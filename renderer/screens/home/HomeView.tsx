// The first screen, without an engine: start pane, drop area, recent projects, samples.
import type { RecentProject } from '../../../shared/model/project.ts';
import { DropZone } from './DropZone.tsx';
import styles from './home.module.css';
import { RecentTable } from './RecentTable.tsx';
import { SampleCards, type SampleLocale } from './SampleCards.tsx';
import { StartPane } from './StartPane.tsx';

export interface HomeViewProps {
  readonly projects: readonly RecentProject[];
  readonly now: string;
  readonly version: string;
  readonly busySample: SampleLocale | null;
  readonly onNew: () => void;
  readonly onOpen: () => void;
  readonly onChoose: () => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onRecent: (id: string) => void;
  readonly onForget: (id: string) => void;
  readonly onSample: (locale: SampleLocale) => void;
}

/** Answers “where was I?”, and starts new work in one gesture. */
export function HomeView(props: HomeViewProps) {
  return (
    <div className={styles.home}>
      <StartPane version={props.version} onNew={props.onNew} onOpen={props.onOpen} />
      <div className={styles.main}>
        <DropZone onFiles={props.onFiles} onChoose={props.onChoose} />
        <RecentTable
          projects={props.projects}
          now={props.now}
          onOpen={props.onRecent}
          onForget={props.onForget}
        />
        <SampleCards onOpen={props.onSample} busy={props.busySample} />
      </div>
    </div>
  );
}
