// Ctrl K: everything that can be done or opened, by typing a part of its name.
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { KeyHint } from '../../ui/index.ts';
import styles from './CommandPalette.module.css';
import { matchCommands, type PaletteCommand } from './match.ts';

export interface CommandPaletteProps {
  readonly commands: readonly PaletteCommand[];
  readonly onClose: () => void;
}

function Options({
  id,
  commands,
  active,
  onRun,
}: {
  readonly id: string;
  readonly commands: readonly PaletteCommand[];
  readonly active: number;
  readonly onRun: (command: PaletteCommand) => void;
}) {
  return commands.map((command, index) => (
    <div key={command.id}>
      {index === 0 || commands[index - 1]?.group !== command.group ? (
        <div className={styles.group} role="presentation">
          {command.group}
        </div>
      ) : null}
      <div
        id={`${id}-${index}`}
        role="option"
        aria-selected={index === active}
        className={styles.option}
        ref={(element) => {
          if (index === active) element?.scrollIntoView({ block: 'nearest' });
        }}
        onMouseDown={(event) => {
          event.preventDefault();
          onRun(command);
        }}
      >
        <span>{command.label}</span>
        {command.keys ? <KeyHint keys={command.keys} /> : null}
      </div>
    </div>
  ));
}

/** A search field over a list: arrows choose, Enter runs, Esc closes. */
export function CommandPalette({ commands, onClose }: CommandPaletteProps) {
  const t = useTranslations('shell');
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const found = matchCommands(commands, query);
  useEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal();
  }, []);
  const run = (command: PaletteCommand): void => {
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = found[active];
    if (move !== 0) setActive((now) => (now + move + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter' && chosen) run(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={t('palette')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className={styles.field}>
        <IconSearch size={16} stroke={1.7} aria-hidden />
        <input
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
          aria-label={t('search')}
          placeholder={t('search')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <KeyHint keys="Esc" />
      </div>
      <div className={styles.list} role="listbox" id={`${id}-list`} aria-label={t('palette')}>
        {found.length === 0 ? (
          <p className={styles.none}>{t('noCommand')}</p>
        ) : (
          <Options id={id} commands={found} active={active} onRun={run} />
        )}
      </div>
    </dialog>
  );
}
