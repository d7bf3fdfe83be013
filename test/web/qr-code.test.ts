import { expect, it } from 'vitest'
import { deviceOf } from '../../src/web/device.ts'
import { qrCode } from '../../src/web/qr-code.ts'

it('the picture is squares within its side, with its three corners and four quiet ones around it', () => {
  const { size, path } = qrCode('otpauth://totp/Guichet:alice@atelier.example?secret=GEZDGNBVGY3TQOJQ')
  const squares = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)])
  expect(path.replace(/M\d+ \d+h1v1h-1z/g, '')).toBe('')
  const dark = new Set(squares.map(([x, y]) => `${x} ${y}`))
  for (const [x = 0, y = 0] of squares) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(4)
    expect(Math.max(x, y)).toBeLessThan(size - 4)
  }
  const far = size - 5
  for (const corner of [`4 4`, `${far} 4`, `4 ${far}`]) expect(dark.has(corner)).toBe(true)
})

it.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Windows'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
    'Safari',
    'macOS',
  ],
  ['curl/8.9.1', null, null],
  ['', null, null],
  [`<script>${'x'.repeat(300)}`, null, null],
])('of %j the device is %s on %s', (userAgent, browser, system) => {
  const device = deviceOf(userAgent)
  expect([device.browser, device.system]).toEqual([browser, system])
})
