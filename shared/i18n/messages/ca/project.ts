import type { project as en } from '../en/project.ts';
import type { Translated } from '../../translated.ts';

export const project = {
  saveCopy: 'Desa una còpia',
  readOnly: 'Aquest projecte és en un lloc on no es pot escriure: es pot consultar, però no canviar.',
  cautions: {
    cloudFolder:
      'Aquest projecte és en una carpeta que {detail} copia mentre treballeu. Canviar-lo en dos ordinadors alhora el pot malmetre; deseu-lo en una carpeta d’aquest ordinador o tanqueu-lo abans d’obrir-lo a l’altre.',
    networkShare:
      'Aquest projecte és al disc d’un altre ordinador. Si es talla la connexió, l’últim canvi potser no es desa; tingueu-lo en aquest ordinador mentre treballeu.',
    conflictedCopy:
      '{detail} sembla una còpia feta per un servei al núvol perquè dos ordinadors havien canviat el mateix projecte (última escriptura: {date}, {time}). Compareu-la amb l’original abans de continuar.',
    conflictedCopyBeside:
      'Al costat d’aquest projecte hi ha {detail} (última escriptura: {date}, {time}), una còpia feta quan dos ordinadors l’havien canviat. Obriu-los tots dos i compareu-ne l’historial abans de continuar.',
    journalMissing:
      'Aquest projecte no es va tancar bé, i {detail}, que contenia els últims canvis, ja no hi és. El que veieu es va desar fins al {date}, {time}.',
  },
  repair: {
    title: 'Aquest projecte està malmès',
    text: '{file} no es pot obrir tal com està. El que es pugui llegir es pot desar en un projecte nou al costat; el fitxer malmès es deixa com està.',
    save: 'Desa el que es pugui llegir',
    saving: 'S’està llegint el que queda…',
    doneTitle: 'S’ha desat el que s’ha pogut llegir',
    doneText:
      '{file} és al costat del fitxer malmès. Comença amb l’historial buit; les variables es tornen a calcular.',
    open: 'Obre el projecte nou',
    whole: 'No s’ha perdut res.',
    table: 'El que s’ha recuperat',
    what: 'Part',
    kept: 'Recuperat',
    lost: 'Perdut',
    nothing: 'res',
    some: 'una part',
    all: 'tot',
    records: '{count, plural, one {# registre} many {# registres} other {# registres}}',
    cells: '{count, plural, one {# valor} many {# valors} other {# valors}}',
    parts: {
      settings: 'Configuració',
      sources: 'Fonts',
      fixes: 'Correccions registrades',
      erased: 'Supressions de clients',
      rejects: 'Registres rebutjats',
      features: 'Tria de variables',
      segments: 'Segments',
      personas: 'Persones',
      campaigns: 'Campanyes',
    },
  },
} satisfies Translated<typeof en>;
