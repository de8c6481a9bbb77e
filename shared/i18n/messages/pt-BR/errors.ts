import type { errors as en } from '../en/errors.ts';
import type { Translated } from '../../translated.ts';

export const errors = {
  'SRC-NOT-A-FILE':
    '{file} é uma pasta ou um dispositivo, não um arquivo. Nada foi importado; escolha o próprio arquivo.',
  'SRC-UNREADABLE':
    'Não foi possível abrir {file}. Verifique se ele ainda existe e se você tem permissão de leitura e tente de novo.',
  'SRC-CHANGED':
    '{file} mudou durante a leitura. Nada foi importado; feche-o nos outros programas e importe de novo.',
  'SRC-WRONG-TYPE':
    'O conteúdo de {file} não corresponde ao nome (encontrado: {found}). Nada foi importado; salve-o de novo como CSV ou XLSX.',
  'SRC-UNSUPPORTED':
    '{file} está em um formato que não pode ser lido (encontrado: {found}). Salve-o como CSV ou XLSX e importe esse arquivo.',
  'SRC-TOO-MANY-COLUMNS':
    '{file} tem colunas demais (encontradas: {found}, limite: {limit}). Nada foi importado; escolha até {limit} colunas para ler ou remova as desnecessárias.',
  'CSV-EMPTY': '{file} está vazio. Nada foi importado; verifique se ele foi salvo por completo.',
  'CSV-BLANK':
    '{file} contém apenas linhas em branco. Nada foi importado; verifique se ele foi salvo por completo.',
  'CSV-BINARY':
    '{file} não é um arquivo de texto: há dados binários na linha {line}. Nada foi importado; exporte a tabela de novo como CSV ou XLSX.',
  'CSV-HTML':
    '{file} é uma página da web com uma tabela, seja qual for a extensão. Nada foi importado; abra-o em um programa de planilhas, salve como XLSX e importe esse arquivo.',
  'CSV-RECORD-TOO-LONG':
    'O registro que começa na linha {line} de {file} passa de {limit} caracteres. Nada foi importado; confira o caractere de aspas e o separador.',
  'CSV-UNCLOSED-QUOTE':
    'As aspas abertas na linha {line} de {file} nunca são fechadas. Nada foi importado; corrija essa linha ou mude o caractere de aspas.',
  'XLSX-ENCRYPTED': '{file} está protegido por senha. Salve-o sem senha e importe esse arquivo.',
  'XLSX-DAMAGED':
    '{file} está danificado e não pôde ser lido. Nada foi importado; abra-o em um programa de planilhas, salve de novo e tente outra vez.',
  'XLSX-UNSAFE':
    'A estrutura de {file} não permite descompactá-lo com segurança. Nada foi importado; salve-o de novo em um programa de planilhas e tente outra vez.',
  'XLSX-TOO-LARGE':
    '{file} fica grande demais ao ser descompactado (limite: {limit}). Nada foi importado; salve a planilha como CSV e importe esse arquivo.',
  'XLSX-NO-ROWS':
    'A planilha “{sheet}” de {file} não tem linhas. Nada foi importado; escolha outra planilha.',
  'XLS-TOO-LARGE':
    '{file} exige mais do que se concede a planilhas antigas (limite: {limit}). Nada foi importado; abra-o em um programa de planilhas, salve como XLSX e importe esse arquivo.',
  'ZIP-SEVERAL':
    '{file} contém vários arquivos ({names}) e não está claro qual deles importar. Nada foi importado; descompacte-o e importe os arquivos um a um ou juntos.',
  'ZIP-NO-TABLE':
    '{file} não contém nenhuma tabela de texto (encontrado: {found}). Nada foi importado; descompacte-o e importe a própria planilha.',
  'ZIP-DAMAGED':
    '{file} está danificado e não pôde ser descompactado até o fim. Nada foi importado; baixe-o ou compacte-o de novo.',
  'ZIP-TOO-LARGE':
    '{file} fica grande demais ao ser descompactado (limite: {limit}). Nada foi importado; descompacte-o e importe o arquivo que está dentro.',
  'PROJECT-NOT-OURS':
    '{file} não é um projeto do Clientela: {kind, select, empty {está vazio} zeros {só contém zeros, como depois de uma cópia malsucedida} text {é um arquivo de texto} database {é um banco de dados de outro programa} unknown {o conteúdo é desconhecido} other {é um arquivo {kind}}}. O arquivo ficou como estava; escolha um arquivo terminado em .clientela.',
  'PROJECT-NEWER':
    '{file} foi salvo por uma versão mais nova do Clientela (formato dele: {found}; esta versão lê até {limit}). O arquivo ficou como estava; instale a versão mais nova para abri-lo.',
  'PROJECT-DAMAGED':
    '{file} está danificado. O arquivo ficou como estava; salve o que puder ser lido em um novo projeto ou abra uma cópia de segurança.',
  'PROJECT-FOREIGN-PART':
    '{file} contém uma parte que o Clientela não criou ({kind, select, trigger {gatilho} view {visão} virtual {tabela virtual} index {índice} other {tabela}} “{found}”). O arquivo não foi aberto e nada nele foi executado; abra uma cópia de segurança do projeto.',
  'PROJECT-FOREIGN-JOURNAL':
    'Ao lado de {file} está {found}, que pertence a outro estado do arquivo ou a outro projeto. Nada foi aberto nem alterado; mova {found} para outra pasta e abra o projeto de novo.',
  'PROJECT-UNREACHABLE':
    'Não é possível acessar {file}: a unidade pode ter sido removida, seu espaço permitido pode ter acabado ou o acesso foi negado. O que já estava salvo continua intacto; reconecte a unidade e abra o projeto de novo.',
  'PROJECT-READ-ONLY-PLACE':
    '{file} está em um lugar onde nada pode ser gravado e {reason, select, older {foi salvo por uma versão anterior e precisa ser atualizado} other {não foi fechado corretamente e precisa ser posto em ordem}} antes. Copie-o, com os arquivos de mesmo nome ao lado, para uma pasta sua e abra a cópia.',
  'SALVAGE-NOTHING':
    'Não foi possível ler nada de {file}. O arquivo ficou como estava; abra uma cópia de segurança do projeto.',
  'PROJECT-IN-USE': '{file} já está aberto em outro lugar ({owner}). Feche-o lá e abra de novo.',
  'PROJECT-READ-ONLY':
    'Este projeto está aberto somente para leitura, e nada foi alterado. Salve uma cópia em uma pasta em que você possa gravar.',
  'PROJECT-MISSING': '{file} não está mais lá. Ele pode ter sido movido ou renomeado; localize-o com Abrir.',
  'PROJECT-NONE-OPEN': 'Nenhum projeto está aberto. Abra um projeto ou crie um novo.',
  'PROJECT-EXISTS': '{file} já existe e não foi sobrescrito. Escolha outro nome.',
  'DISK-FULL':
    '{drive} tem pouco espaço livre (livre: {freeMb} MB, necessário: {neededMb} MB). O que já estava salvo continua intacto; libere espaço e tente de novo.',
  'SOURCE-UNKNOWN': 'Esta fonte não está mais no projeto. Nada foi alterado.',
  'SOURCE-NO-KEY':
    '“{source}” não tem chave de cliente. Nada foi importado; marque a coluna que identifica cada cliente.',
  'SOURCE-NO-DATE':
    '“{source}” não tem coluna de data. Nada foi importado; marque a coluna com a data de cada pedido.',
  'SOURCE-NO-AMOUNT':
    '“{source}” não tem valor. Nada foi importado; marque a coluna de valor, ou quantidade e preço unitário.',
  'FIELD-UNKNOWN': 'A coluna “{column}” não está nesta fonte. Nada foi alterado; confira o mapeamento.',
  'SRC-ALREADY-IMPORTED':
    '{file} já está neste projeto: foi importado como “{source}” em {date}. Nada foi importado; escolha “Importar mesmo assim” se quiser o arquivo duas vezes.',
  'SNAPSHOT-UNKNOWN': 'Esta importação da fonte não está mais no projeto. Nada foi alterado.',
  'SNAPSHOT-IN-USE': 'Esta é a importação em uso, por isso não foi removida. Escolha outra antes.',
  'SNAPSHOT-OTHER-TABLE':
    '{file} não tem nenhuma das colunas de “{source}”. Nada foi importado; importe o arquivo como uma fonte própria.',
  'STEP-UNKNOWN': 'Esta correção não está mais no projeto. Nada foi alterado.',
  'STEP-UNFIT':
    'Esta correção não serve para a coluna “{column}”. Nada foi alterado; verifique o valor e o tipo da coluna.',
  'CORRECTION-INVALID':
    'O registro {record} ainda não pode ser carregado: a coluna “{column}” não aceita o valor. Nada foi alterado; corrija essa célula.',
  'NO-CUSTOMERS': 'O projeto ainda não tem clientes. Importe primeiro clientes ou transações.',
  'NO-CUSTOMER-VALUE':
    'O valor do cliente não foi estimado para estes clientes. Ative-o nas variáveis e deixe calcular.',
  'FEATURE-UNKNOWN':
    'A variável “{feature}” não está neste projeto. Nada foi calculado; escolha uma da lista.',
  'FEATURE-EXISTS': 'Já existe uma variável “{name}”. Nada foi alterado; escolha outro nome.',
  'FEATURE-NEEDED': '“{name}” é usada por “{by}”. Nada foi alterado; altere ou remova antes essa variável.',
  'FEATURE-UNFIT':
    '“{feature}” não serve aqui: {wanted, select, number {é preciso uma variável numérica} several {são precisos pelo menos dois itens} order {a menor resposta deve ficar abaixo da maior} alike {são precisas variáveis para comparar clientes} cuts {os pontos de corte devem ser diferentes e crescentes} other {o tipo é outro}}. Nada foi alterado.',
  'FORMULA-SYNTAX':
    'Não foi possível ler a fórmula no caractere {at}, perto de “{found}”. Nomes com espaços ficam entre colchetes: [Ticket médio].',
  'FORMULA-ENDS':
    'A fórmula termina cedo demais, no caractere {at}: {wanted, select, value {ainda falta um número ou uma variável} parenthesis {falta fechar um parêntese} bracket {falta o colchete ] que fecha um nome} other {faltam as aspas que fecham um texto}}.',
  'FORMULA-NAME':
    '“{name}”, no caractere {at}, não é uma variável deste projeto nem uma função. Nomes com espaços ficam entre colchetes.',
  'FORMULA-AMBIGUOUS':
    '“{name}”, no caractere {at}, pode ser qualquer uma destas variáveis: {names}. Escreva exatamente como a que você quer usar.',
  'FORMULA-ARGUMENTS':
    '“{name}”, no caractere {at}, precisa de {least, plural, one {# valor} other {# valores}} entre parênteses; encontrados: {found}.',
  'FORMULA-UNITS':
    'No caractere {at}, {left, select, money {um valor em dinheiro} days {dias} years {anos} count {uma quantidade} share {uma proporção} other {uma unidade}} e {right, select, money {um valor em dinheiro} days {dias} years {anos} count {uma quantidade} share {uma proporção} other {outra unidade}} não podem ser somados nem comparados. Divida, multiplique ou use variáveis da mesma unidade.',
  'FORMULA-TYPE':
    'No caractere {at} {wanted, select, number {é preciso um número, não um texto} condition {é preciso uma condição, como frequency > 1} same {um número e um texto não podem ser comparados} other {textos só podem ser comparados com = e ≠}}.',
  'FORMULA-CYCLE': '“{name}” precisaria de si mesma. Nada foi alterado; retire-a da fórmula.',
  'REFERENCE-UNKNOWN':
    'Este projeto não tem mais essa referência. Nada foi alterado; abra de novo a lista de referências.',
  'REFERENCE-LEVEL':
    '“{level}” não é uma faixa de números. A referência não foi guardada; escreva o nível como 18–24, <18 ou 65+.',
  'TOO-FEW-CUSTOMERS':
    'Há poucos clientes com valores nas variáveis escolhidas (encontrados: {found}, necessários: {limit}). Nada foi calculado; escolha variáveis com menos lacunas.',
  'TOO-FEW-FEATURES':
    'Poucas variáveis foram escolhidas (escolhidas: {found}, necessárias: {limit}). Escolha mais em Variáveis.',
  'MIXTURE-NO-NUMBER':
    'Uma mistura gaussiana olha números com mais de dois valores diferentes, e nenhuma das variáveis escolhidas é assim: sim/não, categorias e constantes ficam de fora. Nada foi calculado; escolha um número desses em Variáveis, ou k-medoides ou k-protótipos como método.',
  'K-TOO-LARGE':
    'Não há clientes diferentes o bastante para esse número de segmentos (pedido: {k}, possível: {limit}). Escolha um número menor.',
  'TIME-TOO-SHORT':
    'Nenhuma solução ficou pronta em {found} s. Nada foi colocado em uso; dê mais tempo ou use menos variáveis e métodos.',
  'NO-GROUPS':
    'Não há grupos claros nestas variáveis: clientes sem grupos se separariam tão bem quanto estes. Nada foi colocado em uso; use faixas de valor ou segmentos RFM, se o projeto souber quanto os clientes valem, ou indique você um método para uma divisão apenas prática.',
  'VALUE-TOO-LARGE':
    '“{column}” contém um valor grande demais para o cálculo. Nada foi calculado; corrija o valor ou deixe essa variável de fora.',
  'MODEL-MISSING':
    'Estes segmentos não guardam o modelo: foram feitos por uma versão anterior, ou o único cliente de um deles foi apagado. Execute a segmentação de novo.',
  'METHOD-UNKNOWN': 'O método “{method}” não está disponível. Nada foi calculado; escolha um da lista.',
  'SEGMENTATION-UNKNOWN': 'Esta segmentação não está mais no projeto. Nada foi alterado.',
  'SEGMENT-UNKNOWN': 'Este segmento não está mais no projeto. Nada foi alterado.',
  'PERSONA-UNKNOWN': 'Esta persona não está mais no projeto. Nada foi alterado.',
  'CUSTOMER-UNKNOWN': 'Este cliente não está em nenhuma das fontes do projeto. Nada foi alterado.',
  'ERASE-FILE-READ':
    'O cliente foi apagado, mas outro programa está lendo {file}, e dados antigos podem continuar no arquivo. Feche esse programa e depois este projeto: ao fechar, eles são removidos.',
  'CAMPAIGN-UNKNOWN': 'Esta campanha não está mais no projeto. Nada foi alterado.',
  'ACTION-UNKNOWN': 'Esta ação não está mais no plano. Nada foi alterado.',
  'PLAYBOOK-BROKEN':
    'O guia de ações {file} não pode ser usado (em: {field}). Nenhum plano foi feito; corrija o arquivo ou reinstale o Clientela.',
  'RULE-MISSING':
    'Nenhuma regra curta descreve este segmento. Salve as regras de todos os segmentos: elas classificam cada cliente.',
  'RULE-FORMULA-LONG':
    'Em uma só fórmula são {found} caracteres, e o Excel aceita no máximo {limit}. Nada foi escrito. Escolha outra forma, como SQL ou JSON; nomes de coluna mais curtos no arquivo encurtam a fórmula.',
  'NO-SEGMENTS': 'Ainda não há segmentos em uso. Escolha uma solução em Explorar e use os segmentos dela.',
  'NO-PLAN': 'Ainda não há plano de campanha. Proponha um em Campanhas.',
  'FILE-UNKNOWN': 'O arquivo escolhido não é mais conhecido. Escolha-o de novo.',
  'JOB-UNKNOWN': 'Esta tarefa já terminou.',
  'JOB-CANCELLED': 'Cancelado. O projeto está como antes.',
  'EXPORT-TARGET':
    '{reason, select, project {{file} é o projeto aberto, e nada foi gravado. Escolha outro nome.} folder {{file} é uma pasta, e nada foi gravado. Dê um nome ao arquivo.} reserved {{file} é um nome reservado pelo sistema, e nada foi gravado. Escolha outro nome.} exists {{file} já existe e não foi sobrescrito. Escolha outro nome.} missing {A pasta de {file} não existe, e nada foi gravado. Escolha outra pasta.} denied {Não foi possível gravar {file}: a pasta é somente leitura ou o arquivo está aberto em outro programa. Escolha outra pasta ou feche o arquivo.} other {Não foi possível gravar {file}. Escolha outro nome ou outra pasta.}}',
  'INPUT-INVALID':
    'O valor de {field} não foi aceito (encontrado: {found}). Nada foi alterado; corrija e tente de novo.',
  'NOTHING-TO-UNDO': 'Não há nada para desfazer.',
  'NOTHING-TO-REDO': 'Não há nada para refazer.',
  'RUN-UNKNOWN': 'Este resultado não está mais no projeto. Calcule-o de novo.',
  'RECIPE-INVALID':
    'A receita {file} não é válida (em: {field}). Nada foi executado; corrija e tente de novo.',
  'ENGINE-STOPPED':
    'O processo de cálculo parou e foi reiniciado. O que estava salvo continua intacto; repita o último passo.',
  BUG: 'Aconteceu algo inesperado no Clientela. O que estava salvo continua intacto; repita o último passo e relate o problema se ele voltar.',
  place: {
    sheet: 'planilha “{sheet}”',
    record: 'registro {record}',
    line: 'linha {line}',
    column: 'coluna “{column}”',
  },
} satisfies Translated<typeof en>;
