// What the fitted models of customer value expect of one customer, known or made up.
import { AppError } from '../../../shared/errors.ts';
import type { CustomerValueReport } from '../../../shared/model/customerValue.ts';
import { bgNbdModel } from '../analysis/clv/bgNbd.ts';
import { expectedSpend } from '../analysis/clv/gammaGamma.ts';
import { paretoNbdModel } from '../analysis/clv/paretoNbd.ts';
import type { PurchaseModel } from '../analysis/clv/purchaseModel.ts';
import { currentFeatures } from '../db/featureTable.ts';
import type { Query } from '../procedures.ts';

function modelOf({ settings, parameters }: CustomerValueReport): PurchaseModel {
  const { r = NaN, alpha = NaN, a = NaN, b = NaN, s = NaN, beta = NaN } = parameters;
  return settings.model === 'bgnbd' ? bgNbdModel({ r, alpha, a, b }) : paretoNbdModel({ r, alpha, s, beta });
}

const NEW_CUSTOMER = { repeats: 0, lastWeeks: 0, watchedWeeks: 0, meanAmount: undefined };

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

export const expectOfCustomer: Query<'features.expect'> = (db, { of = NEW_CUSTOMER, weeks }) => {
  const report = currentFeatures(db)?.summary.customerValue;
  if (!report || report.logLikelihood === null) throw new AppError('NO-CUSTOMER-VALUE');
  const model = modelOf(report);
  const { repeats, lastWeeks: last, watchedWeeks: watched, meanAmount = NaN } = of;
  const record = { repeats, last, watched };
  return {
    alive: finite(model.alive(record)),
    ahead: weeks.map((time) => ({ weeks: time, purchases: finite(model.expected(record, time)) })),
    amount: report.spending && finite(expectedSpend(report.spending.parameters, repeats, meanAmount)),
  };
};
