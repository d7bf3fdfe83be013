// Parameters by name: what is not in the shape is unknown, what is required must be there.
import { invalidRequest, missingParameter, unknownParameters } from '../errors/invalid-request.ts'
import type { Reader } from './reader.ts'

export type Shape = Record<string, Reader<unknown>>

export type Hash<Fields extends Shape, Required extends keyof Fields> = {
  [Name in Required]: ReturnType<Fields[Name]>
} & { [Name in Exclude<keyof Fields, Required>]?: ReturnType<Fields[Name]> }

export function hash<Fields extends Shape, Required extends keyof Fields & string = never>(
  shape: Fields,
  ...required: Required[]
): Reader<Hash<Fields, Required>> {
  return (given, name) => {
    if (!isHash(given)) throw invalidRequest('Invalid object', { param: name })
    const inside = (key: string) => (name === '' ? key : `${name}[${key}]`)
    const unknown = Object.keys(given).filter((key) => !Object.hasOwn(shape, key))
    if (unknown.length > 0) throw unknownParameters(unknown.map(inside))
    const missing = required.find((key) => given[key] === undefined)
    if (missing !== undefined) throw missingParameter(inside(missing))
    const read = Object.entries(given).map(([key, value]) => [key, shape[key]?.(value, inside(key))])
    // Every key was read by its own reader just above; entries lose what the compiler knew of that.
    return Object.fromEntries(read) as Hash<Fields, Required>
  }
}

/** An empty string unsets the whole. */
export function clearable<Value>(reader: Reader<Value>): Reader<Value | null> {
  return (given, name) => (given === '' ? null : reader(given, name))
}

export function list<Value>(reader: Reader<Value>): Reader<Value[]> {
  return (given, name) => {
    if (!Array.isArray(given)) throw invalidRequest('Invalid array', { param: name })
    return given.map((item, place) => reader(item, `${name}[${place}]`))
  }
}

function isHash(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}
