import path from 'node:path';
import type { Provider } from './login/provider.ts';
import { isSafe, readProviders } from './login/provider-config.ts';
import type { GatewayConfig } from './outbox/gateway.ts';
import { readGateway } from './outbox/gateway-config.ts';

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
  /** Requests a minute from one address to what lets somebody in. */
  loginLimit: number;
  /** Where people meet this server, without a slash at the end: issuers send them back there. */
  publicAddress: string;
  /** The issuers people may come through. */
  providers: Provider[];
  /** What sends messages to phones; none is sent without one. The demonstration has a made-up one. */
  smsGateway?: GatewayConfig;
  /** Proxies in front whose word on where a request comes from is taken. */
  trustedProxies: string[];
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
  const perMinute = (name: string, usual: number): number => {
    const limit = Number(env[name] ?? usual);
    if (!Number.isInteger(limit) || limit < 1) wrong.push(`${name} is "${env[name]}": requests a minute`);
    return limit;
  };
  const rateLimit = perMinute('RATE_LIMIT', 1200);
  const loginLimit = perMinute('LOGIN_LIMIT', 30);
  const login = readLogin(env, mode === 'production' ? mode : 'demo', port, wrong);
  const { gateway, wrong: wrongOfGateway } =
    env.SMS_GATEWAY === undefined
      ? { gateway: undefined, wrong: [] }
      : readGateway(path.resolve(env.SMS_GATEWAY), (address) =>
          isSafe(address, mode === 'production' ? mode : 'demo'),
        );
  wrong.push(...wrongOfGateway);
  if (wrong.length > 0) throw new BadConfig(wrong.join('\n'));
  return {
    port,
    host: env.HOST ?? '127.0.0.1',
    dataDir: path.resolve(env.DATA_DIR ?? '.data'),
    mode: mode as Config['mode'],
    rateLimit,
    loginLimit,
    ...login,
    trustedProxies: (env.TRUSTED_PROXIES ?? '').split(',').filter((one) => one !== ''),
    logLevel: env.LOG_LEVEL ?? 'warn',
    ...(gateway === undefined ? {} : { smsGateway: gateway }),
    ...(env.DATABASE_URL === undefined ? {} : { databaseUrl: env.DATABASE_URL }),
    ...(env.AUDIT_SIGNING_KEY === undefined ? {} : { auditSigningKey: env.AUDIT_SIGNING_KEY }),
    ...(env.DATABASE_LOGIN_URL === undefined ? {} : { databaseLoginUrl: env.DATABASE_LOGIN_URL }),
    ...(env.NUMBER_KEYS_FILE === undefined ? {} : { numberKeysFile: path.resolve(env.NUMBER_KEYS_FILE) }),
  };
}

/** Production does not start without a way in that is safe; nobody finds out afterwards that there was none. */
function readLogin(
  env: Record<string, string | undefined>,
  mode: Config['mode'],
  port: number,
  wrong: string[],
): Pick<Config, 'publicAddress' | 'providers'> {
  const publicAddress = (env.PUBLIC_ADDRESS ?? (mode === 'demo' ? `http://localhost:${port}` : '')).replace(
    /\/$/,
    '',
  );
  if ((env.PUBLIC_ADDRESS !== undefined || mode === 'production') && !isSafe(publicAddress, mode))
    wrong.push(`PUBLIC_ADDRESS is "${publicAddress}": the https:// address where people meet this server`);
  const read =
    env.LOGIN_PROVIDERS === undefined
      ? { providers: [], wrong: [] }
      : readProviders(path.resolve(env.LOGIN_PROVIDERS), mode);
  wrong.push(...read.wrong);
  if (mode === 'production' && read.providers.length === 0 && read.wrong.length === 0)
    wrong.push('LOGIN_PROVIDERS is missing: the file that says by which issuers people log in');
  return { publicAddress, providers: read.providers };
}
