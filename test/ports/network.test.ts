import { describe, expect, it } from 'vitest'
import { networkOf } from '../../src/ports/network.ts'

describe('The network that an address counts for', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:192.0.2.7', '192.0.2.7'],
    ['::ffff:c000:207', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
  ])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network))

  it.each([
    null,
    '',
    'unknown',
    'evil.example',
    '1.2.3',
    '1.2.3.256',
    '2001:db8::1::2',
    ']:[',
    '1.2.3.4, 5.6.7.8',
  ])('of %j, which is none, is one and the same', (address) => expect(networkOf(address)).toBe('unknown'))

  it('differs where the networks do', () => {
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
    expect(networkOf('192.0.2.7')).not.toBe(networkOf('192.0.2.8'))
  })
})
