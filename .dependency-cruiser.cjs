// The walls between the rooms. scripts/walls.ts runs this and fails when it saw fewer modules than there are.
/** Tests, and what only tests stand on: `test-server.ts`, `test-house.ts`. */
const TEST = '(\\.test\\.tsx?|/test-[a-z-]+\\.ts)$';
const SERVER_SHELLS = 'db|http|login|jobs|outbox|fhir|engine|shared|directory|seal';
/** A home screen is made of many nouns, so this folder may know them all; no noun knows it. */
const SERVER_COMPOSERS = 'homes';
const WEB_SHELLS = 'app|ui|text';
/** The files that may act as the owner of the database, past row-level security. A longer list needs a reason. */
const OWNER_CALLERS = [
  '^src/server/main\\.ts$',
  '^src/server/db/',
  '^src/server/jobs/housekeeping\\.ts$',
  '^src/server/outbox/post\\.ts$',
  '^src/server/retention/retention-job\\.ts$',
  '^db/(demo|replay)/',
  '^scripts/',
  '^bench/',
  TEST,
];

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Two files that need each other are one file, or miss a third.',
      {},
      { circular: true },
    ),
    forbid(
      'no-orphans',
      'A file nobody imports is either dead or an entry; entries are listed here.',
      {
        orphan: true,
        path: '^(src|db)/',
        pathNot: [
          TEST,
          '\\.d\\.ts$',
          '^src/server/(main|cli)\\.ts$',
          '^src/web/main\\.tsx?$',
          '^src/text/generated/',
        ],
      },
      {},
    ),
    forbid(
      'resolvable',
      'An import leads somewhere.',
      { path: '^(src|db|scripts)/' },
      { couldNotResolve: true },
    ),
    forbid(
      'domain-is-pure',
      'Rules know only rules and the calendar.',
      { path: '^src/domain/', pathNot: TEST },
      { pathNot: ['^src/domain/', '^node_modules/temporal-(polyfill|spec)/'] },
    ),
    forbid(
      'contract-knows-domain',
      'Shapes are made of the domain and TypeBox.',
      { path: '^src/contract/', pathNot: TEST },
      { pathNot: ['^src/(domain|contract)/', '^node_modules/typebox/'] },
    ),
    forbid(
      'text-knows-nothing',
      'Words depend on nothing.',
      { path: '^src/text/', pathNot: [TEST, '^src/text/generated/'] },
      { pathNot: '^src/text/' },
    ),
    forbid(
      'server-without-web',
      'The server never sees the screens.',
      { path: '^src/server/' },
      { path: '^src/web/' },
    ),
    forbid(
      'web-without-server',
      'The screens know the server by its contract only.',
      { path: '^src/web/' },
      { path: ['^src/server/', '^db/', '^scripts/', '^node_modules/(pg|kysely|fastify|@fastify|pino)/'] },
    ),
    forbid(
      'web-takes-types-from-contract',
      'TypeBox at run time would weigh on the first view; the table of refusals is plain data.',
      { path: '^src/web/', pathNot: TEST },
      {
        path: ['^src/contract/(?!refusals\\.ts$)', '^node_modules/typebox/'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'server-nouns-meet-in-shells',
      'A noun knows its own folder, the shells and the domain; app.ts puts the nouns together.',
      { path: `^src/server/(?!(?:${SERVER_SHELLS}|${SERVER_COMPOSERS})/)([^/]+)/`, pathNot: TEST },
      { path: '^src/server/[^/]+/', pathNot: ['^src/server/$1/', `^src/server/(${SERVER_SHELLS})/`] },
    ),
    forbid(
      'server-shells-know-no-noun',
      'A shell serves every noun and knows none.',
      { path: `^src/server/(${SERVER_SHELLS})/`, pathNot: TEST },
      { path: '^src/server/[^/]+/', pathNot: `^src/server/(${SERVER_SHELLS})/` },
    ),
    forbid(
      'web-nouns-meet-in-app',
      'A noun knows its own folder, ui, text and app; only app puts the nouns together.',
      { path: `^src/web/(?!(?:${WEB_SHELLS})/)([^/]+)/`, pathNot: TEST },
      { path: '^src/web/[^/]+/', pathNot: ['^src/web/$1/', `^src/web/(${WEB_SHELLS})/`] },
    ),
    forbid(
      'ui-has-no-domain-words',
      'Pieces of the design system serve every screen.',
      { path: '^src/web/ui/' },
      { path: '^src/(domain|contract)/|^src/web/(?!ui/|text/)' },
    ),
    forbid(
      'pg-behind-one-door',
      'asActor is the only way to data; nothing else holds a connection.',
      { path: '^(src|e2e)/', pathNot: ['^src/server/db/', TEST] },
      { path: '^node_modules/(pg|pg-[^/]+|kysely)/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'owner-by-name',
      'Acting as owner goes past row-level security, so its callers are listed.',
      { pathNot: OWNER_CALLERS },
      { path: '^src/server/db/(owner|migrate|embedded|test-server)' },
    ),
    forbid(
      'tests-stay-tests',
      'Nothing that runs for people imports what only tests need.',
      { path: '^src/', pathNot: TEST },
      { path: [TEST, '^node_modules/(vitest|fast-check|@playwright)/'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules|^src/text/generated/' },
    exclude: { path: '^(\\.build|\\.data|scripts/walls-fixture)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
};
