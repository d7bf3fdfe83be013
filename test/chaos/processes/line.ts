// Questions and answers between the harness and a process of its own.
import type { ChildProcess } from 'node:child_process'

export interface Line {
  /** Rejects where the process is gone, or goes before it has answered. */
  ask<Answer>(question: object): Promise<Answer>
}

export class Gone extends Error {
  override readonly name = 'Gone'
}

export function lineTo(child: ChildProcess): Line {
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>()
  let last = 0
  child.on('message', (message: { id?: number; answer?: unknown }) => {
    if (message.id === undefined) return
    // What was asked for is what is answered: both ends are of this folder.
    waiting.get(message.id)?.resolve(message.answer as never)
    waiting.delete(message.id)
  })
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Gone())
    waiting.clear()
  })
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (!child.connected) return reject(new Gone())
        last += 1
        waiting.set(last, { resolve, reject })
        child.send({ id: last, ...question }, (error) => error && reject(new Gone()))
      }),
  }
}
