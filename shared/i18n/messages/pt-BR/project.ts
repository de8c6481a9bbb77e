import type { project as en } from '../en/project.ts';
import type { Translated } from '../../translated.ts';

export const project = {
  saveCopy: 'Salvar uma cópia',
  readOnly:
    'Este projeto está em um lugar onde nada pode ser gravado: dá para consultá-lo, mas não para alterá-lo.',
  cautions: {
    cloudFolder:
      'Este projeto está em uma pasta que {detail} copia enquanto você trabalha. Alterá-lo em dois computadores ao mesmo tempo pode danificá-lo; guarde-o em uma pasta deste computador ou feche-o antes de abri-lo no outro.',
    networkShare:
      'Este projeto está no disco de outro computador. Se a conexão cair, a última alteração pode não ser salva; mantenha-o neste computador enquanto você trabalha.',
    conflictedCopy:
      '{detail} parece uma cópia feita por um serviço de nuvem porque dois computadores alteraram o mesmo projeto (última gravação em {date}, {time}). Compare-a com o original antes de continuar.',
    conflictedCopyBeside:
      'Ao lado deste projeto está {detail} (última gravação em {date}, {time}), uma cópia feita quando dois computadores o alteraram. Abra os dois e compare os históricos antes de continuar.',
    journalMissing:
      'Este projeto não foi fechado corretamente, e {detail}, que continha as últimas alterações, não está mais lá. O que você vê foi salvo até {date}, {time}.',
  },
  repair: {
    title: 'Este projeto está danificado',
    text: '{file} não pode ser aberto como está. O que puder ser lido pode ser salvo em um novo projeto ao lado dele; o arquivo danificado fica como está.',
    save: 'Salvar o que puder ser lido',
    saving: 'Lendo o que restou…',
    doneTitle: 'O que pôde ser lido foi salvo',
    doneText:
      '{file} está ao lado do arquivo danificado. Ele começa com o histórico vazio; as variáveis são calculadas de novo.',
    open: 'Abrir o novo projeto',
    whole: 'Nada se perdeu.',
    table: 'O que foi recuperado',
    what: 'Parte',
    kept: 'Recuperado',
    lost: 'Perdido',
    nothing: 'nada',
    some: 'uma parte',
    all: 'tudo',
    records: '{count, plural, one {# registro} many {# registros} other {# registros}}',
    cells: '{count, plural, one {# valor} many {# valores} other {# valores}}',
    parts: {
      settings: 'Configurações',
      sources: 'Fontes',
      fixes: 'Correções registradas',
      erased: 'Exclusões de clientes',
      rejects: 'Registros rejeitados',
      features: 'Escolha de variáveis',
      segments: 'Segmentos',
      personas: 'Personas',
      campaigns: 'Campanhas',
    },
  },
} satisfies Translated<typeof en>;
