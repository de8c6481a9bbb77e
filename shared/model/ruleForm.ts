// The forms in which the rules of segments are written.
import { z } from 'zod';

export const RULE_FORMS = ['words', 'sql', 'formula', 'json', 'pmml'] as const;
export const RuleForm = z.enum(RULE_FORMS);
export type RuleForm = z.infer<typeof RuleForm>;
