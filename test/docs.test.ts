// What the documents point to is there.

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(root + path, 'utf8')

/** `src/a/b.ts` or `src/a/b.ts:symbol`, and folders, which end with a slash; links to files of ours too. */
function pointersIn(path: string): { path: string; symbol: string | undefined }[] {
  const text = read(path)
  const quoted = [
    ...text.matchAll(/`((?:src|test|db|docs|public|views)\/[^`]*|[\w.-]+\.(?:json|md|npmrc))`/g),
  ]
  const linked = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => {
    const folder = path.replace(/[^/]*$/, '')
    return new URL(target, `file:///${folder}`).pathname.slice(1)
  })
  return [...quoted.map(([, pointer = '']) => pointer), ...linked].map((pointer) => {
    const [file = '', symbol] = pointer.split(':')
    return { path: file, symbol }
  })
}

describe.each([
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/asvs.md',
  'docs/export.md',
  'docs/design-language.md',
])('%s', (document) => {
  const pointers = pointersIn(document)

  it('points to files that are there', () => {
    expect(pointers.length).toBeGreaterThan(1)
    expect(pointers.filter(({ path }) => !existsSync(root + path)).map(({ path }) => path)).toEqual([])
  })

  it('names what stands in them', () => {
    const missing = pointers.filter(({ path, symbol }) => {
      if (symbol === undefined || !existsSync(root + path)) return false
      return !read(path).includes(symbol)
    })
    expect(missing).toEqual([])
  })
})

// OWASP ASVS 5.0.0, levels 1 and 2: how many requirements each section has.
const sections: Readonly<Record<string, number>> = {
  '1.1': 2,
  '1.2': 9,
  '1.3': 11,
  '1.4': 3,
  '1.5': 2,
  '2.1': 3,
  '2.2': 3,
  '2.3': 4,
  '2.4': 1,
  '3.2': 2,
  '3.3': 4,
  '3.4': 6,
  '3.5': 5,
  '3.7': 2,
  '4.1': 3,
  '4.2': 1,
  '4.3': 2,
  '4.4': 4,
  '6.1': 3,
  '6.2': 12,
  '6.3': 4,
  '6.4': 4,
  '6.5': 5,
  '6.6': 3,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 2,
  '7.6': 2,
  '8.1': 2,
  '8.2': 3,
  '8.3': 1,
  '8.4': 1,
  '11.1': 2,
  '11.2': 3,
  '11.3': 3,
  '11.4': 4,
  '11.5': 1,
  '11.6': 1,
  '12.1': 3,
  '12.2': 2,
  '12.3': 4,
  '13.1': 1,
  '13.2': 5,
  '13.3': 2,
  '13.4': 5,
  '14.1': 2,
  '14.2': 4,
  '14.3': 3,
  '15.1': 3,
  '15.2': 3,
  '15.3': 7,
  '16.1': 1,
  '16.2': 5,
  '16.3': 4,
  '16.4': 3,
  '16.5': 3,
}

it('docs/asvs.md leaves no requirement of its chapters out, and judges each', () => {
  const rows = [...read('docs/asvs.md').matchAll(/^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| (.+) \|$/gm)]
  const wanted = Object.entries(sections).flatMap(([section, last]) =>
    Array.from({ length: last }, (_, at) => `${section}.${at + 1}`),
  )
  expect(rows.map(([, number]) => number)).toEqual(wanted)
  const verdicts = rows.map(([, number, , verdict = '']) => [number, verdict.trim()])
  const known = ['met', 'in part', 'not met', 'not applicable']
  expect(verdicts.filter(([, verdict = '']) => !known.includes(verdict))).toEqual([])
  // A verdict without a word on why is none.
  expect(rows.filter(([, , , , why = '']) => why.trim().length < 10).map(([, number]) => number)).toEqual([])
})

it('docs/asvs.md counts its verdicts right', () => {
  const text = read('docs/asvs.md')
  for (const verdict of ['met', 'in part', 'not met', 'not applicable']) {
    const count = [...text.matchAll(new RegExp(`^\\| \\d+\\.\\d+\\.\\d+ \\| [^|]+ \\| ${verdict} \\|`, 'gm'))]
      .length
    expect(text).toContain(`| ${verdict} | ${count} |`)
  }
})
