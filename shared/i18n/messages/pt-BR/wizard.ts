import type { Translated } from '../../translated.ts';
import type { wizard as source } from '../en/wizard.ts';

export const wizard: Translated<typeof source> = {
  known: {
    file: 'Este arquivo já está no projeto, como “{name}”, importado em {date}.',
    again: 'Importar mesmo assim',
    shape: 'As colunas são as de “{name}”, importado em {date}.',
    choice: 'O que é este arquivo',
    into: 'Novos dados para “{name}”',
    separate: 'Uma fonte separada',
    state: 'já está no projeto',
  },
  layout: {
    remember: 'Lembrar este formato',
    menu: 'Usar um formato salvo',
    heading: 'Formatos salvos',
    auto: 'O que combina',
    none: 'Nenhum, detectar de novo',
    entry: '{name}, {count, plural, one {# coluna} other {# colunas}}',
    forget: 'Esquecer “{name}”',
    applied:
      'Lido como “{name}”: {matched, number} de {count, plural, one {# coluna} other {# colunas}} já conhecidas.',
  },
  check: {
    running: 'Verificando todas as linhas',
    accepted: '{count, plural, one {# linha aceita} other {# linhas aceitas}}',
    rejected:
      '{count, plural, one {# rejeitada, guardada com o motivo} other {# rejeitadas, guardadas com o motivo}}',
    summary:
      '{rejected, plural, =0 {nenhuma linha rejeitada} one {# linha rejeitada} other {# linhas rejeitadas}} do total de {count, number}; a prévia acima é o que será importado',
  },
  fold: '{count, plural, one {mais # linha como estas} other {mais # linhas como estas}}',
  unfold: 'Mostrar as primeiras {count, number}',
  view: {
    label: 'Como os valores são mostrados',
    read: 'Como lido',
    file: 'Como no arquivo',
  },
  values: {
    yes: 'sim',
    no: 'não',
  },
  column: {
    open: 'Detalhes de {column}',
    inFile: 'No arquivo',
    distribution: 'Distribuição',
    examples: 'Exemplos',
    issues: 'Avisos desta coluna',
    why: 'Por que esta leitura',
    different: 'Valores diferentes',
    atLeast: 'mais de {count, number}',
    invalid: 'Rejeitadas aqui',
    hidden: 'Os valores estão ocultos: esta coluna contém dados pessoais.',
  },
  detection: {
    why: 'Por quê?',
    title: 'Como a leitura foi definida',
    text: 'Definido pela primeira parte do arquivo. Cada escolha pode ser mudada nesta linha; a prévia e a importação usam as mesmas configurações.',
    sure: '{value}, {share} de certeza',
    next: '{first}; segunda opção {second}',
    mine: '{value}, definido por você',
  },
  issues: {
    save: 'Salvar lista',
    saved: 'Salvo como {name}.',
    fileName: '{file} avisos',
    goTo: 'Ir para a linha {line} na prévia',
    panes: 'Abaixo da prévia',
    tab: 'Avisos',
  },
  join: {
    tab: 'Junção',
    title: 'Como as tabelas se encontram',
    note: 'pela chave do cliente',
    part: 'das primeiras {count, number} linhas de cada tabela',
    tables: 'Tabelas',
    both: 'Chaves em ambas',
    onlyA: 'Só em “{name}”',
    examples: 'por exemplo {keys}',
    none: 'Nenhuma chave está nas duas tabelas. Confira as colunas da chave do cliente: zeros à esquerda ou prefixos podem diferir.',
    waiting: 'Responda primeiro às perguntas de cada arquivo; depois as tabelas serão comparadas.',
    one: 'Uma só tabela. Adicione outro arquivo para ver como se encontram.',
  },
  sheets: {
    add: 'Importar mais planilhas',
    size: '{name}, {rows, plural, one {# linha} other {# linhas}}',
    all: 'Todas com linhas',
  },
};
