//! The key that seals what this browser keeps.
//!
//! 32 random bytes, themselves sealed by a key that the browser makes, holds and
//! never shows (WebCrypto, not extractable, kept in IndexedDB). Reading the
//! files of the browser's profile does not give the record away; running code on
//! this origin does, which is what the content security policy is for.

const DATABASE = "what-matters-key";
const SHELF = "keys";
const NAME = "sealing";

type Kept = { wrapper: CryptoKey; nonce: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer };

/** The sealing key, made at the first asking; `made` says that this was it. */
export async function sealingKey(): Promise<{ key: Uint8Array; made: boolean }> {
  const database = await open();
  try {
    const kept = await get(database);
    if (kept) return { key: await unseal(kept), made: false };
    const key = crypto.getRandomValues(new Uint8Array(32));
    await put(database, await seal(key));
    return { key, made: true };
  } finally {
    database.close();
  }
}

async function seal(key: Uint8Array<ArrayBuffer>): Promise<Kept> {
  const wrapper = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, wrapper, key);
  return { wrapper, nonce, sealed };
}

async function unseal({ wrapper, nonce, sealed }: Kept): Promise<Uint8Array> {
  return new Uint8Array(
    await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, wrapper, sealed),
  );
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(SHELF);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });
}

function get(database: IDBDatabase): Promise<Kept | undefined> {
  return new Promise((resolve, reject) => {
    const request = database.transaction(SHELF).objectStore(SHELF).get(NAME);
    request.onsuccess = () => resolve(request.result as Kept | undefined);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });
}

/** Resolves once the key is on disk: what it seals must never outlive it. */
function put(database: IDBDatabase, kept: Kept): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(SHELF, "readwrite", { durability: "strict" });
    transaction.objectStore(SHELF).add(kept, NAME);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("IndexedDB"));
  });
}
