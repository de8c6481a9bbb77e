// Menu and popover on Mantine's floating parts (placement, outside click, focus return), drawn with our tokens.
import { Menu as MantineMenu, Popover as MantinePopover } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import styles from './floating.module.css';
import { KeyHint } from './KeyHint.tsx';

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly icon?: Icon;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** A line above this item. */
  readonly divided?: boolean;
  readonly onSelect: () => void;
}

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly items: readonly MenuItem[];
  readonly heading?: string;
  readonly align?: 'start' | 'end';
}

function entry({ icon: IconMark, ...item }: MenuItem) {
  return (
    <Fragment key={item.key}>
      {item.divided ? <MantineMenu.Divider /> : null}
      <MantineMenu.Item
        disabled={item.disabled ?? false}
        onClick={item.onSelect}
        className={item.danger ? (styles.danger ?? '') : ''}
        leftSection={IconMark ? <IconMark size={15} stroke={1.6} aria-hidden /> : null}
        rightSection={item.keys ? <KeyHint keys={item.keys} /> : null}
      >
        {item.label}
      </MantineMenu.Item>
    </Fragment>
  );
}

/** A list of actions under a button: arrows move, Enter runs, Esc closes. */
export function Menu({ trigger, items, heading, align = 'start' }: MenuProps) {
  return (
    <MantineMenu
      position={`bottom-${align}`}
      offset={4}
      transitionProps={{ duration: 0 }}
      classNames={{
        dropdown: styles.menu ?? '',
        item: styles.item ?? '',
        itemSection: styles.itemSection ?? '',
        divider: styles.divider ?? '',
        label: styles.label ?? '',
      }}
    >
      <MantineMenu.Target>{trigger}</MantineMenu.Target>
      <MantineMenu.Dropdown>
        {heading ? <MantineMenu.Label>{heading}</MantineMenu.Label> : null}
        {items.map(entry)}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}

export interface PopoverProps {
  readonly trigger: ReactElement;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Spoken name of the dialog. */
  readonly label: string;
  readonly widthPx?: number;
  readonly side?: 'bottom' | 'bottom-start' | 'bottom-end' | 'right' | 'left' | 'top';
  readonly children: ReactNode;
}

/** A floating panel with focus kept inside; Esc and a click outside close it. */
export function Popover({
  trigger,
  opened,
  onClose,
  label,
  widthPx = 320,
  side = 'bottom-start',
  children,
}: PopoverProps) {
  return (
    <MantinePopover
      opened={opened}
      onChange={(open) => (open ? undefined : onClose())}
      position={side}
      offset={4}
      width={widthPx}
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
      classNames={{ dropdown: styles.popover ?? '' }}
    >
      <MantinePopover.Target>{trigger}</MantinePopover.Target>
      <MantinePopover.Dropdown aria-label={label}>{children}</MantinePopover.Dropdown>
    </MantinePopover>
  );
}
