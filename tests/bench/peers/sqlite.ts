/** SQLite's FTS5 in WebAssembly: Porter stems, title counted three times, `rank` by its own bm25. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import openSqlite, { type Database, type Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { textOf, USUAL_FORMS, type Peer, type PeerIndex } from '@/tests/bench/peers/contract';
import { wordsOf } from '@/tests/bench/peers/words';

const FILE = 'index.sqlite';
const CREATE = `create virtual table docs using fts5(
  id unindexed, title, body, content='', contentless_unindexed=1, tokenize='porter unicode61')`;
const INSERT = 'insert into docs (id, title, body) values (?, ?, ?)';
const SELECT = `select id from docs where docs match ? and rank match 'bm25(0, 3, 1)'
  order by rank limit ?`;

export const sqlite: Peer = {
  name: 'sqlite-fts5',
  canAdd: true,
  forms: USUAL_FORMS,
  async create() {
    const api = await openSqlite();
    const db = new api.oo1.DB(':memory:');
    db.exec(CREATE);
    return wrap(api, db);
  },
  async load(folder) {
    const api = await openSqlite();
    const db = new api.oo1.DB(':memory:');
    const bytes = new Uint8Array(readFileSync(path.join(folder, FILE)));
    const at = api.wasm.allocFromTypedArray(bytes);
    const flags = api.capi.SQLITE_DESERIALIZE_FREEONCLOSE | api.capi.SQLITE_DESERIALIZE_RESIZEABLE;
    db.checkRc(api.capi.sqlite3_deserialize(db, 'main', at, bytes.length, bytes.length, flags));
    return wrap(api, db);
  },
};

function wrap(api: Sqlite3Static, db: Database): PeerIndex {
  return {
    add(documents) {
      db.transaction(() => {
        const insert = db.prepare(INSERT);
        for (const { id, title, body } of documents) {
          insert.bind([id, title, body]).stepReset();
        }
        insert.finalize();
      });
    },
    search(query, form, limit) {
      const words = new Set(wordsOf(textOf(query, form)));
      if (words.size === 0) return [];
      const match = [...words].map((word) => `"${word}"`).join(' OR ');
      return db.selectValues(SELECT, [match, limit]).map(String);
    },
    save: (folder) => writeFileSync(path.join(folder, FILE), api.capi.sqlite3_js_db_export(db)),
  };
}
