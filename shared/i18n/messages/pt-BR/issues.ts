// One sentence per warning or rejection of a file: what was found and what was done with it.
import type { Translated } from '../../translated.ts';
import type { issues as en } from '../en/issues.ts';

export const issues = {
  BOM: 'O arquivo informa a codificação {encoding}; foi lido assim.',
  'ENCODING-GUESSED':
    'A codificação foi reconhecida como {encoding} pelas letras; confira se estas palavras estão certas: “{samples}”.',
  'ENCODING-CONFIRM':
    'A codificação provavelmente é {encoding}, mas não é certo; confirme antes de importar.',
  'DOUBLE-ENCODED':
    '{count, plural, one {# valor parece codificado} other {# valores parecem codificados}} duas vezes (como {example}); o arquivo já chegou danificado. Corrija com um clique ou ele será lido como está.',
  'DOUBLE-ENCODED-REPAIRED':
    '{count, plural, one {# valor codificado duas vezes foi corrigido} other {# valores codificados duas vezes foram corrigidos}}, como você pediu.',
  'DELIMITER-CLOSE':
    'O separador adotado foi “{delimiter}”, mas “{runnerUp}” serve quase tão bem; confira a prévia.',
  'QUOTE-DIALECT': 'As células vêm entre “{quote}”, e uma aspa dentro da célula é marcada com “{escape}”.',
  'QUOTES-REPAIRED':
    '{count, plural, one {# registro tem} other {# registros têm}} uma aspa solta dentro de uma célula entre aspas; ela foi mantida como texto.',
  'QUOTES-AS-TEXT': 'As aspas são lidas como texto comum, como você pediu.',
  PREAMBLE:
    '{count, plural, one {# linha acima do cabeçalho foi ignorada} other {# linhas acima do cabeçalho foram ignoradas}}.',
  'HEADER-ROWS': 'O cabeçalho ocupa {count} linhas; elas foram unidas em um nome por coluna.',
  'SECOND-TABLE':
    'Uma segunda tabela começa na linha {line}; a importação para antes dela. Ela pode ser importada como uma fonte à parte.',
  'TOTALS-ROW':
    '{line, select, 0 {A última linha} other {A linha {line}}} parece uma linha de totais{sums, plural, =0 {} one { (a soma de # coluna confere)} other { (a soma de # colunas confere)}}; é carregada como um registro comum, a menos que você a deixe de fora.',
  'HEADER-DUPLICATE':
    '{count, plural, one {# coluna tem} other {# colunas têm}} o mesmo cabeçalho de outra; um número foi acrescentado para distingui-las.',
  'HEADER-ALIKE':
    '{count, plural, one {# cabeçalho difere} other {# cabeçalhos diferem}} de outro só em maiúsculas ou na forma dos acentos ({example}); ficam como colunas separadas.',
  'HEADER-EMPTY':
    '{count, plural, one {# coluna não tem cabeçalho e é mostrada} other {# colunas não têm cabeçalho e são mostradas}} pela posição.',
  'HEADER-LIKE': 'O cabeçalho na linha {line} contém números e pode ser um registro; confira.',
  'NO-ROWS': 'Não há nada abaixo do cabeçalho: nenhum registro para carregar.',
  'NO-HEADER': 'Nenhum cabeçalho foi encontrado; as colunas são mostradas pela posição.',
  'NUL-CHARACTERS':
    '{count, plural, one {# célula contém} other {# células contêm}} caracteres NUL; eles são mantidos aqui e omitidos nas exportações.',
  'CONTROL-CHARACTERS':
    '{count, plural, one {# célula contém} other {# células contêm}} caracteres que não podem ser mostrados (como {example}); eles são marcados nas exportações.',
  'FEWER-CELLS':
    '{count, plural, one {# registro tem} other {# registros têm}} menos células que o cabeçalho; o restante é tratado como ausente.',
  'DATE-AMBIGUOUS':
    'As datas podem ser lidas com o dia primeiro ({dayFirst}) ou o mês primeiro ({monthFirst}); escolha a ordem.',
  'DATE-SURE':
    '{order, select, mdy {As datas são lidas com o mês primeiro} other {As datas são lidas com o dia primeiro}}: {count, plural, one {# valor não permite} other {# valores não permitem}} outra leitura.',
  'DECIMAL-AMBIGUOUS':
    'O separador decimal não está claro: {dot} valores sugerem ponto, {comma} vírgula; escolha um.',
  'NULL-WORDS':
    '{count, plural, one {# valor como “{word}” é tratado como ausente} other {# valores como “{word}” são tratados como ausentes}}.',
  'CURRENCY-MIXED':
    'Os valores estão em várias moedas ({currencies}); são lidos como números simples, então as somas as misturam.',
  'EMAIL-INVALID':
    '{count, plural, one {# valor não é um e-mail utilizável} other {# valores não são e-mails utilizáveis}} (sem @: {noAt}; vários na mesma célula: {several}; domínio incorreto: {domain}; outros: {other}); mantém-se o que está escrito.',
  'FORMULA-CELLS':
    '{count, plural, one {# célula contém uma fórmula} other {# células contêm fórmulas}}; é usado o resultado salvo.',
  'FORMULA-NO-VALUE':
    '{count, plural, one {# fórmula não tem resultado salvo e é tratada como ausente} other {# fórmulas não têm resultado salvo e são tratadas como ausentes}}; abra o arquivo em um programa de planilhas e salve-o para calculá-las.',
  'ERROR-CELLS':
    '{count, plural, one {# célula contém um erro como {value} e é tratada como ausente} other {# células contêm erros como {value} e são tratadas como ausentes}}.',
  'MERGED-CELLS':
    '{count, plural, one {# intervalo mesclado foi encontrado} other {# intervalos mesclados foram encontrados}}; só a primeira célula de cada um tem valor.',
  'HIDDEN-PARTS':
    '{count, plural, one {# linha ou coluna oculta também foi carregada} other {# linhas ou colunas ocultas também foram carregadas}}.',
  'OTHER-SHEETS':
    '{count, plural, one {# outra planilha tem} other {# outras planilhas têm}} linhas: {names}.',
  'LEADING-ZEROS':
    '{count, plural, one {# valor começa} other {# valores começam}} com zero; a coluna é mantida como texto para que nada se perca.',
  'SHOWN-DIFFERENTLY':
    '{count, plural, one {# número é exibido} other {# números são exibidos}} de forma diferente da armazenada, como {stored} exibido como {shown}; {loaded, select, shown {foi carregado o texto exibido} other {foi carregado o número armazenado}}, o que você pode mudar nos detalhes da coluna.',
  'VALUE-INVALID': 'O valor não serve para a coluna; o registro foi separado.',
  'KEY-MISSING':
    '{count, plural, one {# registro não tem chave de cliente; é carregado, mas não pertence} other {# registros não têm chave de cliente; são carregados, mas não pertencem}} a nenhum cliente.',
  'KEY-DUPLICATE':
    '{count, plural, one {# chave de cliente aparece} other {# chaves de cliente aparecem}} mais de uma vez.',
  'COLUMN-GONE': 'A fonte tinha esta coluna, mas o arquivo não tem; nesta importação faltam os valores dela.',
  'COLUMN-NEW': 'A fonte não tinha esta coluna; ela foi acrescentada.',
  'KEYS-CHANGED':
    '{count, plural, one {# nova chave de cliente tem} other {# novas chaves de cliente têm}} o e-mail, o telefone ou o nome de uma chave que saiu; são carregadas como clientes novos. Se forem as mesmas pessoas, informe isso em “Qualidade dos dados”.',
  'CONSENT-RETURNED':
    '{count, plural, one {# cliente que tinha negado o consentimento o dá} other {# clientes que tinham negado o consentimento o dão}} neste arquivo; vale o que o arquivo diz. Verifique se eles concordaram de novo.',
  'MORE-CELLS': 'O registro tem {cells} células e o cabeçalho só {expected}; ele foi separado.',
  'INVALID-BYTES':
    'O registro contém {count, plural, one {# byte que a codificação não permite} other {# bytes que a codificação não permite}} (o primeiro no byte {offset} do arquivo); ele foi separado.',
  'CELL-TOO-LONG': 'Uma célula tem mais de {limit} caracteres; o registro foi separado.',
  'WRONG-DELIMITER':
    'O registro usa “{delimiter}” como separador, ao contrário do resto do arquivo; ele foi separado.',
  'STRING-INDEX':
    'Uma célula se refere a um texto que a pasta de trabalho não contém ({index}); o registro foi separado.',
  'NOT-A-NUMBER': 'O valor não é um número; o registro foi separado.',
  'NOT-A-DATE': 'O valor não é uma data que existe; o registro foi separado.',
  'NOT-A-BOOLEAN': 'O valor não é sim nem não; o registro foi separado.',
  'CELL-OUT-OF-RANGE': 'Uma célula está fora da planilha ({reference}); o registro foi separado.',
  'TOTALS-LEFT-OUT': 'O registro totaliza os demais; foi deixado de fora, como você pediu.',
  'ERASED-PERSON':
    'O registro é de uma pessoa que foi apagada deste projeto; ele ficou de fora e nenhuma célula foi guardada.',
} satisfies Translated<typeof en>;
