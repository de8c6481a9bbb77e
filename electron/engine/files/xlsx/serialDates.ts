// Serial dates as text, remembered: a million rows have a few thousand days.
import { serialDateText } from './cellText.ts';

const REMEMBERED = 50_000;

export class SerialDates {
  readonly #date1904: boolean;
  readonly #texts = new Map<string, string>();

  constructor(date1904: boolean) {
    this.#date1904 = date1904;
  }

  text(raw: string): string {
    const known = this.#texts.get(raw);
    if (known !== undefined) return known;
    const text = serialDateText(raw, this.#date1904);
    if (this.#texts.size >= REMEMBERED) this.#texts.clear();
    this.#texts.set(raw, text);
    return text;
  }
}
