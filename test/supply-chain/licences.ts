// Under which licences the packages are that run with Guichet, from the lockfile.

import { lockedPackages } from './lockfile.ts'

/** Each lets us pass it on with a program under MIT; the reason stands where it is not plain. */
export const allowed: Readonly<Record<string, string>> = {
  MIT: '',
  'MIT-0': '',
  ISC: '',
  'BSD-2-Clause': '',
  'BSD-3-Clause': '',
  'BSD-0-Clause': 'htmx’s own spelling of 0BSD',
  '0BSD': '',
  'Apache-2.0': '',
  'MPL-2.0': 'for its own files alone, which we pass on as they are: the brands’ marks',
}

export const licencesFile = new URL('../../docs/licences.md', import.meta.url)

export function licencesText(): string {
  const packages = lockedPackages().filter(({ forDevelopment }) => !forDevelopment)
  const lines = packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`)
  const notes = [...new Set(packages.map(({ licence }) => licence))]
    .filter((licence) => allowed[licence])
    .map((licence) => `- ${licence}: ${allowed[licence]}.`)
  return [
    '# Licences',
    '',
    'Written by `npm run licences` from the lockfile: every package that runs with Guichet, on whichever machine. Not to be edited.',
    '',
    ...notes.sort(),
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...[...new Set(lines)].sort(),
    '',
  ].join('\n')
}
