import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Config, type Environment, readConfig } from '../src/config.ts'
import { readEnvironment } from '../src/environment.ts'

const secret = 'a-secret-of-at-least-32-characters'
const testKeys: Environment = {
  STRIPE_SECRET_KEY: 'sk_test_51abc',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_51abc',
  STRIPE_WEBHOOK_SECRET: 'whsec_0123456789',
  SESSION_SECRET: secret,
  PUBLIC_URL: 'https://billing.example.com',
}
const mail: Environment = {
  SMTP_URL: 'smtps://user:secret@smtp.example.com',
  MAIL_FROM: 'billing@example.com',
}
const liveKeys: Environment = {
  ...testKeys,
  STRIPE_SECRET_KEY: 'rk_live_51abc',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_51abc',
}

const production: Environment = { ...liveKeys, ...mail, NODE_ENV: 'production' }

function configOf(environment: Environment): Config {
  const read = readConfig(environment)
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.config
}

function faultsOf(environment: Environment): readonly string[] {
  const read = readConfig(environment)
  return 'faults' in read ? read.faults : []
}

describe('Without any setting', () => {
  const config = configOf({})

  it('Guichet listens on this machine alone, with its own sandbox and an embedded database', () => {
    expect(config).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: undefined,
      databaseUrl: 'file:data/guichet.db',
      sessionSecrets: [],
      stripe: undefined,
      trustProxy: false,
      mail: undefined,
    })
  })

  it('the configuration cannot be changed afterwards', () => expect(Object.isFrozen(config)).toBe(true))

  it('settings of nothing but spaces count as none', () => {
    expect(configOf({ PORT: ' ', STRIPE_SECRET_KEY: '  ', PUBLIC_URL: '' })).toEqual(config)
  })
})

describe('With keys of Stripe', () => {
  it('that are for tests, it is not live and speaks to Stripe itself', () => {
    const { stripe } = configOf(testKeys)
    expect(stripe).toMatchObject({ livemode: false, apiUrl: undefined, webhookSecrets: ['whsec_0123456789'] })
    expect(stripe?.scriptUrl.origin).toBe('https://js.stripe.com')
  })

  it('that are live, it is live', () => {
    expect(configOf({ ...liveKeys, ...mail, NODE_ENV: 'production' }).stripe?.livemode).toBe(true)
  })

  it('several secrets serve while one is replaced by the next', () => {
    const config = configOf({
      ...testKeys,
      STRIPE_WEBHOOK_SECRET: 'whsec_00000000, whsec_11111111,',
      SESSION_SECRET: `${secret}, ${secret}-older`,
    })
    expect(config.stripe?.webhookSecrets).toEqual(['whsec_00000000', 'whsec_11111111'])
    expect(config.sessionSecrets).toEqual([secret, `${secret}-older`])
  })

  it('another address stands in for Stripe outside production', () => {
    const { stripe } = configOf({
      ...testKeys,
      STRIPE_API_URL: 'http://localhost:12111',
      STRIPE_JS_URL: 'http://localhost:12111/stripe.js',
    })
    expect([stripe?.apiUrl?.origin, stripe?.scriptUrl.pathname]).toEqual([
      'http://localhost:12111',
      '/stripe.js',
    ])
  })
})

it.each(['billing@example.com', 'Guichet <billing@example.com>', 'L’Atelier <a@b.example>'])(
  'Mail may come from %s',
  (from) => {
    const config = configOf({ ...mail, MAIL_FROM: from })
    expect(config.mail).toEqual({ server: new URL(mail.SMTP_URL ?? ''), from })
  },
)

it.each([
  ['1', 1],
  ['loopback, 10.0.0.0/8', 'loopback, 10.0.0.0/8'],
])('TRUST_PROXY may be %s', (text, trustProxy) => {
  expect(configOf({ TRUST_PROXY: text }).trustProxy).toBe(trustProxy)
})

describe('It refuses to start', () => {
  const refusals: readonly [string, Environment, string][] = [
    [
      'with half of the keys',
      { ...testKeys, STRIPE_PUBLISHABLE_KEY: '' },
      'STRIPE_PUBLISHABLE_KEY is missing',
    ],
    ['without a secret key', { ...testKeys, STRIPE_SECRET_KEY: undefined }, 'STRIPE_SECRET_KEY is missing'],
    [
      'without a webhook secret',
      { ...testKeys, STRIPE_WEBHOOK_SECRET: '' },
      'STRIPE_WEBHOOK_SECRET is missing',
    ],
    [
      'with webhook secrets of commas alone',
      { ...testKeys, STRIPE_WEBHOOK_SECRET: ', ,' },
      'STRIPE_WEBHOOK_SECRET',
    ],
    [
      'with one webhook secret of two malformed',
      { ...testKeys, STRIPE_WEBHOOK_SECRET: 'whsec_00000000,whsec_' },
      'STRIPE_WEBHOOK_SECRET',
    ],
    [
      'with a publishable key for a secret one',
      { ...testKeys, STRIPE_SECRET_KEY: 'pk_test_1' },
      'STRIPE_SECRET_KEY is no',
    ],
    [
      'with a secret key for a publishable one',
      { ...testKeys, STRIPE_PUBLISHABLE_KEY: 'sk_test_1' },
      'STRIPE_PUBLISHABLE_KEY is no',
    ],
    [
      'with a live and a test key',
      { ...production, STRIPE_PUBLISHABLE_KEY: 'pk_test_1' },
      'one is for tests',
    ],
    ['with a test and a live key', { ...testKeys, STRIPE_PUBLISHABLE_KEY: 'pk_live_1' }, 'one is for tests'],
    ['without a session secret', { ...testKeys, SESSION_SECRET: '' }, 'SESSION_SECRET is missing'],
    [
      'with session secrets of commas alone',
      { ...testKeys, SESSION_SECRET: ',' },
      'SESSION_SECRET is missing',
    ],
    ['with live keys outside production', { ...production, NODE_ENV: 'development' }, 'NODE_ENV has to be'],
    ['with live keys and no word of production', { ...production, NODE_ENV: '' }, 'NODE_ENV has to be'],
    ['with a NODE_ENV that only looks like one', { NODE_ENV: 'prod' }, 'NODE_ENV is none of'],
    [
      'with plain http on another machine',
      { ...testKeys, PUBLIC_URL: 'http://billing.example.com' },
      'PUBLIC_URL has to be an https address, except',
    ],
    [
      'in production with a database in memory',
      { ...production, DATABASE_URL: 'file::memory:' },
      'in memory alone',
    ],
    [
      'with a webhook secret that stands for one',
      { ...testKeys, STRIPE_WEBHOOK_SECRET: 'whsec_your_secret_here' },
      'STRIPE_WEBHOOK_SECRET stands for',
    ],
    [
      'with a key that stands for one',
      { ...testKeys, STRIPE_SECRET_KEY: 'sk_test_replace_me' },
      'STRIPE_SECRET_KEY stands for',
    ],
    ['with the same session secret twice', { SESSION_SECRET: `${secret},${secret}` }, 'there twice'],
    ['with a short operations token', { OPERATIONS_TOKEN: 'short' }, 'OPERATIONS_TOKEN: it needs 32'],
    [
      'with an operations token of one sign',
      { OPERATIONS_TOKEN: '0'.repeat(40) },
      'OPERATIONS_TOKEN: it has to be made by chance',
    ],
    [
      'with an operations token that no header carries',
      { OPERATIONS_TOKEN: 'une phrase de passe pour les opérations' },
      'OPERATIONS_TOKEN: it goes into a header',
    ],
    [
      'with one secret for two things',
      { SESSION_SECRET: secret, OPERATIONS_TOKEN: secret },
      'OPERATIONS_TOKEN: it is a session secret',
    ],
    ['with a short session secret', { SESSION_SECRET: `${secret},short` }, 'SESSION_SECRET: each'],
    ['where Stripe cannot send people back', { ...testKeys, PUBLIC_URL: '' }, 'PUBLIC_URL is missing'],
    ['on an address that is none', { ...testKeys, PUBLIC_URL: 'billing' }, 'PUBLIC_URL is no http'],
    ['on an address of another kind', { PUBLIC_URL: 'javascript:alert(1)' }, 'PUBLIC_URL is no http'],
    ['on a port that is none', { PORT: '70000' }, 'PORT'],
    ['on a port of words', { PORT: 'http' }, 'PORT'],
    ['on half a port', { PORT: '80.5' }, 'PORT'],
    ['with a database that it cannot open', { DATABASE_URL: 'mysql://localhost' }, 'DATABASE_URL'],
    ['with a database file without a name', { DATABASE_URL: 'file:' }, 'DATABASE_URL'],
    ['with its sandbox open to others', { HOST: '0.0.0.0' }, 'HOST'],
    ['with its sandbox open to the world', { HOST: '::' }, 'HOST'],
    [
      'with a stand-in for live Stripe',
      { ...production, STRIPE_API_URL: 'http://localhost:1' },
      'do not go with live keys',
    ],
    ['with a stand-in that is no address', { ...testKeys, STRIPE_JS_URL: 'stripe.js' }, 'STRIPE_JS_URL'],
    [
      'in production with a stand-in',
      { ...testKeys, ...mail, NODE_ENV: 'production', STRIPE_JS_URL: 'https://x.example' },
      'not for production',
    ],
    [
      'in production without https',
      { ...testKeys, ...mail, NODE_ENV: 'production', PUBLIC_URL: 'http://x.example' },
      'https',
    ],
    [
      'in production without a mail server',
      { ...testKeys, ...mail, NODE_ENV: 'production', SMTP_URL: '' },
      'SMTP_URL is missing',
    ],
    ['with mail from nobody', { ...mail, MAIL_FROM: '' }, 'MAIL_FROM is missing'],
    ['with mail from no address', { ...mail, MAIL_FROM: 'Guichet' }, 'MAIL_FROM is no'],
    [
      'with mail from two lines',
      { ...mail, MAIL_FROM: 'A\r\nBcc: b@c.example <a@b.example>' },
      'MAIL_FROM is no',
    ],
    [
      'with a mail server of another kind',
      { ...mail, SMTP_URL: 'https://smtp.example.com' },
      'SMTP_URL is neither',
    ],
    ['with a mail server without a name', { ...mail, SMTP_URL: 'smtp:mail' }, 'SMTP_URL is neither'],
    [
      'with a mail password that is badly written',
      { ...mail, SMTP_URL: 'smtp://a:50%@b.example' },
      'SMTP_URL: write',
    ],
  ]
  it.each(refusals)('%s, and says just that', (_case, environment, fault) => {
    expect(faultsOf(environment)).toEqual([expect.stringContaining(fault)])
  })

  it('in production without keys, telling at once all that is missing', () => {
    const faults = faultsOf({ NODE_ENV: 'production' }).join('\n')
    expect(faults).toContain('The sandbox is not for production')
    expect(faults).toContain('SESSION_SECRET is missing')
    expect(faults).toContain('PUBLIC_URL is missing')
    expect(faults).toContain('SMTP_URL is missing')
  })

  it('with every fault told at once', () => {
    const faults = faultsOf({
      NODE_ENV: 'production',
      PORT: '-1',
      DATABASE_URL: 'x',
      PUBLIC_URL: 'x',
      SESSION_SECRET: 'x',
      STRIPE_SECRET_KEY: 'x',
      STRIPE_API_URL: 'http://x.example',
    }).join('\n')
    const names = [
      'PORT',
      'DATABASE_URL',
      'PUBLIC_URL',
      'SESSION_SECRET',
      'STRIPE_SECRET_KEY',
      'STRIPE_API_URL',
    ]
    for (const name of [...names, 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET'])
      expect(faults).toContain(name)
  })

  it('never telling a secret', () => {
    const planted = 'planted-secret'
    const environment = Object.fromEntries(
      [
        ...Object.keys(testKeys),
        ...Object.keys(mail),
        'OPERATIONS_TOKEN',
        'NODE_ENV',
        'TRUST_PROXY',
        'STRIPE_API_URL',
        'STRIPE_JS_URL',
        'DATABASE_URL',
        'PORT',
      ].map((name) => [name, planted]),
    )
    expect(faultsOf(environment).join('\n')).not.toContain(planted)
  })
})

describe('A session secret', () => {
  it.each([
    '0'.repeat(32),
    'a1'.repeat(20),
    'abcdefghijklmnopqrstuvwxyz0123456789',
    'secretsecretsecretsecretsecretsecret',
    '0123456789'.repeat(4),
    '12345678901234567890123456789012345',
  ])('may not be %s, which nobody made by chance', (guessable) => {
    expect(faultsOf({ SESSION_SECRET: guessable })).toEqual([
      'SESSION_SECRET: each secret has to be made by chance, as openssl rand -base64 32 does.',
    ])
  })

  it.each([
    'change-me-to-something-with-32-characters',
    'please replace this by your own session secret',
    'your-secret-goes-here-0a1b2c3d4e5f6g7h',
    'an-example-of-a-secret-with-32-characters',
    'keyboard cat keyboard mouse and 32 characters',
    'default-session-secret-of-the-development',
    'TODO: think of something long and unforeseen',
    'insert-something-long-and-unforeseen-here',
  ])('may not be %s, which stands for one', (placeholder) => {
    expect(faultsOf({ SESSION_SECRET: placeholder })).toEqual([
      'SESSION_SECRET: each secret has to be one of your own: this one stands for it.',
    ])
  })

  it.each(['pDA0toDo9Kq3vLzR1mWc7eXb2nYs5uGh8iJf6kQd4T0=', 'R1mWc7eXb2nYs5uGlOrEmh8iJf6kQd4T0pDA09Kq3vLz'])(
    'may have short words in it by chance: %s',
    (secret) => {
      expect(faultsOf({ SESSION_SECRET: secret })).toEqual([])
    },
  )

  it('may be any that was made by chance', () => {
    for (let times = 0; times < 500; times++) {
      for (const encoding of ['base64', 'base64url', 'hex'] as const)
        expect(faultsOf({ SESSION_SECRET: randomBytes(32).toString(encoding) })).toEqual([])
      const shortHex = randomBytes(16).toString('hex')
      expect([shortHex, faultsOf({ OPERATIONS_TOKEN: shortHex })]).toEqual([shortHex, []])
    }
  })
})

it.each(['10', '0.0.0.0/0', '10.0.0.1, ::/0', '128.0.0.0/1', '::ffff:0:0/96', '2000::/3'])(
  'TRUST_PROXY may not be as open as %s',
  (text) => {
    expect(readConfig({ TRUST_PROXY: text })).toEqual({ faults: [expect.stringMatching(/^TRUST_PROXY: /)] })
  },
)

it.each(['0', '2', '10.0.0.0/8', 'fc00::/7', '2001:db8::/32', 'uniquelocal', '192.0.2.1'])(
  'TRUST_PROXY may be as open as %s',
  (text) => {
    expect(faultsOf({ TRUST_PROXY: text })).toEqual([])
  },
)

it('every setting that .env.example names is one that is read, and each secret may be a file', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
  const given = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value])
  expect(faultsOf(Object.fromEntries(given))).toEqual([])
  const asFiles = [
    'SESSION_SECRET',
    'OPERATIONS_TOKEN',
    'DATABASE_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'STRIPE_SECRET_KEY',
  ]
  const { environment } = readEnvironment(
    Object.fromEntries(asFiles.map((name) => [`${name}_FILE`, `/run/${name}`])),
    (path) => `from ${path}`,
  )
  for (const name of asFiles) expect(environment[name]).toBe(`from /run/${name}`)
})

it('a secret that is given twice, as it is and as a file, is a fault', () => {
  const given = { OPERATIONS_TOKEN: 'one', OPERATIONS_TOKEN_FILE: '/run/other', SESSION_SECRET: ' ' }
  const { faults } = readEnvironment({ ...given, SESSION_SECRET_FILE: '/run/session' }, () => 'other')
  expect(faults).toEqual(['OPERATIONS_TOKEN and OPERATIONS_TOKEN_FILE are both set: keep one of them.'])
})

it.each(['true', 'everybody', '10.0.0.1, proxy.example', '300.1.1.1', '10.0.0.0/64', '1.2.3.4/8/8'])(
  'TRUST_PROXY may not be %s',
  (text) => {
    expect(readConfig({ TRUST_PROXY: text })).toEqual({
      faults: ['TRUST_PROXY is neither a number nor a list of addresses.'],
    })
  },
)

it.each([
  ['LOG_LEVEL', 'bogus', 'LOG_LEVEL is none of trace, debug, info, warn, error, fatal, silent.'],
  [
    'PUBLIC_URL',
    'http://localhost:3000/sub',
    'PUBLIC_URL is an address without a path: Guichet has its own to itself.',
  ],
  ['PORT', '1e3', 'PORT is no port number.'],
])('%s may not be %s', (name, text, told) => {
  expect(readConfig({ [name]: text })).toEqual({ faults: [told] })
})

it('NODE_ENV means production however it is written', () => {
  expect(readConfig({ NODE_ENV: 'Production' })).toHaveProperty('faults')
})

it('a secret is read from its file, and a file that cannot be read is told with the other faults', () => {
  const files: Readonly<Record<string, string>> = { '/run/session': 'from the file\n' }
  const readFile = (path: string): string => {
    const text = files[path]
    if (text === undefined) throw new Error('ENOENT')
    return text
  }
  const given = { SESSION_SECRET_FILE: '/run/session', STRIPE_SECRET_KEY_FILE: '/nowhere', PORT: 'none' }
  const { environment, faults } = readEnvironment(given, readFile)
  expect(environment.SESSION_SECRET).toBe('from the file')
  expect(readConfig(environment, faults)).toMatchObject({
    faults: [
      'STRIPE_SECRET_KEY_FILE cannot be read: /nowhere.',
      'SESSION_SECRET: each secret needs 32 characters or more.',
      'PORT is no port number.',
    ],
  })
})

it.each(['0,5', '3,5,7,9', '3;5', '10,10,10', '-3', 'three'])('CHARGE_SCHEDULE may not be %s', (value) =>
  expect(faultsOf({ CHARGE_SCHEDULE: value }).join()).toContain('CHARGE_SCHEDULE'),
)

it.each(['29', '3651', '0', '-30', '1e3', '400 days', '40.5', 'ever'])(
  'ACTIVITY_DAYS may not be %s',
  (value) => expect(faultsOf({ ACTIVITY_DAYS: value }).join()).toContain('ACTIVITY_DAYS'),
)

it('the activity log is kept for 400 days, or as long as the operator says', () => {
  expect(configOf({}).activityDays).toBe(400)
  expect([30, 3650].map((days) => configOf({ ACTIVITY_DAYS: `${days}` }).activityDays)).toEqual([30, 3650])
})

it('runs are three, five and seven days apart, or as the operator says', () => {
  const day = 24 * 60 * 60_000
  expect(configOf({}).chargeSchedule).toEqual([3 * day, 5 * day, 7 * day])
  expect(configOf({ CHARGE_SCHEDULE: '1, 2' }).chargeSchedule).toEqual([day, 2 * day])
})
