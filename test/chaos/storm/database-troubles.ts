// A database that will not be written: locked by another connection, full, or read-only. Meanwhile nothing may be
// charged that was not begun before, and whoever asks for a change is told to come back later.

import { writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import type { Scene } from '../scene.ts'
import { bill } from '../world/invoices.ts'
import type { Trouble } from './troubles.ts'

/** Longer than the server waits for a lock. */
const longLock = 6_500

export async function locked(scene: Scene): Promise<void> {
  const long = scene.random.chance(0.25)
  await during(
    scene,
    'locked',
    await lockOf(scene.databaseUrl),
    long ? longLock : scene.random.between(100, 900),
  )
}

export async function readOnly(scene: Scene): Promise<void> {
  if (!scene.databaseUrl.startsWith('file:')) return locked(scene)
  await scene.fleet.order({ disk: 'read-only' })
  await during(scene, 'read-only', () => scene.fleet.order({ disk: 'well' }), 500)
}

/** A real disk where one may be mounted; a database that may not grow elsewhere. */
export async function full(scene: Scene): Promise<void> {
  if (!scene.databaseUrl.startsWith('file:')) return locked(scene)
  const ballast = join(dirname(scene.databaseUrl.slice('file:'.length)), 'ballast')
  const isSmall = dirname(ballast).endsWith('small')
  if (isSmall) fill(ballast)
  else await scene.fleet.order({ disk: 'full' })
  const free = isSmall ? () => rm(ballast, { force: true }) : () => scene.fleet.order({ disk: 'well' })
  await during(scene, 'full', free, 500)
}

async function during(
  scene: Scene,
  kind: Trouble['kind'],
  end: () => unknown,
  length: number,
): Promise<void> {
  const from = Date.now()
  const company = scene.random.any(scene.companies)
  if (company) await bill(scene.sandbox, company, scene.random)
  await pause(length)
  const until = Date.now()
  await end()
  scene.notes.troubles.push({ kind, from, until })
}

async function lockOf(databaseUrl: string): Promise<() => Promise<void>> {
  if (!databaseUrl.startsWith('file:')) return tableLock(databaseUrl)
  const connection = new Sqlite(databaseUrl.slice('file:'.length), { timeout: 5000 })
  connection.exec('begin immediate')
  return async () => void connection.exec('rollback').close()
}

async function tableLock(connectionString: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query('begin')
  await client.query('lock table attempts, stripe_events, invoices in share row exclusive mode')
  return () => client.end()
}

function fill(file: string): void {
  const block = Buffer.alloc(4096)
  for (;;) {
    try {
      writeFileSync(file, block, { flag: 'a' })
    } catch {
      return
    }
  }
}
