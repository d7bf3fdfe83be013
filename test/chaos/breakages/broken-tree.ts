// A copy of the program with a mistake in it.
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Patch } from './list.ts'

const parts = ['src', 'db', 'views', 'public', 'package.json']

export function breakTree(root: string, folder: string, patches: readonly Patch[]): void {
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const patch of patches) apply(folder, patch)
}

function apply(folder: string, { file, from, to }: Patch): void {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} has no longer: ${from}`)
  writeFileSync(
    path,
    text.replace(from, () => to),
  )
}
