import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { archiveError } from './archive-errors.ts';

/** Prepared statements that are kept; the archive's own queries are fewer, searches vary. */
const MAX_STATEMENTS = 400;

/**
 * Kysely over node:sqlite: one connection, handed out to one query or transaction at a time.
 * Transactions are BEGIN IMMEDIATE, so that two processes never meet in the middle of one.
 */
export function sqliteDialect(database: DatabaseSync, file: string): Dialect {
  return {
    createDriver: () => new NodeSqliteDriver(database, file),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
  };
}

/**
 * Whose turn it is, by file: connections of one thread wait for each other here. SQLite's own waiting would block
 * the thread, and with it the transaction that it waits for.
 */
const TURNS = new Map<string, Promise<void>>();

class NodeSqliteDriver implements Driver {
  readonly #database: DatabaseSync;
  readonly #connection: NodeSqliteConnection;
  readonly #file: string;
  #release: () => void = () => {};

  constructor(database: DatabaseSync, file: string) {
    this.#database = database;
    this.#file = file;
    this.#connection = new NodeSqliteConnection(database, file);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = TURNS.get(this.#file);
    let release = () => {};
    TURNS.set(
      this.#file,
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    await before;
    this.#release = release;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('BEGIN IMMEDIATE'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('COMMIT'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // SQLite has rolled back by itself after a full disk or an I/O error; a second ROLLBACK would hide that error.
    if (this.#database.isTransaction) await connection.executeQuery(CompiledQuery.raw('ROLLBACK'));
  }

  async destroy(): Promise<void> {
    if (this.#database.isOpen) this.#database.close();
  }
}

class NodeSqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #file: string;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync, file: string) {
    this.#database = database;
    this.#file = file;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const parameters = query.parameters as readonly SQLInputValue[];
    try {
      const statement = this.#prepare(query.sql);
      // Rows come without a prototype; a copy is an object like any other, here and in another thread.
      if (statement.columns().length > 0)
        return { rows: statement.all(...parameters).map((row) => ({ ...row })) as R[] };
      const { changes, lastInsertRowid } = statement.run(...parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    } catch (error) {
      throw archiveError(error, this.#file);
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    const rows = this.#database.prepare(query.sql).iterate(...(query.parameters as readonly SQLInputValue[]));
    for (const row of rows) yield { rows: [row as R] };
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) {
      this.#statements.delete(sql);
      this.#statements.set(sql, known);
      return known;
    }
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    if (this.#statements.size > MAX_STATEMENTS) this.#statements.delete(this.#statements.keys().next().value!);
    return statement;
  }
}
