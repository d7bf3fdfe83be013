// Yesterday's backup is put back: what happened since is known to Stripe alone.

import { copyFile, rm } from 'node:fs/promises'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import type { Scene } from '../scene.ts'

export interface Backup {
  /** Kills the servers and puts the backup in the place of what they wrote since. */
  putBack(): Promise<void>
}

export async function takeBackup(scene: Scene): Promise<Backup> {
  return scene.databaseUrl.startsWith('file:') ? backupOfFile(scene) : backupOfServer(scene)
}

async function backupOfFile({ fleet, databaseUrl, notes }: Scene): Promise<Backup> {
  const file = databaseUrl.slice('file:'.length)
  const copy = `${file}.backup`
  const connection = new Sqlite(file, { timeout: 5000 })
  await connection.backup(copy)
  connection.close()
  return {
    async putBack() {
      await fleet.killAll()
      for (const rest of ['-wal', '-shm']) await rm(file + rest, { force: true })
      await copyFile(copy, file)
      await rm(copy)
      notes.restoredAt = Date.now()
      await fleet.revive()
    },
  }
}

// A template may have no connections: the servers die for the copy, too.
async function backupOfServer({ fleet, databaseUrl, notes }: Scene): Promise<Backup> {
  const name = new URL(databaseUrl).pathname.slice(1)
  await fleet.killAll()
  await administer(databaseUrl, name, [`create database ${name}_backup template ${name}`])
  await fleet.revive()
  return {
    async putBack() {
      await fleet.killAll()
      await administer(databaseUrl, name, [
        `drop database ${name} with (force)`,
        `alter database ${name}_backup rename to ${name}`,
      ])
      notes.restoredAt = Date.now()
      await fleet.revive()
    },
  }
}

async function administer(databaseUrl: string, name: string, statements: readonly string[]): Promise<void> {
  const address = new URL(databaseUrl)
  address.pathname = '/postgres'
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  try {
    const others = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1'
    await client.query(others, [name])
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
