// A picture that a phone reads, as one path: it stands in the page itself, so that no other address shows a secret.

import { encode } from 'uqr'
import type { PictureView } from './views.ts'

/** The quiet zone that ISO/IEC 18004 asks for around a code. */
const border = 4

export function qrCode(text: string): PictureView {
  const { data, size } = encode(text, { ecc: 'M', border })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return { size, path }
}
