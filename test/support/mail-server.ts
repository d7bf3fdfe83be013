// A mail server that takes what it is sent, or does not: as busy, refusing, silent or absent as a test wants it.
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { type ReceivedMail, readMail } from './received-mail.ts'

/** 'busy': 451 for every reader. 'refusing': 550 for every reader. 'silent': it does not even greet. */
export type Manner = 'taking' | 'busy' | 'refusing' | 'silent'

export interface MailServer {
  readonly url: string
  readonly received: readonly ReceivedMail[]
  /** Every line that was said to it, but for the letters. */
  readonly heard: readonly string[]
  behave(manner: Manner): void
  /** It hangs up, and nobody listens at its address any more. */
  goAway(): Promise<void>
  comeBack(): Promise<void>
}

/** Closed when the test that starts it ends. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const heard: string[] = []
  const sockets = new Set<Socket>()
  let manner: Manner = 'taking'

  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => {}))
    if (manner !== 'silent') converse(socket)
  })
  await listen(server, 0)
  const { port } = server.address() as AddressInfo

  function converse(socket: Socket): void {
    const say = (line: string): boolean => socket.write(`${line}\r\n`)
    let typed = ''
    let to: string[] = []
    let inData = false
    say('220 mail.example')
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      typed += chunk
      for (;;) {
        const end = typed.indexOf(inData ? '\r\n.\r\n' : '\r\n')
        if (end === -1 || manner === 'silent') return
        const part = typed.slice(0, end)
        typed = typed.slice(end + (inData ? 5 : 2))
        if (inData) take(part)
        else answer(part)
      }
    })

    function take(data: string): void {
      inData = false
      received.push(readMail(data, to))
      to = []
      say('250 taken')
    }

    function answer(line: string): void {
      heard.push(line)
      const [verb = ''] = line.toUpperCase().split(/[ :]/)
      if (verb === 'RCPT') answerReader(/<(.*)>/.exec(line)?.[1] ?? '')
      else if (verb === 'QUIT') socket.end('221 bye\r\n')
      // Who has a password gives it only to a server that asks for one.
      else if (verb === 'EHLO') say('250-mail.example\r\n250 AUTH PLAIN')
      else if (verb === 'STARTTLS') say('502 not here')
      else if (verb === 'AUTH') say('235 welcome')
      else say(verb === 'DATA' ? '354 go on' : '250 mail.example')
      inData = verb === 'DATA'
    }

    function answerReader(address: string): void {
      if (manner === 'taking') to.push(address)
      if (manner === 'busy') say(`451 try again later, ${address}`)
      else say(manner === 'refusing' ? `550 no such person: ${address}` : '250 ok')
    }
  }

  async function goAway(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }

  onTestFinished(goAway)
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    heard,
    behave(next) {
      manner = next
    },
    goAway,
    comeBack: () => listen(server, port),
  }
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
}
