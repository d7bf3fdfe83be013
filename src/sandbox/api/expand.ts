// `expand`: ids in an answer become the objects that they name.
import { invalidRequest } from '../errors/invalid-request.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { parseStored } from '../ledger/stored-json.ts'
import { clearable, list } from '../parameters/hash.ts'
import { text } from '../parameters/reader.ts'
import { expandableFields, includedIn, objectNamed } from './expandable.ts'

type Node = { [field: string]: unknown }

export const expansions = clearable(list(text))

export function expand(ledger: Ledger, answer: object, paths: string[]): object {
  if (paths.length === 0) return answer
  const copy = parseStored<Node>(JSON.stringify(answer))
  for (const path of paths) {
    if (path.split('.').length > 4) {
      throw invalidRequest('You cannot expand more than 4 levels of a property.', { param: 'expand' })
    }
    follow(ledger, copy, path, path)
  }
  return copy
}

function follow(ledger: Ledger, node: Node, rest: string, whole: string): void {
  if (node.object === 'list' && Array.isArray(node.data)) {
    if (rest === 'data') return
    if (!rest.startsWith('data.')) throw notExpandable(whole, `data.${rest}`)
    for (const item of node.data) follow(ledger, item, rest.slice('data.'.length), whole)
    return
  }
  const field = fieldsOf(node).find((name) => rest === name || rest.startsWith(`${name}.`))
  if (!field) throw notExpandable(whole)
  const inner = fill(ledger, node, field.split('.'))
  const further = rest.slice(field.length + 1)
  if (further && isNode(inner)) follow(ledger, inner, further, whole)
}

/** Replaces the id, and gives what now stands in its place. */
function fill(ledger: Ledger, node: Node, [name = '', ...deeper]: string[]): unknown {
  const value = node[name]
  if (deeper.length > 0) return isNode(value) ? fill(ledger, value, deeper) : undefined
  const included = includedIn(ledger, String(node.object), String(node.id), name)
  if (included !== undefined) node[name] = included
  else if (typeof value === 'string') node[name] = objectNamed(ledger, value) ?? value
  return node[name]
}

function fieldsOf(node: Node): string[] {
  return expandableFields[String(node.object)] ?? []
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

function notExpandable(path: string, instead?: string) {
  const hint = instead ? ` You may want to try expanding '${instead}' instead.` : ''
  return invalidRequest(`This property cannot be expanded (${path}).${hint}`, { param: 'expand' })
}
