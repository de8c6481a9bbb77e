// A cell's text with what was searched for marked in it.

export interface FoundProps {
  readonly text: string;
  /** In lower case; '' marks nothing. */
  readonly wanted: string;
  readonly className: string | undefined;
}

/** Direction marks inside the text stay inside: it is isolated from what surrounds it. */
export function Found({ text, wanted, className }: FoundProps) {
  const lower = wanted === '' ? '' : text.toLowerCase();
  // Lower case may be longer than the text (İ): then places do not match, and nothing is marked.
  const at = wanted === '' || lower.length !== text.length ? -1 : lower.indexOf(wanted);
  if (at < 0) return <bdi>{text}</bdi>;
  const end = at + wanted.length;
  return (
    <bdi>
      {text.slice(0, at)}
      <mark className={className}>{text.slice(at, end)}</mark>
      {text.slice(end)}
    </bdi>
  );
}
