// “Why this number?”: formula, inputs and n behind one click. Every figure of the interface can carry it.
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { LinkButton } from './Button.tsx';
import { Popover } from './Floating.tsx';
import styles from './panes.module.css';

export interface Why {
  /** One sentence that reads the number. */
  readonly text?: ReactNode;
  /** The arithmetic with its values, e.g. `6.3 ÷ 16.6 × 100 = 38`. */
  readonly formula?: string;
  /** Name and value of what went in, ready for reading. */
  readonly inputs?: readonly { readonly name: string; readonly value: string }[];
  /** Customers behind it. */
  readonly n?: string;
  readonly source?: string;
}

export interface WhyDisclosureProps {
  readonly why: Why;
  /** The number itself: it becomes the (dotted) trigger. Without it the trigger reads “Why this number?”. */
  readonly children?: ReactNode;
  readonly label?: string;
}

/** The content alone, for a row that unfolds in place instead of floating. */
export function WhyFacts({ why }: { readonly why: Why }) {
  const t = useTranslations('common');
  return (
    <div>
      {why.text ? <p>{why.text}</p> : null}
      {why.formula ? <div className={styles.formula}>{why.formula}</div> : null}
      <dl className={styles.whyFacts}>
        {(why.inputs ?? []).map((input) => [
          <dt key={`${input.name}-t`}>{input.name}</dt>,
          <dd key={input.name}>{input.value}</dd>,
        ])}
        {why.n ? [<dt key="n-t">{t('whyN')}</dt>, <dd key="n">{why.n}</dd>] : null}
        {why.source ? [<dt key="s-t">{t('whySource')}</dt>, <dd key="s">{why.source}</dd>] : null}
      </dl>
    </div>
  );
}

/** A number (or a link) that explains itself; W on the focused number opens it too. */
export function WhyDisclosure({ why, children, label }: WhyDisclosureProps) {
  const t = useTranslations('common');
  const [opened, setOpened] = useState(false);
  const title = label ?? t('why');
  const toggle = (): void => setOpened((now) => !now);
  const trigger = children ? (
    <button
      type="button"
      className={styles.number}
      aria-expanded={opened}
      onClick={toggle}
      onKeyDown={(event) => event.key.toLowerCase() === 'w' && toggle()}
    >
      {children}
    </button>
  ) : (
    <LinkButton aria-expanded={opened} onClick={toggle}>
      {title}
    </LinkButton>
  );
  return (
    <Popover trigger={trigger} opened={opened} onClose={() => setOpened(false)} label={title} widthPx={340}>
      <WhyFacts why={why} />
    </Popover>
  );
}
