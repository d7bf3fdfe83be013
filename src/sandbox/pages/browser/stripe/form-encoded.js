// { a: { b: 1 } } as Stripe's API reads it: a[b]=1. What is undefined or null is left out.
export function formEncoded(value) {
  const form = new URLSearchParams()
  append(form, '', value)
  return form
}

function append(form, path, value) {
  if (value === undefined || value === null) return
  if (typeof value !== 'object') return form.append(path, String(value))
  for (const [key, inner] of Object.entries(value)) append(form, path ? `${path}[${key}]` : key, inner)
}
