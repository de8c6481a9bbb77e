// A range input with its label and value on one line above the track.
import { useId } from 'react';
import styles from './controls.module.css';
import { segmentFill } from './segmentSlots.ts';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** The value as it is read, e.g. `€897`; also spoken. */
  readonly shown: string;
  readonly onChange: (value: number) => void;
  /** Colours the filled part with a segment's colour. */
  readonly slot?: number;
  readonly disabled?: boolean;
}

/** A number chosen by dragging or with arrows. */
export function Slider({ label, value, min, max, step = 1, shown, onChange, slot, disabled }: SliderProps) {
  const id = useId();
  const at = max > min ? ((value - min) / (max - min)) * 100 : 0;
  const fill = slot === undefined ? {} : { '--slider-fill': segmentFill(slot) };
  return (
    <div className={styles.slider}>
      <div className={styles.sliderTop}>
        <label htmlFor={id}>{label}</label>
        <output htmlFor={id}>{shown}</output>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        aria-valuetext={shown}
        style={{ '--at': `${at}%`, ...fill }}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </div>
  );
}
