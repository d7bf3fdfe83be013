// Where a page of the log begins or ends, as it stands in an address: nothing to be read or made up by people.

import type { EntryPlace } from '../ports/activity.ts'

export function writePlace({ at, id }: EntryPlace): string {
  return Buffer.from(`${at}.${id}`).toString('base64url')
}

/** Undefined where it is none that we wrote. */
export function readPlace(text: string): EntryPlace | undefined {
  const written = /^[\w-]{1,100}$/.test(text) ? Buffer.from(text, 'base64url').toString() : ''
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(written) ?? []
  return at !== undefined && id !== undefined ? { at: Number(at), id } : undefined
}
