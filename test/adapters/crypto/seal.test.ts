import { expect, it } from 'vitest'
import { sealWith } from '../../../src/adapters/crypto/seal.ts'

const [older, newer] = ['the secret of last year, long enough', 'the secret of this year, long enough']

it('opens what it closed, and shows nothing of it', () => {
  const seal = sealWith([newer])
  const sealed = seal.close('JBSWY3DP', 'alice')
  expect(sealed).not.toContain('JBSWY3DP')
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('JBSWY3DP')
  expect(seal.open(sealed, 'alice')).toEqual({ text: 'JBSWY3DP', stale: false })
})

it('closes the same text differently each time', () => {
  const seal = sealWith([newer])
  expect(seal.close('JBSWY3DP', 'alice')).not.toBe(seal.close('JBSWY3DP', 'alice'))
})

it('opens what an earlier secret closed, and says that it did', () => {
  const sealed = sealWith([older]).close('JBSWY3DP', 'alice')
  expect(sealWith([newer, older]).open(sealed, 'alice')).toEqual({ text: 'JBSWY3DP', stale: true })
  expect(sealWith([newer]).open(sealed, 'alice')).toBeNull()
})

it('opens for nobody but its owner', () => {
  const seal = sealWith([newer])
  expect(seal.open(seal.close('JBSWY3DP', 'alice'), 'bob')).toBeNull()
})

it('opens nothing that was touched, cut or made up', () => {
  const seal = sealWith([newer])
  const bytes = Buffer.from(seal.close('JBSWY3DP', 'alice'), 'base64url')
  for (let at = 0; at < bytes.length; at += 1) {
    const touched = Buffer.from(bytes)
    touched[at] = (touched[at] ?? 0) ^ 1
    expect([at, seal.open(touched.toString('base64url'), 'alice')]).toEqual([at, null])
    expect(seal.open(bytes.subarray(0, at).toString('base64url'), 'alice')).toBeNull()
  }
  for (const made of ['', 'A'.repeat(100), 'no base64 at all']) expect(seal.open(made, 'alice')).toBeNull()
})
