// One door to the written forms of a rule book.
import { AppError } from '../../../../shared/errors.ts';
import type { RuleForm } from '../../../../shared/model/ruleForm.ts';
import { stableJson } from '../json.ts';
import type { Words } from '../words.ts';
import { segmentFormula, treeFormula } from './formula.ts';
import { segmentWords, treeWords } from './inWords.ts';
import { segmentPmml, treePmml } from './pmml.ts';
import type { RuleBook, RuledSegment } from './ruleBook.ts';
import { segmentSql, treeSql } from './sql.ts';

const RULES_SCHEMA_VERSION = 1;

/** The tree and all rules, or one segment's rule, for programs. */
function rulesJson(book: RuleBook, segment: RuledSegment | null): string {
  const schema = { schema: 'clientela.rules', schemaVersion: RULES_SCHEMA_VERSION };
  return stableJson(segment === null ? { ...schema, ...book } : { ...schema, segments: [segment] });
}

/**
 * @param segment index of the one segment whose rule is wanted; null = the tree that places everyone
 * @throws AppError RULE-MISSING when no short rule describes that segment; RULE-FORMULA-LONG for the form formula
 */
export function writeRules(book: RuleBook, form: RuleForm, segment: number | null, words: Words): string {
  if (segment === null) {
    if (form === 'json') return rulesJson(book, null);
    if (form === 'sql') return treeSql(book);
    if (form === 'formula') return treeFormula(book);
    return form === 'pmml' ? treePmml(book) : treeWords(book, words);
  }
  const found = book.segments[segment];
  if (!found?.rule) throw new AppError('RULE-MISSING');
  const ruled: RuledSegment = { ...found, rule: found.rule };
  if (form === 'json') return rulesJson(book, ruled);
  if (form === 'sql') return segmentSql(ruled);
  if (form === 'formula') return segmentFormula(ruled);
  return form === 'pmml' ? segmentPmml(book, ruled) : segmentWords(book, ruled, words);
}
