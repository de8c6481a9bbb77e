// Around every screen: a boundary for bugs, and the state for a step that needs a project.
import { IconFolderOpen } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { Component, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button, EmptyState, ErrorState } from '../ui/index.ts';
import { useProject } from './useProject.ts';

interface BoundaryProps {
  readonly children: ReactNode;
  readonly fallback: (error: Error, again: () => void) => ReactNode;
}

class Boundary extends Component<BoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };
  static getDerivedStateFromError(error: Error) {
    return { error };
  }
  override render(): ReactNode {
    const { error } = this.state;
    return error === null
      ? this.props.children
      : this.props.fallback(error, () => this.setState({ error: null }));
  }
}

/** Keeps a screen's failure inside the screen. The code is the error's name, never its message: that may hold data. */
export function ScreenBoundary({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('shell');
  return (
    <Boundary
      fallback={(error, again) => (
        <ErrorState
          title={t('failedTitle')}
          code={error.name}
          actions={<Button onClick={again}>{t('openAgain')}</Button>}
        >
          {t('failedText')}
        </ErrorState>
      )}
    >
      {children}
    </Boundary>
  );
}

/** Shows the screen once a project is open; says so when none is. */
export function NeedsProject({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('shell');
  const navigate = useNavigate();
  const project = useProject();
  if (project) return children;
  if (project === undefined) return null;
  return (
    <EmptyState
      icon={IconFolderOpen}
      title={t('needsProject')}
      actions={
        <Button variant="primary" onClick={() => void navigate({ to: '/' })}>
          {t('goHome')}
        </Button>
      }
    >
      {t('needsProjectText')}
    </EmptyState>
  );
}
