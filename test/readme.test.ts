// What README.md, SECURITY.md and the decisions list is all there is, and is there.

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(root + path, 'utf8')
const readme = read('README.md')
const { scripts, dependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort()

/** The first cells of the table under this heading row. */
function firstCells(text: string, head: string): string[] {
  const [, table = ''] = text.split(`\n${head}\n`)
  const rows = table.split('\n\n')[0]?.split('\n') ?? []
  return rows.map((row) => row.split('|')[1]?.trim() ?? '')
}

function quoted(cells: readonly string[]): string[] {
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
}

it('README.md says what each setting is for that .env.example names', () => {
  const named = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(15)
  expect(sorted(quoted(firstCells(readme, '| variable | |\n|---|---|')))).toEqual(sorted(named))
})

it('README.md says what each command does', () => {
  const cells = quoted(firstCells(readme, '| command | |\n|---|---|'))
  const commands = cells.map((command) => command.replace(/^npm (run )?/, '').split(' ')[0] ?? '')
  expect(sorted(commands)).toEqual(sorted(Object.keys(scripts ?? {})))
})

it('README.md says what each package is for', () => {
  const cells = firstCells(readme, '| package | for |\n|---|---|')
  const packages = cells.flatMap((cell) => cell.split(', ')).filter((name) => !name.startsWith('node-linux'))
  expect(sorted(packages)).toEqual(sorted(Object.keys(dependencies ?? {})))
})

it('README.md counts what docs/asvs.md judges', () => {
  const asvs = read('docs/asvs.md')
  const [met, part, not] = ['met', 'in part', 'not met'].map((verdict) =>
    Number(new RegExp(`^\\| ${verdict} \\| (\\d+) \\|$`, 'm').exec(asvs)?.[1]),
  )
  const all = Number(met) + Number(part) + Number(not)
  const text = readme.replaceAll('\n', ' ')
  expect(text).toContain(`of ${all} requirements that apply, ${met} are met, ${part} in part, ${not} not`)
})

it('SECURITY.md says of each table what is in it', () => {
  const [, part = ''] = read('SECURITY.md').split('## What is kept')
  const rows = [...part.matchAll(/^\| [^|]+ \| `(\w+)` \| [^|]+ \|$/gm)].map(([, table = '']) => table)
  const tables = [...read('db/schema.sql').matchAll(/^create table "?(\w+)/gm)].map(([, table = '']) => table)
  // Which migrations were run.
  expect(sorted(rows)).toEqual(sorted(tables.filter((table) => table !== 'migrations')))
})

it('decisions have a number each, in their name and their heading, and speak of others that there are', () => {
  const files = readdirSync(`${root}docs/decisions`)
  const numbers = files.map((file) => Number(file.slice(0, 3)))
  expect(new Set(numbers).size).toBe(files.length)
  for (const file of files) {
    const text = read(`docs/decisions/${file}`)
    expect(text).toMatch(new RegExp(`^# ${Number(file.slice(0, 3))}\\. `))
    for (const [, other] of text.matchAll(/\(decision (\d+)\)/g)) expect(numbers).toContain(Number(other))
  }
})
