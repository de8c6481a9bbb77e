// Across the top of every screen: what to know about where the project lies, before it is changed there.
import { useTranslations } from 'use-intl';
import type { Caution, Project } from '../../../shared/model/project.ts';
import { Banner, Button, useFigures } from '../../ui/index.ts';
import type { ShellActions } from './view.ts';

const KEYS = {
  'cloud-folder': 'cloudFolder',
  'network-share': 'networkShare',
  'conflicted-copy': 'conflictedCopy',
  'conflicted-copy-beside': 'conflictedCopyBeside',
  'journal-missing': 'journalMissing',
} as const satisfies Record<Caution['code'], string>;

/** Those that a copy elsewhere is the answer to. */
const PLACES: readonly Caution['code'][] = ['cloud-folder', 'network-share'];

export interface PlaceNoticesProps {
  readonly project: Project;
  readonly actions: Pick<ShellActions, 'saveCopy' | 'dismissCaution'>;
}

/** One line each; a dismissed one stays away for this project. */
export function PlaceNotices({ project, actions }: PlaceNoticesProps) {
  const t = useTranslations('project');
  const figures = useFigures();
  const copy = <Button onClick={actions.saveCopy}>{t('saveCopy')}</Button>;
  return (
    <>
      {project.readOnly ? (
        <Banner tone="warn" actions={copy}>
          {t('readOnly')}
        </Banner>
      ) : null}
      {project.cautions.map(({ code, detail, at }) => (
        <Banner
          key={`${code} ${detail}`}
          tone="warn"
          actions={PLACES.includes(code) && !project.readOnly ? copy : null}
          onDismiss={() => actions.dismissCaution(code)}
        >
          {t(`cautions.${KEYS[code]}`, {
            detail,
            date: at === null ? '' : figures.date(at),
            time: at === null ? '' : figures.time(at),
          })}
        </Banner>
      ))}
    </>
  );
}
