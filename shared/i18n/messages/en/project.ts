// The project file: what to know about where it lies, saving copies, saving what can be read of a damaged one.
export const project = {
  saveCopy: 'Save a copy',
  readOnly: 'This project lies where nothing can be written, so it can be looked at but not changed.',
  cautions: {
    cloudFolder:
      'This project lies in a folder that {detail} copies while you work. Changing it on two computers at once can damage it; keep it in a folder of this computer, or close it before the other computer opens it.',
    networkShare:
      'This project lies on another computer’s drive. If the connection breaks, the last change may not be saved; keep it on this computer while you work.',
    conflictedCopy:
      '{detail} looks like a copy that a cloud service made because two computers had changed the same project (last written {date}, {time}). Compare it with the original before you go on.',
    conflictedCopyBeside:
      'Beside this project lies {detail} (last written {date}, {time}), a copy made when two computers had changed it. Open both and compare their histories before you go on.',
    journalMissing:
      'This project was not closed properly, and {detail}, which held the last changes, is gone. What you see was saved until {date}, {time}.',
  },
  repair: {
    title: 'This project is damaged',
    text: '{file} cannot be opened as it is. What can be read of it can be saved as a new project beside it; the damaged file stays as it is.',
    save: 'Save what can be read',
    saving: 'Reading what is left…',
    doneTitle: 'Saved what could be read',
    doneText:
      '{file} is beside the damaged file. It starts with an empty history; features are computed again.',
    open: 'Open the new project',
    whole: 'Nothing was lost.',
    table: 'What came over',
    what: 'Part',
    kept: 'Came over',
    lost: 'Lost',
    nothing: 'nothing',
    some: 'some',
    all: 'all',
    records: '{count, plural, one {# record} other {# records}}',
    cells: '{count, plural, one {# value} other {# values}}',
    parts: {
      settings: 'Settings',
      sources: 'Sources',
      fixes: 'Recorded fixes',
      erased: 'Erasures',
      rejects: 'Rejected records',
      features: 'Choice of features',
      segments: 'Segments',
      personas: 'Personas',
      campaigns: 'Campaigns',
    },
  },
} as const;
