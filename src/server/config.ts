import path from 'node:path';

/** What the environment says, read once. Nothing else reads it. */
export interface Config {
  port: number;
  host: string;
  dataDir: string;
  mode: 'demo' | 'production';
  /** A PostgreSQL of one's own, as its owner; without it the embedded one is used. */
  databaseUrl?: string;
  /** The login role without grants; without it one is made from the owner's address. */
  databaseLoginUrl?: string;
  /** Where the keys for person numbers are; the demonstration has its own. */
  numberKeysFile?: string;
  /** Requests a minute from one address. */
  rateLimit: number;
  logLevel: string;
  /** A file with the Ed25519 private key (PEM) that checkpoints of the log are signed with. */
  auditSigningKey?: string;
}

/** The environment does not make sense; the message lists everything that is wrong. */
export class BadConfig extends Error {}

export function readConfig(env: Record<string, string | undefined>): Config {
  const wrong: string[] = [];
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    wrong.push(`PORT is "${env.PORT}": a number from 0 to 65535 is needed`);
  const mode = env.MODE ?? 'demo';
  if (mode !== 'demo' && mode !== 'production') wrong.push(`MODE is "${mode}": demo or production`);
  if (env.DATABASE_URL !== undefined && !/^postgres(ql)?:\/\//.test(env.DATABASE_URL)) {
    wrong.push('DATABASE_URL is no postgres:// address');
  }
  const rateLimit = Number(env.RATE_LIMIT ?? 1200);
  if (!Number.isInteger(rateLimit) || rateLimit < 1)
    wrong.push(`RATE_LIMIT is "${env.RATE_LIMIT}": requests a minute`);
  if (wrong.length > 0) throw new BadConfig(wrong.join('\n'));
  return {
    port,
    host: env.HOST ?? '127.0.0.1',
    dataDir: path.resolve(env.DATA_DIR ?? '.data'),
    mode: mode as Config['mode'],
    rateLimit,
    logLevel: env.LOG_LEVEL ?? 'warn',
    ...(env.DATABASE_URL === undefined ? {} : { databaseUrl: env.DATABASE_URL }),
    ...(env.AUDIT_SIGNING_KEY === undefined ? {} : { auditSigningKey: env.AUDIT_SIGNING_KEY }),
    ...(env.DATABASE_LOGIN_URL === undefined ? {} : { databaseLoginUrl: env.DATABASE_LOGIN_URL }),
    ...(env.NUMBER_KEYS_FILE === undefined ? {} : { numberKeysFile: path.resolve(env.NUMBER_KEYS_FILE) }),
  };
}
