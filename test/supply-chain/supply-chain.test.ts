import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { installScripts } from './install-scripts.ts'
import { allowed, licencesFile, licencesText } from './licences.ts'
import { lockedPackages } from './lockfile.ts'
import { verdictOf } from './verdict.ts'

const packages = lockedPackages()

it('every package comes from the registry, and is known by its hash', () => {
  // The lockfile names no address where it is the registry's own.
  const strangers = packages.filter(
    ({ resolved, integrity }) => resolved !== '' || !/^sha512-/.test(integrity ?? ''),
  )
  expect(packages.length).toBeGreaterThan(100)
  expect(strangers).toEqual([])
})

describe('Install scripts', () => {
  it('are in those packages alone that are known to have one', () => {
    const found = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)
    expect(found.sort()).toEqual(Object.keys(installScripts).sort())
  })

  it('do not run', () => {
    const npmrc = readFileSync(new URL('../../.npmrc', import.meta.url), 'utf8')
    expect(npmrc).toMatch(/^ignore-scripts=true$/m)
  })
})

describe('Licences', () => {
  it('of all that runs with Guichet are ones that we may pass on', () => {
    const running = packages.filter(({ forDevelopment }) => !forDevelopment)
    expect(running.filter(({ licence }) => !Object.hasOwn(allowed, licence))).toEqual([])
  })

  it('stand in docs/licences.md as they are now', () => {
    expect(readFileSync(licencesFile, 'utf8')).toBe(licencesText())
  })
})

describe('What npm audit answers', () => {
  const said = (stdout: object | string, status: number | null = 1) =>
    verdictOf({
      status,
      stdout: typeof stdout === 'string' ? stdout : JSON.stringify(stdout),
      stderr: 'npm error',
    })
  const skipped = { verdict: 'skipped: the registry does not answer', lines: [] }

  it.each([
    [{ auditReportVersion: 2, vulnerabilities: {}, metadata: { vulnerabilities: { total: 0 } } }],
    [{ invalid: [], missing: [] }],
  ])('is clean where it is %j', (answer) => expect(said(answer, 0)).toEqual({ verdict: 'clean', lines: [] }))

  it.each([
    [{ message: '405 Method Not Allowed', statusCode: 405, error: { summary: '', detail: '' } }],
    [{ message: 'Service Unavailable', statusCode: 503, error: { summary: '', detail: '' } }],
    [
      {
        error: {
          code: 'ENOTFOUND',
          summary: 'request to https://tuf-repo-cdn.sigstore.dev failed',
          detail: '',
        },
      },
    ],
    [{ error: { code: 'ECONNREFUSED', summary: '', detail: '' } }],
    [{ error: { code: 'E403', summary: '', detail: '' } }],
    [{ error: { code: 'ERR_SOCKET_TIMEOUT', summary: '', detail: '' } }],
  ])('is nobody there where it is %j', (answer) => expect(said(answer)).toEqual(skipped))

  it('is nobody there where npm had to be ended', () => expect(said('', null)).toEqual(skipped))

  it.each([
    [{ vulnerabilities: { express: { name: 'express', severity: 'high' } } }, ['express: high']],
    [{ invalid: [{ name: 'eta', version: '4.6.0' }], missing: [] }, ['eta@4.6.0: signature invalid']],
    [{ invalid: [], missing: [{ name: 'eta', version: '4.6.0' }] }, ['eta@4.6.0: signature missing']],
  ])('is a failure where it is %j', (answer, lines) => {
    expect(said(answer)).toEqual({ verdict: 'failed', lines })
    expect(said(answer, 0)).toEqual({ verdict: 'failed', lines })
  })

  it.each([
    [{ error: { code: 'EUSAGE', summary: 'found no installed dependencies to audit' } }],
    [{ error: { code: 'EINTEGRITY', summary: 'ENOTFOUND in words of somebody else' } }],
    ['not JSON'],
    [''],
  ])('is a failure where nobody understands it: %j', (answer) => expect(said(answer).verdict).toBe('failed'))

  it('is a failure where npm says that all is well and nothing else', () =>
    expect(said('', 0).verdict).toBe('failed'))
})
