import { createStore, del, entries, get, set } from 'idb-keyval';

/**
 * Unsent text on this device only, encrypted with a key that the browser never lets out. The key belongs to one
 * login; without it a draft is noise. Kept for seven days, gone at logout and when the text is saved.
 */
interface Sealed {
  owner: string;
  at: number;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

const keptMs = 7 * 86_400_000;
const drafts = createStore('medvandrer-drafts', 'drafts');
const keys = createStore('medvandrer-keys', 'keys');

async function keyOf(owner: string): Promise<CryptoKey> {
  const known = await get<CryptoKey>(owner, keys);
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await set(owner, made, keys);
  return made;
}

const place = (owner: string, name: string) => `${owner} ${name}`;

export async function readDraft(owner: string, name: string): Promise<unknown> {
  const kept = await get<Sealed>(place(owner, name), drafts);
  if (!kept) return undefined;
  if (Date.now() - kept.at > keptMs) return void (await del(place(owner, name), drafts));
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: kept.iv },
    await keyOf(owner),
    kept.sealed,
  );
  return JSON.parse(new TextDecoder().decode(plain));
}

export async function keepDraft(owner: string, name: string, value: unknown): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(owner), plain);
  await set(place(owner, name), { owner, at: Date.now(), iv, sealed } satisfies Sealed, drafts);
}

export const dropDraft = (owner: string, name: string): Promise<void> => del(place(owner, name), drafts);

/** What this login has lying on the device. */
export async function draftNames(owner: string): Promise<string[]> {
  const all = await entries<string, Sealed>(drafts);
  return all.filter(([, kept]) => kept.owner === owner).map(([at]) => at.slice(owner.length + 1));
}

/** At logout: the key first, so that whatever a broken-off deletion leaves behind cannot be read. */
export async function forgetDrafts(owner: string): Promise<void> {
  await del(owner, keys);
  for (const [name, kept] of await entries<string, Sealed>(drafts)) {
    if (kept.owner === owner || Date.now() - kept.at > keptMs) await del(name, drafts);
  }
}
