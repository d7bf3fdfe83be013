export function emitter() {
  const listeners = new Map()
  const of = (name) => listeners.get(name) ?? []
  const on = (name, listener, once = false) => listeners.set(name, [...of(name), { listener, once }])
  const off = (name, listener) =>
    listeners.set(name, listener ? of(name).filter((entry) => entry.listener !== listener) : [])
  return {
    on,
    off,
    emit(name, event) {
      for (const { listener, once } of of(name)) {
        if (once) off(name, listener)
        listener(event)
      }
    },
  }
}
