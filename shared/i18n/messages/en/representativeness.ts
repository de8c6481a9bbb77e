// Who the customers stand for: references, gaps, weights.

export const representativeness = {
  title: 'Who is missing?',
  against: '{variable}, against {name}',
  ownNumbers: 'own numbers',
  variable: 'Variable',
  yours: 'your customers',
  reference: 'reference',
  weighted: 'weighted',
  gap: 'gap, points',
  summary: '{variable}: {distance} points away from the reference. Largest gap at {level}, {gap} points.',
  consequence:
    'Weights capped at {cap} cut the gap from {before} to {after} points; {customers, plural, one {# customer then counts} other {# customers then count}} as <n>{effective}</n>.',
  inUse:
    'Every statistic is weighted, capped at {cap}: the gap is {after} points instead of {before}, and {customers, plural, one {# customer counts} other {# customers count}} as <n>{effective}</n>.',
  onlyBase: 'The column “{column}” weights every customer.',
  whyEffective:
    'The square of the sum of all weights, divided by the sum of their squares (Kish). That many equally weighted customers would tell as much.',
  useWeights: 'Use weights',
  cap: 'Cap',
  capTimes: '{cap} × mean',
  changes: 'What weights change',
  changesNone: 'Weights change no other figure.',
  without: 'Without',
  with: 'With weights',
  change: 'Change',
  add: 'Add reference',
  edit: 'Edit reference',
  emptyTitle: 'No reference yet',
  empty:
    'Say whom your customers are to stand for, for instance the ages of everyone who buys what you sell. The gaps follow, and weights that close them.',
  contradictory:
    'These references cannot all be met: no weights of your customers reach them at once. Check the shares against each other.',
  absent: 'Nobody here at {levels}: weights cannot stand in for them.',
  unwanted: 'The reference has nobody at {levels}: these customers count 0.',
  missing:
    '{count, plural, one {# customer has} other {# customers have}} no known level and {count, plural, one {keeps} other {keep}} the weight that the other variables give.',
  tooFew: 'Too few customers for a comparison: {count} of at least 30 have a known level.',
  unused: 'Not used, because the variable is no longer there: {variables}.',
  chip: 'Weighted',
  chipNote:
    'Figures stand for the reference: {customers, plural, one {# customer} other {# customers}} count as {effective}.',
  yes: 'Yes',
  no: 'No',
  form: {
    title: 'Reference distribution',
    name: 'Whom it describes',
    namePlaceholder: 'All clothing buyers',
    source: 'Source',
    level: 'Level',
    here: 'Here',
    share: 'Reference',
    cuts: 'Bands begin at',
    cutsNote: 'Numbers with spaces between them, for instance 15 25 35',
    addLevel: 'Add level',
    removeLevel: 'Remove {level}',
    sum: 'Sum {sum}',
    sumNote: 'Shares, percent or counts: they are brought to 100% together.',
    paste: 'Paste two columns',
    pasteNote: 'One level and its share per line',
    takeOver: 'Take over',
    file: 'From a file',
    unreadable:
      '{count, plural, one {Line {lines} was} other {Lines {lines} were}} not read: no level, or no number.',
    save: 'Save reference',
    remove: 'Remove reference',
  },
} as const;
