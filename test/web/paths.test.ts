import { describe, expect, it } from 'vitest'
import { ownPath, paths } from '../../src/web/paths.ts'

describe('A path to go on to', () => {
  it.each([
    ['/settings/payment-methods?look=3', '/settings/payment-methods?look=3'],
    ['/', '/'],
    ['/a/../settings', '/settings'],
    ['/settings#part', '/settings'],
    ['/settings?next=//evil.example', '/settings?next=//evil.example'],
  ])('may be %s', (next, path) => expect(ownPath(next)).toBe(path))

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/%2e%2e//evil.example',
    '/a/..//evil.example',
    '//guichet.invalid//evil.example',
    'javascript:alert(1)',
    'https://evil.example',
    'settings',
    '',
    '//',
    `/${'a'.repeat(2000)}`,
    undefined,
    null,
    ['/settings'],
    { startsWith: () => true },
  ])('is not %j', (next) => expect(ownPath(next)).toBeUndefined())

  it.each([
    '/%2F%2Fevil.example',
    '/%5Cevil.example',
    '/ok\r\nLocation: https://evil.example',
    '/\0',
    '/<script>',
  ])('stays on our own site when it is %j', (next) => {
    const path = ownPath(next) ?? '/'
    expect(new URL(path, 'https://guichet.example').origin).toBe('https://guichet.example')
    expect(path).toMatch(/^[!-~]*$/)
  })

  it('comes out the same when it goes in again', () => {
    for (const next of ['/%2F%2Fevil', '/a b?c=d e', '/é']) {
      const once = ownPath(next)
      expect(ownPath(once)).toBe(once)
    }
  })
})

it('The address of a refusal quotes what stands in it', () => {
  expect(paths.refusal('a&b=c')).toBe('/settings/payment-methods/new?setup_intent=a%26b%3Dc')
})
