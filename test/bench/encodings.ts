// The ways to compress a page that are measured beside each other.

import {
  type BrotliOptions,
  brotliCompressSync,
  constants,
  gzipSync,
  type ZstdOptions,
  zstdCompressSync,
} from 'node:zlib'
import type { Encoding } from '../../src/web/compression.ts'

/** By name; null: the page goes out as it is. */
export const ways: Readonly<Record<string, Encoding | null>> = {
  plain: null,
  'gzip 1': gzip(1),
  'gzip 6': gzip(6),
  'brotli 1': brotli(1),
  'brotli 4': brotli(4),
  'brotli 5': brotli(5),
  'brotli 7': brotli(7),
  'brotli 11': brotli(11),
  'zstd 3': zstd(3),
}

function gzip(level: number): Encoding {
  return { name: 'gzip', encode: (plain) => gzipSync(plain, { level }) }
}

function brotli(quality: number): Encoding {
  const options: BrotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }
  return { name: 'br', encode: (plain) => brotliCompressSync(plain, options) }
}

function zstd(level: number): Encoding {
  const options: ZstdOptions = { params: { [constants.ZSTD_c_compressionLevel]: level } }
  return { name: 'zstd', encode: (plain) => zstdCompressSync(plain, options) }
}
