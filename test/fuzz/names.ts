// What our forms and addresses call their parameters, read from the source: a new field is tried without being told.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const inSource = /(?:lineOf|rawOf|line)\((?:[\w.]+, )?'(\w+)'|\.query\.(\w+)/g
const inTemplates = /\bname="(\w+)"/g

export function parameterNames(): string[] {
  const found = [...inFiles('src', '.ts', inSource), ...inFiles('views', '.eta', inTemplates)]
  return [...new Set(found)].sort()
}

function inFiles(folder: string, extension: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension) && !file.startsWith('sandbox'))
    .flatMap((file) => [...readFileSync(join(root, folder, file), 'utf8').matchAll(pattern)])
    .map(([, first, second]) => first ?? second ?? '')
}
