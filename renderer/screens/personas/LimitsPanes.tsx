// The limits of the portrait: what was drafted and dropped, and what no column can tell.
import { useTranslations } from 'use-intl';
import type { LeftOut, Persona } from '../../../shared/model/persona.ts';
import { Panel, useFigures } from '../../ui/index.ts';
import styles from './personas.module.css';

function Dropped({ item }: { readonly item: LeftOut }) {
  const t = useTranslations('personas');
  const figures = useFigures();
  const [evidence] = item.evidence;
  const facts = evidence
    ? [
        evidence.index === null ? `d ${figures.signed(evidence.d, 2)}` : figures.count(evidence.index),
        ...(evidence.indexLow === null || evidence.indexHigh === null
          ? []
          : [figures.range(evidence.indexLow, evidence.indexHigh)]),
        t('evidenceCount', { count: figures.count(evidence.n) }),
      ]
    : [];
  return (
    <li>
      <s>{item.text}</s>
      <span className={styles.facts}>{facts.join(' · ')}</span>
    </li>
  );
}

/** Two panes side by side, stacked where there is no room. */
export function LimitsPanes({ persona }: { readonly persona: Persona }) {
  const t = useTranslations('personas');
  return (
    <div className={styles.limits}>
      <Panel title={t('leftOut')} note={t('leftOutNote')}>
        {persona.leftOut.length === 0 ? (
          <p className={styles.plain}>{t('leftOutNone')}</p>
        ) : (
          <ul className={styles.dropped}>
            {persona.leftOut.map((item) => (
              <Dropped key={item.text} item={item} />
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t('cannotSay')} note={t('cannotSayNote')} edge="start">
        <ul className={styles.cannotSay}>
          {persona.cannotSay.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
