// One walk through the whole contract: every procedure in the order in which a project grows. A procedure without a
// check does not compile. What a check returns must be the same over every transport.
import { expect } from 'vitest';
import type { EngineClient, ProcedureName } from '../../shared/contract/index.ts';
import type { CheckReport } from '../../shared/model/check.ts';
import type { Campaign } from '../../shared/model/campaign.ts';
import type { RecordedStep } from '../../shared/model/step.ts';
import { finish, importInput, NOW, refusalOf, refused, SEED, TWO_SEGMENTS } from '../support/engine.ts';
import type { JobWatch } from '../support/engine.ts';
import { CUSTOMERS, customersCsv, keyOf, ORDERS, ordersCsv } from '../support/engineData.ts';
import type { Transport } from '../support/transports.ts';
import { definitionChecks } from './walkDefinitions.ts';
import { referenceChecks } from './walkReferences.ts';

export interface Walk {
  readonly transport: Transport;
  readonly client: EngineClient;
  readonly watch: JobWatch;
}

type Check = (walk: Walk) => Promise<unknown>;

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');
const AT = NOW.toISOString();
const ended = (walk: Walk, started: Promise<{ readonly jobId: string }>): Promise<unknown> =>
  finish(walk.watch, started);

/** Loyal customers are the first half; clusters are numbered by size, equal ones by the smaller centroid. */
const CLUSTERS = Array.from({ length: CUSTOMERS }, (_, at) => (at < CUSTOMERS / 2 ? 1 : 0));

const plain = ({ buffer, byteOffset, byteLength }: ArrayBufferView): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');
const only = (campaigns: readonly Campaign[]): Campaign => {
  expect(campaigns).toHaveLength(1);
  return campaigns[0] as Campaign;
};

const appAndProject = {
  'app.settings': async ({ client }) => {
    const settings = await client.app.settings();
    expect(settings).toEqual({ locale: null, theme: 'system' });
    return settings;
  },
  'app.setSettings': async ({ client }) => {
    await client.app.setSettings({ locale: 'ca', theme: 'dark' });
    const settings = await client.app.settings();
    expect(settings).toEqual({ locale: 'ca', theme: 'dark' });
    return settings;
  },
  'jobs.list': async ({ client }) => {
    const jobs = await client.jobs.list();
    expect(jobs).toEqual([]);
    return jobs;
  },
  'project.recent': async ({ client }) => {
    const recent = await client.project.recent();
    expect(recent).toEqual([]);
    return recent;
  },
  'project.current': async ({ client }) => {
    const project = await client.project.current();
    expect(project).toBeNull();
    return project;
  },
  'project.create': async ({ client, transport }) => {
    const target = await transport.target('Shop.clientela');
    await client.project.create({ target, name: 'Shop', locale: 'en', currency: 'EUR' });
    const project = await client.project.current();
    const todo = 'todo' as const;
    expect(project).toEqual({
      name: 'Shop',
      fileName: 'Shop.clientela',
      readOnly: false,
      cautions: [],
      savedAt: expect.any(String) as string,
      settings: {
        locale: 'en',
        currency: 'EUR',
        analysisDate: null,
        returns: 'exclude',
        missing: 'median',
        seed: SEED,
        weighting: { on: false, cap: 3 },
      },
      steps: {
        data: todo,
        features: todo,
        explore: todo,
        segments: todo,
        personas: todo,
        campaigns: todo,
        results: todo,
        report: todo,
      },
      customers: 0,
      orders: 0,
      snapshot: null,
      sources: 0,
      segments: 0,
      undo: null,
      redo: null,
    });
    return { ...project, savedAt: '' };
  },
  'events.watch': async ({ client, watch }) => {
    await client.project.rename({ name: 'Corner shop' });
    const changes = () =>
      watch.events.filter((event) => event.type !== 'changed' || event.tables[0] !== 'app');
    await expect.poll(changes).toEqual([
      { type: 'project', open: true },
      { type: 'changed', tables: ['setting'] },
      { type: 'changed', tables: ['setting', 'change'] },
    ]);
  },
  'project.rename': async ({ client }) => {
    await client.project.rename({ name: 'Shop' });
    expect((await client.project.current())?.name).toBe('Shop');
  },
  'project.setSettings': async ({ client }) => {
    await client.project.setSettings({ currency: 'USD', missing: 'exclude' });
    const settings = (await client.project.current())?.settings;
    expect(settings).toEqual({
      locale: 'en',
      currency: 'USD',
      analysisDate: null,
      returns: 'exclude',
      missing: 'exclude',
      seed: SEED,
      weighting: { on: false, cap: 3 },
    });
    return settings;
  },
} satisfies Partial<Record<ProcedureName, Check>>;

const dataAndFeatures = {
  'sources.inspect': async ({ client, transport }) => {
    const file = await transport.file('customers.csv', bytes(customersCsv()));
    const inspection = await client.sources.inspect({ file, overrides: {} });
    expect([inspection.fileName, inspection.kind, inspection.complete, inspection.asks]).toEqual([
      'customers.csv',
      'customers',
      true,
      [],
    ]);
    expect(inspection.columns.map(({ name, type, role, pii }) => [name, type, role, pii])).toEqual([
      ['Customer', 'text', 'customerKey', null],
      ['E-mail', 'text', 'contact', 'email'],
      ['E-mail consent', 'boolean', 'consent', null],
      ['City', 'category', 'feature', null],
      ['Age', 'number', 'feature', null],
    ]);
    expect(await refusalOf(client.sources.inspect({ file: 'no-such-handle', overrides: {} }))).toEqual(
      refused('FILE-UNKNOWN'),
    );
    return inspection;
  },
  'sources.import': async (walk) => {
    const { client, transport, watch } = walk;
    const results: unknown[] = [];
    const files = { 'customers.csv': customersCsv(), 'orders.csv': `${ordersCsv()}1,soon,K001,5,shop\n` };
    for (const [name, text] of Object.entries(files)) {
      const file = await transport.file(name, bytes(text));
      const input = await importInput(client, file, name);
      results.push(
        await ended(walk, client.sources.import({ ...input, remember: name === 'customers.csv' })),
      );
    }
    expect(results).toEqual([
      {
        sourceId: 1,
        runId: expect.any(Number) as number,
        records: { read: CUSTOMERS, loaded: CUSTOMERS, rejected: 0, blank: 0 },
        issues: [],
      },
      {
        sourceId: 2,
        runId: expect.any(Number) as number,
        records: { read: ORDERS + 1, loaded: ORDERS, rejected: 1, blank: 0 },
        issues: [],
      },
    ]);
    const states = watch.events.flatMap((event) =>
      event.type === 'job' && event.job.id === 'job-1' ? [event.job.state] : [],
    );
    expect([...new Set(states)]).toEqual(['running', 'done']);
    const jobs = await client.jobs.list();
    expect(jobs.map(({ id, kind, state, progress }) => [id, kind, state, progress])).toEqual([
      ['job-2', 'sources.import', 'done', { phase: 'finishing', share: 1 }],
      ['job-1', 'sources.import', 'done', { phase: 'finishing', share: 1 }],
    ]);
    return results;
  },
  'sources.check': async (walk) => {
    const { client, transport } = walk;
    const file = await transport.file('again.csv', bytes(`${ordersCsv()}1,soon,K001,5,shop\n`));
    const { settings, columns } = await importInput(client, file, 'again');
    const report = await ended(walk, client.sources.check({ file, settings, columns }));
    const reject = {
      record: ORDERS + 1,
      line: ORDERS + 2,
      column: 'Date',
      value: 'soon',
      code: 'NOT-A-DATE',
      args: {},
      cells: ['1', 'soon', 'K001', '5', 'shop'],
    };
    const lines = ordersCsv().trimEnd().split('\n').slice(1);
    expect(report).toEqual({
      records: { read: ORDERS + 1, loaded: ORDERS, rejected: 1, blank: 0 },
      issues: [],
      rejects: [reject],
      groups: [{ first: reject, lines: [ORDERS + 2], count: 1 }],
      columns: expect.any(Array) as unknown,
      newest: lines
        .map((line) => line.split(',')[1] ?? '')
        .toSorted()
        .at(-1),
    });
    const { columns: checked } = report as CheckReport;
    const different = (at: number): number => new Set(lines.map((line) => line.split(',')[at])).size;
    expect(checked.map(({ missing, invalid, distinct }) => [missing, invalid, distinct])).toEqual([
      [0, 0, ORDERS],
      [0, 1, different(1)],
      [0, 0, CUSTOMERS],
      [0, 0, different(3)],
      [0, 0, 2],
    ]);
    expect((await client.sources.list()).length).toBe(2);
    return report;
  },
  'sources.exportIssues': async (walk) => {
    const target = await walk.transport.target('issues.csv');
    const rows = [
      ['What', 'Lines'],
      ['=1+1', '7, 9'],
    ];
    const result = await ended(walk, walk.client.sources.exportIssues({ target, rows }));
    const written = await walk.transport.delivered(target, 'issues.csv');
    expect(result).toEqual({ bytes: written.length });
    expect(written.toString('utf8')).toBe('\uFEFFWhat,Lines\r\n\'=1+1,"7, 9"\r\n');
    return written.toString('utf8');
  },
  'layouts.list': async ({ client, transport }) => {
    const list = await client.layouts.list();
    const id = expect.stringMatching(/^[0-9a-f]{16}$/) as string;
    const name = 'customers.csv';
    expect(list).toEqual([{ id, name, savedAt: AT, kind: 'customers', columns: 5 }]);
    const file = await transport.file('next.csv', bytes(customersCsv().replaceAll(',', ';')));
    const { layout, known, columns } = await client.sources.inspect({ file, overrides: {}, layout: 'auto' });
    expect(layout).toEqual({ id, name, savedAt: AT, matched: 5, columns: 5 });
    expect(known).toEqual({ sourceId: 1, name, importedAt: AT, match: 'shape' });
    expect(columns.map(({ reasons }) => reasons)).toEqual(columns.map(() => [{ code: 'remembered' }]));
    const plain = await client.sources.inspect({ file, overrides: {} });
    expect([plain.layout, plain.columns[0]?.reasons[0]?.code]).toEqual([undefined, 'headerWord']);
    const same = await transport.file('same.csv', bytes(customersCsv()));
    expect((await client.sources.inspect({ file: same, overrides: {} })).known?.match).toBe('file');
    return list;
  },
  'layouts.forget': async ({ client }) => {
    const [layout] = await client.layouts.list();
    await client.layouts.forget({ id: layout?.id ?? '' });
    expect(await client.layouts.list()).toEqual([]);
  },
  'sources.list': async ({ client }) => {
    const sources = await client.sources.list();
    expect(
      sources.map(({ id, name, kind, fileName, importedAt, asOf, records }) => ({
        id,
        name,
        kind,
        fileName,
        importedAt,
        asOf,
        records,
      })),
    ).toEqual([
      {
        id: 1,
        name: 'customers.csv',
        kind: 'customers',
        fileName: 'customers.csv',
        importedAt: AT,
        asOf: null,
        records: { read: CUSTOMERS, loaded: CUSTOMERS, rejected: 0, blank: 0 },
      },
      {
        id: 2,
        name: 'orders.csv',
        kind: 'transactions',
        fileName: 'orders.csv',
        importedAt: AT,
        asOf: '2025-12-24',
        records: { read: ORDERS + 1, loaded: ORDERS, rejected: 1, blank: 0 },
      },
    ]);
    return sources;
  },
  'sources.rows': async ({ client }) => {
    const page = await client.sources.rows({ sourceId: 1, offset: 1, limit: 2 });
    expect(page).toEqual({
      total: CUSTOMERS,
      rows: [
        { record: 2, line: 3, cells: ['K002', 'k2@shop.invalid', 'yes', 'Vic', '22'] },
        { record: 3, line: 4, cells: ['K003', 'k3@shop.invalid', 'yes', 'Olot', '23'] },
      ],
    });
    const some = await client.sources.rows({ sourceId: 1, offset: 1, limit: 1, positions: [3, 0] });
    expect(some.rows).toEqual([{ record: 2, line: 3, cells: ['Vic', 'K002'] }]);
    const strange = client.sources.rows({ sourceId: 1, offset: 0, limit: 1, positions: [99] });
    expect(await refusalOf(strange)).toEqual(refused('FIELD-UNKNOWN', { column: '100' }));
    const found = await client.sources.rows({
      sourceId: 1,
      offset: 0,
      limit: 3,
      view: {
        filters: [{ position: 4, op: 'between', from: null, to: 60 }],
        match: 'all',
        search: 'vic',
        sort: [{ position: 4, descending: true }],
      },
    });
    expect([found.total, found.rows.map(({ cells }) => cells[0])]).toEqual([36, ['K040', 'K038', 'K036']]);
    return [page, found];
  },
  'sources.rejects': async ({ client }) => {
    const rejects = await client.sources.rejects({ sourceId: 2, offset: 0, limit: 10 });
    expect(rejects).toEqual({
      total: 1,
      rejects: [
        {
          record: ORDERS + 1,
          line: ORDERS + 2,
          column: 'Date',
          value: 'soon',
          code: 'NOT-A-DATE',
          args: {},
          cells: ['1', 'soon', 'K001', '5', 'shop'],
        },
      ],
    });
    return rejects;
  },
  'sources.placeOfLine': async ({ client }) => {
    const view = {
      filters: [],
      match: 'all' as const,
      search: '',
      sort: [{ position: 0, descending: true }],
    };
    const last = await client.sources.placeOfLine({ sourceId: 1, line: 2, view });
    expect(last).toEqual({ place: CUSTOMERS - 1 });
    const plain = { ...view, sort: [] };
    expect(await client.sources.placeOfLine({ sourceId: 1, line: 4, view: plain })).toEqual({ place: 2 });
    const elsewhere = { ...plain, search: 'k001' };
    expect(await client.sources.placeOfLine({ sourceId: 1, line: 4, view: elsewhere })).toEqual({
      place: null,
    });
    expect(await client.sources.placeOfLine({ sourceId: 1, line: 1, view })).toEqual({ place: null });
    return last;
  },
  'sources.columnSummary': async ({ client }) => {
    const city = await client.sources.columnSummary({ sourceId: 1, position: 3 });
    const half = CUSTOMERS / 2;
    const texts = [
      { text: 'Olot', count: half },
      { text: 'Vic', count: half },
    ];
    expect(city).toEqual({ missing: 0, distinct: 2, texts, range: null });
    const age = await client.sources.columnSummary({ sourceId: 1, position: 4 });
    expect([age.range?.min, age.range?.max, age.range?.bars.reduce((sum, count) => sum + count)]).toEqual([
      20,
      69,
      CUSTOMERS,
    ]);
    expect(await refusalOf(client.sources.columnSummary({ sourceId: 1, position: 9 }))).toEqual(
      refused('FIELD-UNKNOWN'),
    );
    return [city, age];
  },
  'sources.exportRows': async (walk) => {
    const { transport, client } = walk;
    const target = await transport.target('table.csv');
    const input = {
      sourceId: 1,
      view: {
        filters: [{ position: 3, op: 'is' as const, text: 'vic' }],
        match: 'all' as const,
        search: '',
        sort: [{ position: 4, descending: true }],
      },
      asImported: false,
      positions: [4, 1, 0],
      format: 'csv' as const,
      personal: false,
      target,
    };
    const result = await ended(walk, client.sources.exportRows(input));
    const written = await transport.delivered(target, 'table.csv');
    const [header, first, ...rest] = written.toString('utf8').trimEnd().split('\r\n');
    expect([header, first, rest.length]).toEqual(['\uFEFFAge,Customer', '68,K048', CUSTOMERS / 2 - 1]);
    expect(result).toEqual({ bytes: written.length, rows: CUSTOMERS / 2, columns: 2 });
    return result;
  },
  'sources.issues': async ({ client }) => {
    const page = { sourceId: 2, offset: 0, limit: 10 };
    const rejected = {
      severity: 'rejected',
      code: 'NOT-A-DATE',
      args: {},
      column: 'Date',
      value: 'soon',
      record: ORDERS + 1,
      lines: [ORDERS + 2],
      count: 1,
      cells: ['1', 'soon', 'K001', '5', 'shop'],
      corrected: false,
    };
    const all = await client.sources.issues(page);
    const groups = [{ severity: 'rejected', code: 'NOT-A-DATE', column: 'Date', count: 1 }];
    const inFile = [0, 1, 2, 3, 4];
    expect(all).toEqual({ total: 1, issues: [rejected], groups, inFile });
    const checks = await client.sources.issues({ ...page, severity: 'check' });
    expect(checks).toEqual({ total: 0, issues: [], groups, inFile });
    const other = await client.sources.issues({ ...page, column: 'Amount' });
    expect(other).toEqual({ total: 0, issues: [], groups, inFile });
    return all;
  },
  'sources.exportMessages': async (walk) => {
    const target = await walk.transport.target('messages.csv');
    await ended(walk, walk.client.sources.exportMessages({ sourceId: 2, target }));
    const written = (await walk.transport.delivered(target, 'messages.csv')).toString('utf8');
    expect(written.trimEnd().split('\r\n')).toEqual([
      '\uFEFFCode,Message,File,Sheet,Record,Line,Column,Value,Outcome,What to do',
      `NOT-A-DATE,"The value is not a date that exists; the record was kept aside.",orders.csv,,281,282,Date,soon,"rejected, kept aside",Correct under “Rejected” or change the type`,
    ]);
    return written;
  },
  'sources.exportRejects': async (walk) => {
    const target = await walk.transport.target('rejects.csv');
    const result = await ended(walk, walk.client.sources.exportRejects({ sourceId: 2, target }));
    const written = await walk.transport.delivered(target, 'rejects.csv');
    expect(result).toEqual({ bytes: written.length });
    expect(written.toString('utf8').trimEnd().split('\r\n')[1]).toMatch(
      /^281,282,Date,soon,.+,1,soon,K001,5,shop$/,
    );
    const none = await walk.transport.target('amounts.csv');
    await ended(walk, walk.client.sources.exportRejects({ sourceId: 2, target: none, column: 'Amount' }));
    expect(
      (await walk.transport.delivered(none, 'amounts.csv')).toString('utf8').trimEnd().split('\r\n'),
    ).toHaveLength(1);
    return written.toString('utf8');
  },
  'sources.rename': async ({ client }) => {
    await client.sources.rename({ sourceId: 2, name: 'Orders 2025' });
    expect((await client.sources.list()).map((source) => source.name)).toEqual([
      'customers.csv',
      'Orders 2025',
    ]);
    expect(await refusalOf(client.sources.rename({ sourceId: 99, name: 'x' }))).toEqual(
      refused('SOURCE-UNKNOWN'),
    );
  },
  'sources.join': async ({ client }) => {
    const join = await client.sources.join();
    expect(join).toEqual({
      customersInTable: CUSTOMERS,
      customersInTransactions: CUSTOMERS,
      both: CUSTOMERS,
      withoutTransactions: 0,
      withoutCustomerRow: 0,
      transactionRows: ORDERS,
      rowsWithoutKey: 0,
      duplicateKeys: 0,
    });
    return join;
  },
  'sources.joinPreview': async ({ client, transport }) => {
    const text = `Member,Tier\n${keyOf(1)},gold\n${keyOf(2)},gold\nK9999,silver\n`;
    const file = await transport.file('tiers.csv', bytes(text));
    const { settings, columns } = await importInput(client, file, 'tiers');
    const files = [{ file, name: 'tiers', kind: 'customers' as const, settings, columns }];
    const preview = await client.sources.joinPreview({ files });
    const rest = { both: 2, onlyA: 1, onlyB: CUSTOMERS - 2, examplesA: ['K9999'] };
    const examplesB = [keyOf(3), keyOf(4), keyOf(5)];
    expect(preview).toEqual({
      pairs: [
        { a: 'tiers', b: 'customers.csv', ...rest, examplesB },
        { a: 'tiers', b: 'Orders 2025', ...rest, examplesB },
      ],
      rows: null,
    });
    return preview;
  },
  'sources.setField': async ({ client }) => {
    const age = (await client.sources.list())[0]?.fields.find((field) => field.name === 'Age');
    await client.sources.setField({ fieldId: age?.id ?? 0, role: 'ignore' });
    expect((await client.sources.list())[0]?.fields.find((field) => field.name === 'Age')).toEqual({
      ...age,
      role: 'ignore',
    });
    expect(await client.features.get()).toBeNull();
  },
  'features.compute': async (walk) => {
    const runId = await ended(walk, walk.client.features.compute({}));
    expect(runId).toEqual((await walk.client.features.get())?.runId);
  },
  'features.get': async ({ client }) => {
    const set = await client.features.get();
    expect(set && [set.customers, set.orders, set.revenue, set.analysisDate, set.leftOut]).toEqual([
      CUSTOMERS,
      ORDERS,
      29_562,
      '2025-12-25',
      { withoutKey: 0, withoutDate: 0, withoutAmount: 0, later: 0, zero: 0, returns: 0 },
    ]);
    expect(set?.features.map((feature) => feature.name)).toEqual([
      'recency',
      'frequency',
      'monetary',
      'basket',
      'tenure',
      'interPurchase',
      'City',
      'Channel: shop',
      'Channel: mobile',
    ]);
    return set;
  },
  'features.choose': async ({ client }) => {
    await client.features.choose({ name: 'basket', chosen: true, log: true });
    const basket = (await client.features.get())?.features.find((feature) => feature.name === 'basket');
    expect([basket?.chosen, basket?.log]).toEqual([true, true]);
    expect(await refusalOf(client.features.choose({ name: 'height', chosen: true }))).toEqual(
      refused('FEATURE-UNKNOWN', { feature: 'height' }),
    );
  },
  'quality.check': async (walk) => {
    expect(await walk.client.quality.report()).toBeNull();
    expect(await ended(walk, walk.client.quality.check({}))).toBeNull();
  },
  'quality.report': async ({ client }) => {
    const report = await client.quality.report();
    expect(report && [report.stale, report.customers, report.limits]).toEqual([
      false,
      CUSTOMERS,
      { staleMonths: 24, ledgerTotal: null, confirmed: 'proposed' },
    ]);
    expect(report?.lines).toMatchObject({ read: ORDERS, used: ORDERS });
    return report;
  },
  'quality.setLimits': async (walk) => {
    await walk.client.quality.setLimits({ ledgerTotal: 29_562 });
    expect((await walk.client.quality.report())?.stale).toBe(true);
    await ended(walk, walk.client.quality.check({}));
    const report = await walk.client.quality.report();
    const ledger = report?.findings.find(({ code }) => code === 'ledger');
    expect([report?.stale, ledger?.severity, ledger?.args]).toEqual([
      false,
      'passed',
      { given: 'yes', total: 29_562, ledger: 29_562, difference: 0, share: 0 },
    ]);
    await walk.client.history.undo();
    expect((await walk.client.quality.report())?.stale).toBe(false); // the former report, found again
  },
  'quality.export': async (walk) => {
    const target = await walk.transport.target('quality.xlsx');
    const { bytes: size } = (await ended(walk, walk.client.quality.export({ target }))) as { bytes: number };
    expect(size).toBeGreaterThan(4000);
  },
  'people.findDuplicates': async (walk) => {
    expect(await ended(walk, walk.client.people.findDuplicates({}))).toEqual({ pairs: 0 });
  },
  'people.duplicates': async ({ client }) => {
    const list = await client.people.duplicates({ offset: 0, limit: 10 });
    expect(list).toEqual({ total: 0, open: 0, sameEmail: 0, columns: ['E-mail'], pairs: [] });
  },
  'people.decide': async ({ client }) => {
    await client.people.decide({ pairs: [{ kept: keyOf(1), gone: keyOf(2), verdict: 'different' }] });
    expect((await client.history.list())[0]?.label).toBe('people.decide');
    await client.history.undo();
  },
  'people.acceptSameEmail': async ({ client }) => {
    const before = await client.history.list();
    await client.people.acceptSameEmail();
    expect(await client.history.list()).toEqual(before); // nobody shares an address: nothing was decided
  },
} satisfies Partial<Record<ProcedureName, Check>>;

const capital: RecordedStep = { kind: 'changeCase', position: 3, to: 'upper' };
const oneTown: RecordedStep = {
  kind: 'mergeValues',
  position: 3,
  groups: [{ into: 'Osona', from: ['VIC', 'OLOT'] }],
};

const recordedFixes = {
  'steps.preview': async ({ client }) => {
    const preview = await client.steps.preview({ sourceId: 1, step: capital });
    expect(preview).toEqual({
      touched: CUSTOMERS,
      of: CUSTOMERS,
      examples: [
        { from: 'Olot', to: 'OLOT', count: 40 },
        { from: 'Vic', to: 'VIC', count: 40 },
      ],
    });
    expect(
      await refusalOf(
        client.steps.preview({ sourceId: 1, step: { kind: 'capOutliers', position: 3, above: 9 } }),
      ),
    ).toEqual(refused('STEP-UNFIT', { column: 'City' }));
    return preview;
  },
  'steps.add': async (walk) => {
    const { client } = walk;
    for (const step of [oneTown, capital]) await client.steps.add({ sourceId: 1, step });
    expect(await client.features.get()).toBeNull();
    await ended(walk, client.features.compute({}));
    const city = (await client.features.get())?.features.find(({ name }) => name === 'City');
    expect(city?.bars.map(({ label }) => label).toSorted()).toEqual(['OLOT', 'VIC']);
    expect(await refusalOf(client.steps.add({ sourceId: 1, step: { kind: 'trim', position: 77 } }))).toEqual(
      refused('FIELD-UNKNOWN', { column: '78' }),
    );
  },
  'steps.list': async ({ client }) => {
    const list = await client.steps.list({ sourceId: 1 });
    expect(list).toEqual([
      { id: expect.any(Number) as number, sourceId: 1, step: oneTown, touched: 0 },
      { id: expect.any(Number) as number, sourceId: 1, step: capital, touched: CUSTOMERS },
    ]);
    return list;
  },
  'steps.move': async (walk) => {
    const { client } = walk;
    const [, second] = await client.steps.list({ sourceId: 1 });
    await client.steps.move({ stepId: second?.id ?? 0, to: 0 });
    await ended(walk, client.features.compute({}));
    const list = await client.steps.list({ sourceId: 1 });
    expect(list.map(({ step, touched }) => [step.kind, touched])).toEqual([
      ['changeCase', CUSTOMERS],
      ['mergeValues', CUSTOMERS],
    ]);
    // A column with a single value is no feature.
    expect((await client.features.get())?.features.map(({ name }) => name)).not.toContain('City');
    return list;
  },
  'steps.remove': async ({ client }) => {
    for (const { id } of await client.steps.list({ sourceId: 1 })) await client.steps.remove({ stepId: id });
    expect(await client.steps.list({ sourceId: 1 })).toEqual([]);
    expect((await client.features.get())?.features.map(({ name }) => name)).toContain('City');
    expect(await refusalOf(client.steps.remove({ stepId: 99 }))).toEqual(refused('STEP-UNKNOWN'));
  },
  'sources.checkRecord': async ({ client }) => {
    const record = ORDERS + 1;
    const check = (date: string) =>
      client.sources.checkRecord({ sourceId: 2, record, cells: ['1', date, 'K001', '5', 'shop'] });
    expect(await check('2025-12-20')).toBeNull();
    expect(await check('today')).toMatchObject({
      record,
      code: 'NOT-A-DATE',
      column: 'Date',
      value: 'today',
    });
    const nobody = client.sources.checkRecord({ sourceId: 2, record: 1, cells: [] });
    expect(await refusalOf(nobody)).toEqual(refused('CORRECTION-INVALID', { record: 1, column: '' }));
  },
  'sources.correct': async (walk) => {
    const { client } = walk;
    const record = ORDERS + 1;
    const wrong = client.sources.correct({ sourceId: 2, record, cells: ['1', 'today', 'K001', '5', 'shop'] });
    expect(await refusalOf(wrong)).toEqual(refused('CORRECTION-INVALID', { record, column: 'Date' }));
    await client.sources.correct({ sourceId: 2, record, cells: ['1', '2025-12-20', 'K001', '5', 'shop'] });
    await ended(walk, client.features.compute({}));
    const [step] = await client.steps.list({ sourceId: 2 });
    expect([step?.step.kind, step?.touched]).toEqual(['correctRecord', 1]);
    expect((await client.features.get())?.revenue).toBe(29_567);
    await client.steps.remove({ stepId: step?.id ?? 0 });
    await ended(walk, client.features.compute({}));
    expect((await client.features.get())?.revenue).toBe(29_562);
  },
  'sources.snapshots': async (walk) => {
    const { client, transport } = walk;
    const text = customersCsv().replace('K001,', 'K901,');
    const file = await transport.file('customers-2.csv', bytes(text));
    const input = { ...(await importInput(client, file, 'other name')), into: 1, asOf: '2026-02-28' };
    const keys = { added: 1, gone: 1, kept: 79, changed: 1, examples: [{ gone: 'K001', added: 'K901' }] };
    expect(await ended(walk, client.sources.import(input))).toMatchObject({ sourceId: 1, keys });
    const records = { read: CUSTOMERS, loaded: CUSTOMERS, rejected: 0, blank: 0 };
    const snapshots = await client.sources.snapshots({ sourceId: 1 });
    const runId = expect.any(Number) as number;
    const same = { runId, importedAt: AT, records };
    expect(snapshots).toEqual([
      { ...same, fileName: 'customers.csv', asOf: '2026-03-01', inUse: false, keys: null },
      { ...same, fileName: 'customers-2.csv', asOf: '2026-02-28', inUse: true, keys },
    ]);
    expect((await client.sources.list())[0]).toMatchObject({
      id: 1,
      name: 'customers.csv',
      asOf: '2026-02-28',
    });
    const again = ended(walk, client.sources.import({ ...input, into: undefined }));
    const args = { source: 'customers.csv', date: '2026-03-01' };
    const place = { file: 'customers-2.csv' };
    expect(await refusalOf(again)).toEqual({ code: 'SRC-ALREADY-IMPORTED', args, place });
    return snapshots;
  },
  'sources.useSnapshot': async (walk) => {
    const { client } = walk;
    const [first] = await client.sources.snapshots({ sourceId: 1 });
    await client.sources.useSnapshot({ sourceId: 1, runId: first?.runId ?? 0 });
    const inUse = (await client.sources.snapshots({ sourceId: 1 })).map((one) => one.inUse);
    expect(inUse).toEqual([true, false]);
    await ended(walk, client.features.compute({}));
    expect((await client.features.get())?.revenue).toBe(29_562);
    expect(await refusalOf(client.sources.useSnapshot({ sourceId: 2, runId: first?.runId ?? 0 }))).toEqual(
      refused('SNAPSHOT-UNKNOWN'),
    );
  },
  'sources.removeSnapshot': async ({ client }) => {
    const [first, second] = await client.sources.snapshots({ sourceId: 1 });
    const removal = (runId = 0) => client.sources.removeSnapshot({ sourceId: 1, runId });
    expect(await refusalOf(removal(first?.runId))).toEqual(refused('SNAPSHOT-IN-USE'));
    await removal(second?.runId);
    expect(await client.sources.snapshots({ sourceId: 1 })).toHaveLength(1);
    expect(await refusalOf(removal(second?.runId))).toEqual(refused('SNAPSHOT-UNKNOWN'));
  },
} satisfies Partial<Record<ProcedureName, Check>>;

const segmentsAndPersonas = {
  'segmentations.run': async (walk) => {
    const result = await ended(walk, walk.client.segmentations.run(TWO_SEGMENTS));
    expect(result).toEqual({ segmentationId: 1 });
    const wrong = walk.client.segmentations.run({ ...TWO_SEGMENTS, features: ['height'] });
    expect(await refusalOf(ended(walk, wrong))).toEqual(refused('FEATURE-UNKNOWN', { feature: 'height' }));
  },
  'segmentations.assign': async (walk) => {
    const assign = (segmentationId: number) =>
      ended(walk, walk.client.segmentations.assign({ segmentationId }));
    expect(await assign(1)).toEqual({ segmentationId: 1 });
    expect(await refusalOf(assign(9))).toEqual(refused('SEGMENTATION-UNKNOWN'));
  },
  'segmentations.list': async ({ client }) => {
    const list = await client.segmentations.list();
    expect(
      list.map(({ id, settings, k, customers, sizes, active }) => [
        id,
        settings,
        k,
        customers,
        sizes,
        active,
      ]),
    ).toEqual([[1, TWO_SEGMENTS, 2, CUSTOMERS, [40, 40], false]]);
    return list;
  },
  'segmentations.activate': async ({ client }) => {
    await client.segmentations.activate({ segmentationId: 1 });
    expect((await client.segmentations.list())[0]?.active).toBe(true);
    expect(await refusalOf(client.segmentations.activate({ segmentationId: 9 }))).toEqual(
      refused('SEGMENTATION-UNKNOWN'),
    );
  },
  'segmentations.map': async ({ client }) => {
    const { x, y, segment, ...rest } = await client.segmentations.map({ segmentationId: 1 });
    expect([rest.n, x.length, y.length]).toEqual([CUSTOMERS, CUSTOMERS, CUSTOMERS]);
    expect(segment).toEqual(Uint8Array.from(CLUSTERS));
    const scores = x;
    expect(
      scores.every(
        (score, at) => score > 0 === (CLUSTERS[at] === CLUSTERS[scores.indexOf(Math.max(...scores))]),
      ),
    ).toBe(true);
    return [rest, plain(x), plain(y), plain(segment)];
  },
  'segmentations.embed': async (walk) => {
    expect(await walk.client.segmentations.nearness({ segmentationId: 1 })).toBeNull();
    const result = await ended(walk, walk.client.segmentations.embed({ segmentationId: 1 }));
    expect(result).toEqual({ sampled: CUSTOMERS });
    return result;
  },
  'segmentations.nearness': async ({ client }) => {
    const found = await client.segmentations.nearness({ segmentationId: 1 });
    expect([found?.n, found?.sampled]).toEqual([CUSTOMERS, CUSTOMERS]);
    expect([found?.x.length, found?.x.every(Number.isFinite)]).toEqual([CUSTOMERS, true]);
    return found && [plain(found.x), plain(found.y)];
  },
  'segmentations.labels': async ({ client }) => {
    const labels = await client.segmentations.labels({ segmentationId: 1 });
    expect(labels).toEqual({
      keys: Array.from({ length: CUSTOMERS }, (_, at) => keyOf(at + 1)),
      clusters: CLUSTERS,
    });
    return labels;
  },
  'segmentations.ruleCounts': async ({ client }) => {
    const feature = 'frequency';
    const often = { any: [[{ feature, op: '>=' as const, value: 3 }]] };
    const known = { any: [[{ feature, op: 'known' as const }]] };
    const counts = await client.segmentations.ruleCounts({ rules: [often, known] });
    const [first, second] = counts.rules;
    expect([counts.customers, second, counts.overlapping, counts.others]).toEqual([
      CUSTOMERS,
      { fits: CUSTOMERS, takes: CUSTOMERS - (first?.fits ?? 0) },
      first?.fits,
      0,
    ]);
    expect(first?.takes).toBe(first?.fits);
    const wrong = { any: [[{ feature: 'height', op: 'known' as const }]] };
    expect(await refusalOf(client.segmentations.ruleCounts({ rules: [wrong] }))).toEqual(
      refused('FEATURE-UNKNOWN', { feature: 'height' }),
    );
    return counts;
  },
  'segmentations.lineage': async ({ client }) => {
    // Its customers were placed again: the same ones.
    const lineage = await client.segmentations.lineage({ segmentationId: 1 });
    expect([lineage?.placed, lineage?.changes, lineage?.proposals]).toEqual([true, [], []]);
    expect(lineage?.moves?.stayed).toBe(lineage?.customersInBoth);
    expect(
      lineage?.fates.every(({ kind, stayed, to }) => kind === 'kept' && stayed === to[0]?.customers),
    ).toBe(true);
    return { ...lineage, previousAt: '' };
  },
  'segmentations.profile': async ({ client }) => {
    const profile = await client.segmentations.profile({ segmentationId: 1 });
    expect(profile.features).toEqual(['frequency', 'monetary']);
    expect(profile.ranks).toEqual([
      [0.25, 0.25],
      [0.75, 0.75],
    ]);
    return profile;
  },
  'segments.list': async ({ client }) => {
    const list = await client.segments.list({});
    expect(await client.segments.list({ segmentationId: 1 })).toEqual(list);
    expect(
      list.map(({ id, clusters, colour, named, customers, share }) => ({
        id,
        clusters,
        colour,
        named,
        customers,
        share,
      })),
    ).toEqual([
      { id: 1, clusters: [0], colour: 'A', named: false, customers: 40, share: 0.5 },
      { id: 2, clusters: [1], colour: 'B', named: false, customers: 40, share: 0.5 },
    ]);
    expect(list.map(({ revenue }) => Math.round((revenue ?? 0) * 100))).toEqual([64_200, 2_892_000]);
    return list;
  },
  'segments.get': async ({ client }) => {
    const detail = await client.segments.get({ segmentId: 2 });
    expect([detail.customers, detail.reachable, detail.typical.length, detail.border.count]).toEqual([
      40, 28, 5, 0,
    ]);
    expect(await refusalOf(client.segments.get({ segmentId: 77 }))).toEqual(refused('SEGMENT-UNKNOWN'));
    return detail;
  },
  'segments.silhouettes': async ({ client }) => {
    const found = await client.segments.silhouettes({});
    expect([found?.n, found?.sampled, found?.edges.length]).toEqual([CUSTOMERS, false, 41]);
    expect(found?.segments.map(({ segmentId, negative }) => [segmentId, negative])).toEqual([
      [1, 0],
      [2, 0],
    ]);
    return found;
  },
  'segments.border': async ({ client }) => {
    const asked = { segmentId: 2, sort: 'silhouette', descending: false, offset: 0, limit: 3 } as const;
    const least = await client.segments.border(asked);
    expect([least.total, least.customers.length]).toEqual([40, 3]);
    const values = least.customers.map(({ silhouette }) => silhouette ?? NaN);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(least.customers.map(({ nextSegmentId }) => nextSegmentId)).toEqual([1, 1, 1]);
    const most = await client.segments.border({ ...asked, descending: true });
    expect(most.customers[0]?.silhouette).toBeGreaterThan(values[2] ?? NaN);
    return [least, most];
  },
  'segments.describe': async ({ client }) => {
    const all = await client.segments.describe({ form: 'sql' });
    expect(all.fidelity).toBe(1);
    const one = await client.segments.describe({ form: 'formula', segmentId: 2 });
    expect(await refusalOf(client.segments.describe({ form: 'json', segmentId: 77 }))).toEqual(
      refused('SEGMENT-UNKNOWN'),
    );
    return [all, one];
  },
  'segments.rename': async ({ client }) => {
    await client.segments.rename({ segmentId: 2, name: 'Regulars' });
    const [, second] = await client.segments.list({});
    expect([second?.name, second?.named]).toEqual(['Regulars', true]);
  },
  'segments.recolour': async ({ client }) => {
    await client.segments.recolour({ segmentId: 2, colour: 'F' });
    expect((await client.segments.list({})).map((segment) => segment.colour)).toEqual(['A', 'F']);
  },
  'segments.note': async ({ client }) => {
    await client.segments.note({ segmentId: 2, note: 'Ask Núria.\nДа.' });
    expect((await client.segments.list({})).map((segment) => segment.note)).toEqual(['', 'Ask Núria.\nДа.']);
  },
  'segments.inherit': async ({ client }) => {
    const asked = { segmentId: 1, name: false, note: true, persona: true };
    await client.segments.inherit({ ...asked, fromSegmentId: 2 });
    const notes = async () => (await client.segments.list({})).map(({ note }) => note);
    expect(await notes()).toEqual(['Ask Núria.\nДа.', 'Ask Núria.\nДа.']);
    await client.history.undo();
    expect(await notes()).toEqual(['', 'Ask Núria.\nДа.']);
    expect(await refusalOf(client.segments.inherit({ ...asked, fromSegmentId: 77 }))).toEqual(
      refused('SEGMENT-UNKNOWN'),
    );
  },
  'segments.dismiss': async ({ client }) => {
    await client.segments.dismiss({ segmentId: 1, fromSegmentId: 2 });
    expect((await client.history.list())[0]?.label).toBe('segments.dismiss');
    await client.history.undo();
    for (const asked of [
      { segmentId: 1, fromSegmentId: 77 },
      { segmentId: 77, fromSegmentId: 1 },
      { segmentId: 1, fromSegmentId: 1 },
    ])
      expect(await refusalOf(client.segments.dismiss(asked))).toEqual(refused('SEGMENT-UNKNOWN'));
  },
  'customers.find': async ({ client }) => {
    const found = await client.customers.find({ text: 'k00', limit: 2 });
    expect(found).toEqual({ total: 9, keys: ['K001', 'K002'] });
    expect(await client.customers.find({ text: 'nobody', limit: 2 })).toEqual({ total: 0, keys: [] });
    return found;
  },
  'customers.card': async ({ client }) => {
    const card = await client.customers.card({ key: 'K002' });
    const [profile, orders] = card.sources;
    expect([card.key, card.alsoKnownAs, card.analysed, card.sources.length]).toEqual(['K002', [], true, 2]);
    expect([profile?.total, profile?.records[0]?.cells]).toEqual([
      1,
      ['K002', 'k2@shop.invalid', 'yes', 'Vic', '22'],
    ]);
    expect([orders?.total, orders?.records.map(({ cells }) => cells[0])]).toEqual([
      6,
      ['10012', '10011', '10010', '10009', '10008', '10007'], // oldest first
    ]);
    const segment = { segmentationId: 1, segmentId: 2, active: true, name: 'Regulars', colour: 'F' };
    expect(card.segments).toEqual([segment]);
    // 40 occasional customers and K001 spent less; all 40 loyal ones ordered as often.
    const ranks = card.features.filter(({ name }) => ['frequency', 'monetary', 'City'].includes(name));
    expect(ranks).toEqual([
      { name: 'frequency', value: 6, rank: 60 / CUSTOMERS },
      { name: 'monetary', value: 612, rank: 41.5 / CUSTOMERS },
      { name: 'City', value: 'Vic', rank: null },
    ]);
    const channels = card.reach?.map(({ channel, reached }) => [channel, reached]);
    expect(channels).toEqual([
      ['email', true],
      ['post', false],
      ['phone', false],
      ['sms', false],
    ]);
    expect(await refusalOf(client.customers.card({ key: 'nobody' }))).toEqual(refused('CUSTOMER-UNKNOWN'));
    return card;
  },
  'personas.draft': async (walk) => {
    expect(await ended(walk, walk.client.personas.draft({}))).toEqual({ personas: 2 });
    expect(await refusalOf(ended(walk, walk.client.personas.draft({ segmentId: 5 })))).toEqual(
      refused('SEGMENT-UNKNOWN'),
    );
  },
  'personas.list': async ({ client }) => {
    const personas = await client.personas.list();
    expect(
      personas.map(({ id, segmentId, locale, portraitSeed }) => [id, segmentId, locale, portraitSeed]),
    ).toEqual([
      [1, 1, 'en', `${SEED}:1`],
      [2, 2, 'en', `${SEED}:2`],
    ]);
    return personas;
  },
  'personas.rename': async ({ client }) => {
    await client.personas.rename({ personaId: 1, name: 'Rosa' });
    expect((await client.personas.list())[0]?.name).toBe('Rosa');
    expect(await refusalOf(client.personas.rename({ personaId: 9, name: 'x' }))).toEqual(
      refused('PERSONA-UNKNOWN'),
    );
  },
  'personas.editPhrase': async ({ client }) => {
    const phrase = (await client.personas.list())[0]?.sections.flatMap((part) => part.phrases)[0];
    await client.personas.editPhrase({
      personaId: 1,
      phraseId: phrase?.id ?? '',
      text: 'Comes at Christmas',
    });
    const edited = (await client.personas.list())[0]?.sections.flatMap((part) => part.phrases)[0];
    expect(edited).toEqual({ ...phrase, text: 'Comes at Christmas', edited: true });
  },
  'personas.removePhrase': async ({ client }) => {
    const phrases = (await client.personas.list())[1]?.sections.flatMap((part) => part.phrases) ?? [];
    await client.personas.removePhrase({ personaId: 2, phraseId: phrases[0]?.id ?? '' });
    expect((await client.personas.list())[1]?.sections.flatMap((part) => part.phrases)).toEqual(
      phrases.slice(1),
    );
    expect(await refusalOf(client.personas.removePhrase({ personaId: 2, phraseId: 'none' }))).toEqual(
      refused('INPUT-INVALID'),
    );
  },
  'personas.editQuote': async ({ client }) => {
    await client.personas.editQuote({ personaId: 2, text: ' I know what I like. ' });
    expect((await client.personas.list())[1]?.quote).toEqual({ text: 'I know what I like.', edited: true });
  },
} satisfies Partial<Record<ProcedureName, Check>>;

const ACTION = {
  segmentId: 2,
  objective: 'retain',
  offer: 'Tea in the shop',
  message: 'On Friday',
  channel: 'email',
  startDate: '2026-05-01',
  endDate: '2026-05-10',
  contacts: 2,
  costPerContactCents: 5,
  fixedCostCents: 1000,
  responseLow: 0.1,
  responseHigh: 0.2,
  averageBasketCents: 12_050,
  margin: 0.5,
} as const;

/** 28 of the 40 regulars have an address and consent: 28 × 2 contacts × 5 c + 10 €; 2.8 to 5.6 orders of 120.50 €. */
const FIGURES = {
  customers: 40,
  reach: 28,
  contactsSent: 56,
  costCents: 1280,
  ordersLow: 2.8000000000000003,
  ordersHigh: 5.6000000000000005,
  revenueLowCents: 33_740,
  revenueHighCents: 67_480,
  marginLowCents: 16_870,
  marginHighCents: 33_740,
  roiLow: 15_590 / 1280,
  roiHigh: 32_460 / 1280,
  breakEvenResponse: 1280 / (28 * 12_050 * 0.5),
};

const campaignsAndExports = {
  'campaigns.propose': async (walk) => {
    const started = walk.client.campaigns.propose({ name: 'Spring', startDate: '2026-04-01' });
    expect(await ended(walk, started)).toEqual({ campaignId: 1 });
  },
  'campaigns.list': async ({ client }) => {
    const campaign = only(await client.campaigns.list());
    expect([
      campaign.id,
      campaign.name,
      campaign.startDate,
      campaign.currency,
      campaign.actions.map((action) => action.segmentId),
    ]).toEqual([1, 'Spring', '2026-04-01', 'USD', [1, 2]]);
    return campaign;
  },
  'campaigns.rename': async ({ client }) => {
    await client.campaigns.rename({ campaignId: 1, name: 'Spring 2026' });
    expect(only(await client.campaigns.list()).name).toBe('Spring 2026');
    expect(await refusalOf(client.campaigns.rename({ campaignId: 3, name: 'x' }))).toEqual(
      refused('CAMPAIGN-UNKNOWN'),
    );
  },
  'campaigns.addAction': async ({ client }) => {
    await client.campaigns.addAction({ campaignId: 1, action: ACTION });
    expect(only(await client.campaigns.list()).actions[2]).toEqual({
      ...ACTION,
      id: 3,
      sources: [],
      figures: FIGURES,
    });
    const backwards = { ...ACTION, endDate: '2026-04-30' };
    expect(await refusalOf(client.campaigns.addAction({ campaignId: 1, action: backwards }))).toEqual(
      refused('INPUT-INVALID'),
    );
  },
  'campaigns.updateAction': async ({ client }) => {
    await client.campaigns.updateAction({ actionId: 3, change: { offer: 'Coffee', channel: 'inStore' } });
    const action = only(await client.campaigns.list()).actions[2];
    expect([action?.offer, action?.channel, action?.figures.reach]).toEqual(['Coffee', 'inStore', 40]);
    return action;
  },
  'campaigns.removeAction': async ({ client }) => {
    await client.campaigns.removeAction({ actionId: 3 });
    expect(only(await client.campaigns.list()).actions.map((action) => action.id)).toEqual([1, 2]);
    expect(await refusalOf(client.campaigns.removeAction({ actionId: 3 }))).toEqual(
      refused('ACTION-UNKNOWN'),
    );
  },
  'exports.write': async (walk) => {
    const target = await walk.transport.target('segments.json');
    const result = await ended(walk, walk.client.exports.write({ what: 'segments.json', target }));
    const written = await walk.transport.delivered(target, 'segments.json');
    expect(result).toEqual({ bytes: written.length });
    const segments: object[] = [];
    for (const { id } of await walk.client.segments.list({})) {
      const {
        histograms: _,
        typical: _customers,
        typicalFeatures: _shown,
        ...told
      } = await walk.client.segments.get({ segmentId: id });
      segments.push(told);
    }
    expect(JSON.parse(written.toString('utf8'))).toEqual({
      schema: 'clientela.segments',
      schemaVersion: 1,
      segments,
    });
    return written.toString('utf8');
  },
  'campaigns.remove': async ({ client }) => {
    await client.campaigns.remove({ campaignId: 1 });
    expect(await client.campaigns.list()).toEqual([]);
  },
  'segments.merge': async ({ client }) => {
    await client.segments.merge({ segmentIds: [2, 1] });
    const list = await client.segments.list({});
    expect(
      list.map(({ id, clusters, colour, name, customers }) => [id, clusters, colour, name, customers]),
    ).toEqual([[2, [0, 1], 'F', 'Regulars', CUSTOMERS]]);
    return list;
  },
} satisfies Partial<Record<ProcedureName, Check>>;

/** From a copy back to the project that it was made of; the copy is forgotten. */
async function backToFirst(client: EngineClient): Promise<void> {
  const [copy, first] = await client.project.recent();
  await client.project.open({ recent: first?.id ?? '' });
  await client.project.forgetRecent({ id: copy?.id ?? '' });
}

const historyAndEnd = {
  'history.list': async ({ client }) => {
    const list = await client.history.list();
    expect(list[0]).toEqual({
      id: list[0]?.id,
      label: 'segments.merge',
      detail: 'Regulars',
      at: AT,
      undone: false,
    });
    return list;
  },
  'history.undo': async ({ client }) => {
    const entry = await client.history.undo();
    expect([entry.label, entry.undone]).toEqual(['segments.merge', true]);
    expect((await client.segments.list({})).map((segment) => segment.id)).toEqual([1, 2]);
    return entry;
  },
  'history.redo': async ({ client }) => {
    const entry = await client.history.redo();
    expect([entry.label, entry.undone]).toEqual(['segments.merge', false]);
    expect(await refusalOf(client.history.redo())).toEqual(refused('NOTHING-TO-REDO'));
    return entry;
  },
  'segmentations.remove': async ({ client }) => {
    await client.segmentations.remove({ segmentationId: 1 });
    expect([
      await client.segmentations.list(),
      await client.segments.list({}),
      await client.personas.list(),
    ]).toEqual([[], [], []]);
  },
  'tournaments.run': async (walk) => {
    expect(await walk.client.tournaments.get()).toBeNull();
    const settings = {
      features: [...TWO_SEGMENTS.features],
      methods: ['kmeans' as const],
      from: 2,
      to: 3,
      scales: ['z' as const],
      subsets: ['all' as const],
      logs: false,
      resamples: 10,
      seed: SEED,
    };
    const run = (features: string[]) =>
      ended(walk, walk.client.tournaments.run({ ...settings, features, seconds: 60 }));
    expect(await run(settings.features)).toEqual({ runId: expect.any(Number) as number });
    expect(await refusalOf(run(['height']))).toEqual(refused('FEATURE-UNKNOWN', { feature: 'height' }));
  },
  'tournaments.get': async ({ client }) => {
    const board = await client.tournaments.get();
    expect(board && [board.planned, board.complete, board.stale, board.customers]).toEqual([
      2,
      true,
      false,
      CUSTOMERS,
    ]);
    expect(board?.entries.find(({ k }) => k === 2)).toMatchObject({
      id: 'kmeans:2:z:all',
      sizes: [40, 40],
      stability: { resamples: 10, jaccard: [1, 1], ari: 1 },
    });
    return board;
  },
  'tournaments.compare': async ({ client }) => {
    const pair = { first: 'kmeans:2:z:all', second: 'kmeans:3:z:all' };
    const found = await client.tournaments.compare(pair);
    expect([found.customers, found.counts.length, found.counts[0]?.length]).toEqual([CUSTOMERS, 2, 3]);
    expect((await client.tournaments.compare({ ...pair, second: pair.first })).ari).toBe(1);
    const other = client.tournaments.compare({ ...pair, second: 'ward:9:z:all' });
    expect(await refusalOf(other)).toEqual(refused('RUN-UNKNOWN'));
    return found;
  },
  'tournaments.choose': async (walk) => {
    const { client } = walk;
    const made = (await ended(walk, client.tournaments.choose({ entryId: 'kmeans:2:z:all' }))) as {
      segmentationId: number;
    };
    const [first] = await client.segmentations.list();
    expect(first && [first.id, first.settings, first.sizes]).toEqual([
      made.segmentationId,
      TWO_SEGMENTS,
      [40, 40],
    ]);
    expect(await refusalOf(ended(walk, client.tournaments.choose({ entryId: 'x' })))).toEqual(
      refused('RUN-UNKNOWN'),
    );
    await client.segmentations.remove(made);
  },
  'sources.remove': async ({ client }) => {
    await client.sources.remove({ sourceId: 2 });
    expect((await client.sources.list()).map((source) => source.id)).toEqual([1]);
    expect(await client.sources.join()).toBeNull();
  },
  'jobs.cancel': async (walk) => {
    const { client, transport, watch } = walk;
    const lines = Array.from({ length: 300_000 }, (_, at) => `${at},2025-01-01,K${at % 900},12.5`);
    const file = await transport.file('long.csv', bytes(`Order,Date,Customer,Amount\n${lines.join('\n')}\n`));
    const { jobId, kind } = await client.sources.import(await importInput(client, file, 'long'));
    expect(kind).toBe('sources.import');
    const moving = await watch.until(
      jobId,
      (job) => job.progress.phase === 'storing' && job.progress.share > 0,
    );
    expect([moving.state, moving.progress.total]).toEqual([
      'running',
      `Order,Date,Customer,Amount\n${lines.join('\n')}\n`.length,
    ]);
    await client.jobs.cancel({ jobId });
    expect((await watch.ended(jobId)).state).toBe('cancelled');
    expect((await client.sources.list()).map((source) => source.id)).toEqual([1]);
    expect(await refusalOf(client.jobs.cancel({ jobId: 'job-0' }))).toEqual(refused('JOB-UNKNOWN'));
  },
  'customers.erase': async (walk) => {
    const { client } = walk;
    const result = await ended(walk, client.customers.erase({ key: 'K002' }));
    expect(result).toEqual({ records: 1, rejects: 0, mentions: 0, shared: 0, copies: [] });
    expect(await refusalOf(client.customers.card({ key: 'K002' }))).toEqual(refused('CUSTOMER-UNKNOWN'));
    const [source] = await client.sources.list();
    expect(source?.records).toEqual({
      read: CUSTOMERS - 1,
      loaded: CUSTOMERS - 1,
      rejected: 0,
      blank: 0,
    });
    expect(await client.history.list()).toEqual([]);
    expect(await refusalOf(ended(walk, client.customers.erase({ key: 'K002' })))).toEqual(
      refused('CUSTOMER-UNKNOWN'),
    );
    return result;
  },
  'project.close': async ({ client }) => {
    await client.project.close();
    expect(await client.project.current()).toBeNull();
    expect(await refusalOf(client.sources.list())).toEqual(refused('PROJECT-NONE-OPEN'));
  },
  'project.open': async ({ client, transport }) => {
    const [recent] = await client.project.recent();
    expect(recent && [recent.name, recent.fileName, recent.exists, recent.openedAt]).toEqual([
      'Shop',
      'Shop.clientela',
      true,
      AT,
    ]);
    await client.project.open({ recent: recent?.id ?? '' });
    expect((await client.project.current())?.sources).toBe(1);
    const text = await transport.file('text.clientela', bytes('not a project'));
    expect(await refusalOf(client.project.open({ file: text }))).toEqual(
      refused('PROJECT-NOT-OURS', { file: expect.stringContaining('text') as string, kind: 'text' }),
    );
    expect((await client.project.current())?.name).toBe('Shop'); // a refused file leaves the open one open
  },
  'project.dismissCaution': async ({ client }) => {
    await client.project.dismissCaution({ code: 'cloud-folder' });
    expect((await client.project.current())?.cautions).toEqual([]);
  },
  'project.saveCopy': async ({ client, transport }) => {
    await client.project.saveCopy({ target: await transport.target('Copy.clientela') });
    const copy = await client.project.current();
    expect(copy && [copy.fileName, copy.name, copy.sources]).toEqual(['Copy.clientela', 'Shop', 1]);
    await backToFirst(client);
  },
  'project.salvage': async ({ client, transport }) => {
    const [recent] = await client.project.recent();
    const target = await transport.target('Saved.clientela');
    const { file, report } = await client.project.salvage({ recent: recent?.id ?? '', target });
    expect([report.fileName, report.name]).toEqual(['Saved.clientela', 'Shop']);
    expect(report.sources.map(({ lostRecords, lostCells }) => [lostRecords, lostCells])).toEqual([[0, 0]]);
    await client.project.open({ file });
    expect((await client.project.current())?.sources).toBe(1);
    await backToFirst(client);
    return report;
  },
  'project.forgetRecent': async ({ client }) => {
    await client.project.forgetRecent({ id: (await client.project.recent())[0]?.id ?? '' });
    expect(await client.project.recent()).toEqual([]);
  },
  'project.sample': async (walk) => {
    expect(await ended(walk, walk.client.project.sample({ locale: 'ru' }))).toBeNull();
    const project = await walk.client.project.current();
    expect(project && [project.settings.currency, project.sources, project.customers > 2500]).toEqual([
      'RUB',
      3,
      true,
    ]);
    return [project?.customers, project?.orders, await walk.client.features.get()];
  },
} satisfies Partial<Record<ProcedureName, Check>>;

/** Every procedure, in the order of the walk. */
export const checks: Readonly<Record<ProcedureName, Check>> = {
  ...appAndProject,
  ...dataAndFeatures,
  ...recordedFixes,
  ...referenceChecks,
  ...definitionChecks,
  ...segmentsAndPersonas,
  ...campaignsAndExports,
  ...historyAndEnd,
};
