// One line of the API: a method, a path, what it may be asked, and who may ask.
import type { Ledger } from '../ledger/ledger.ts'
import { type Hash, hash, type Shape } from '../parameters/hash.ts'

export interface Call<Params> {
  ledger: Ledger
  /** What the path names, such as `id`. */
  path: (name: string) => string
  params: Params
  key: KeyKind
}

export type KeyKind = 'secret' | 'publishable'

interface Description<Fields extends Shape, Required extends keyof Fields & string> {
  method: 'get' | 'post' | 'delete'
  path: string
  /** 'secret' unless a browser may call it too. */
  keys?: 'secret' | 'either'
  params: Fields
  required?: Required[]
  answer: (call: Call<Hash<Fields, Required>>) => object
}

export interface Endpoint {
  method: 'get' | 'post' | 'delete'
  path: string
  keys: 'secret' | 'either'
  /** Reads the parameters, or refuses them; the answer is made by calling what comes back. */
  prepare(given: unknown, call: Omit<Call<unknown>, 'params'>): () => object
}

export function endpoint<Fields extends Shape, Required extends keyof Fields & string = never>(
  description: Description<Fields, Required>,
): Endpoint {
  const { method, path, keys = 'secret', params, required = [], answer } = description
  const reader = hash(params, ...required)
  return {
    method,
    path,
    keys,
    prepare(given, call) {
      const read = reader(given, '')
      return () => answer({ ...call, params: read })
    },
  }
}
