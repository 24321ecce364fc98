/** A fresh database in memory for each test, with the repositories over it. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openDatabase, type TrivetDatabase } from '@/lib/store/database';

/** Its own database; gone with the test. */
export function freshDatabase(indexedDB = new IDBFactory()): TrivetDatabase {
  return openDatabase('test', { indexedDB, IDBKeyRange });
}
