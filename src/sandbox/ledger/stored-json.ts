// The one place where stored text becomes a typed value again: what a kind's writer put in, its reader gets out.
export function parseStored<Value>(text: string): Value {
  return JSON.parse(text)
}
