export const accountEn = {
  title: 'My account',
  lead: (email: string) => `You sign in as ${email}.`,
  save: 'Save',
  profile: 'Profile',
  name: 'Name',
  nameMissing: 'Enter your name.',
  nameTooLong: 'The name may have 200 characters at most.',
  nameSaved: 'Your name is saved.',
  language: 'Language',
  languageOfBrowser: 'As my browser says',
  languageSaved: 'Your language is saved.',

  passwordHeading: 'Password',
  passwordIntro:
    'Twelve characters or more; any characters will do. Wherever else you are signed in, you will be signed out.',
  current: 'Current password',
  currentMissing: 'Enter your current password.',
  currentWrong: 'This is not your current password.',
  next: 'New password',
  changePassword: 'Change the password',
  passwordChanged: 'Your password is changed. You are signed out everywhere else.',

  sessionsHeading: 'Where you are signed in',
  thisSession: 'This session',
  signedIn: 'Signed in',
  lastUsed: 'last used',
  place: (address: string) => `from ${address}`,
  device: (browser: string | null, system: string | null) =>
    browser && system ? `${browser} on ${system}` : (browser ?? system ?? 'Unknown device'),
  end: 'Sign out',
  endNamed: (device: string) => `Sign out ${device}`,
  endOthers: 'Sign out everywhere else',
  ended: 'This session is signed out.',
  endedOthers: 'You are signed out everywhere else.',
  endedBefore: 'This session was over already.',

  securityHeading: 'Security of the company',
  securityLink: (company: string) => `Who needs a second factor at ${company}`,

  factor: {
    title: 'Second factor',
    heading: 'Second factor',
    intro:
      'A code from your phone in addition to your password: whoever learns your password still cannot sign in as you.',
    on: 'On',
    off: 'Off',
    toSetUp: 'Set up a second factor',
    toManage: 'Manage your second factor',
    back: 'My account',
    required: (company: string) =>
      `${company} requires a second factor of everyone. Set yours up to go on; you can also sign out, or switch to another company.`,
    begin: 'Begin',
    first:
      'Install an authenticator on your phone, such as Aegis, 2FAS, Google Authenticator or your password manager.',
    second: 'Let it read this picture, or type the key.',
    picture: 'Picture for your authenticator',
    key: 'Key',
    account: 'Account',
    third: 'Enter the code of six digits that it shows.',
    code: 'Code',
    codeHint: 'Six digits',
    turnOn: 'Turn on',
    codeRefused:
      'This code is not right. Check that your phone shows the right time, and enter the code it shows now.',
    gone: 'This picture has expired. Begin again.',
    since: (date: string) => `On since ${date}.`,
    recoveryHeading: 'Recovery codes',
    left: (count: number) =>
      count === 0
        ? 'You have no recovery code left: without your phone you could not sign in. Make new ones.'
        : `You have ${count} ${count === 1 ? 'code' : 'codes'} left, for the day you do not have your phone.`,
    renew: 'Make new codes',
    renewHelp: 'New codes replace those that you have.',
    offHeading: 'Turn the second factor off',
    offHelp: 'Your password alone will sign you in again. We ask for it first.',
    offRequired: (company: string) =>
      `${company} requires a second factor: without one you see nothing of it any more.`,
    turnOff: 'Turn off',
    turnedOn: 'Your second factor is on.',
    turnedOff: 'Your second factor is off.',
    isOn: 'Your second factor is on already.',
    isOff: 'Your second factor is off already.',
  },

  codes: {
    title: 'Recovery codes',
    intro:
      'Keep these codes where you keep what you must not lose: in your password manager, or printed. Each signs you in once when you do not have your phone.',
    once: 'We show them this one time.',
    list: 'Your recovery codes',
    made: 'Your new codes are made. Earlier ones are invalid.',
    kept: 'I have kept them',
  },

  security: {
    title: 'Security of the company',
    heading: 'Second factor for everyone',
    intro: (company: string) =>
      `Decide whether the people of ${company} need a code from their phone in addition to their password.`,
    required: 'Required: whoever has no second factor sets one up before they see anything of the company.',
    notRequired: 'Not required: everyone decides for themselves.',
    without: (without: number, people: number) =>
      without === 0
        ? 'Everyone has one.'
        : without === 1
          ? `One of ${people} has none yet.`
          : `${without} of ${people} have none yet.`,
    require: 'Require a second factor',
    release: 'Stop requiring it',
    nowRequired: 'A second factor is required of everyone from now on.',
    nowNotRequired: 'A second factor is no longer required.',
    own: 'You have none yourself: you would set yours up next.',
  },

  mail: {
    seeAccount: 'See your account',
    why: 'You receive this message because it concerns your account.',
    notYou: 'If this was not you',
    undo: 'Set a new password at once by “Forgotten password?” on the sign-in page, and tell your company’s owner.',
    changed: {
      news: 'Your password was changed',
      what: 'The password of your account was changed. You are signed out wherever you were signed in.',
    },
    reset: {
      news: 'Set a new password',
      what: 'Somebody, probably you, asked for a new password for your account.',
      toDo: 'This link works once, within an hour.',
      action: 'Set a new password',
      gone: 'The link has gone out with this mail, or it has expired. You can ask for another one.',
      again: 'Ask for a new link',
      notYou: 'If you did not ask for it',
      nothing: 'Then do nothing: your password stays as it is.',
    },
    on: {
      news: 'Your second factor is on',
      what: 'From now on you sign in with your password and a code from your phone.',
    },
    off: {
      news: 'Your second factor is off',
      what: 'From now on your password alone signs you in.',
    },
    made: {
      news: 'You have new recovery codes',
      what: 'Ten recovery codes were made for your account. Earlier ones are invalid.',
    },
    used: {
      news: 'A recovery code was used',
      what: (left: number) =>
        left === 0
          ? 'A recovery code was used to sign in to your account. It was the last one: make new ones.'
          : `A recovery code was used to sign in to your account. ${left} ${left === 1 ? 'is' : 'are'} left.`,
    },
  },
}

/** Before what cannot be undone. */
export const againEn = {
  title: 'Enter your password again',
  intro: 'Before this is done, we make sure that it is you.',
  password: 'Password',
  submit: 'Confirm',
  cancel: 'Cancel',
  missing: 'Enter your password.',
  refused: 'This is not your password.',
  tooOften: (wait: string) => `Too many tries. Try again ${wait}.`,
}

export const codeEn = {
  title: 'Enter your code',
  intro: 'Your password is right. Now enter the code of six digits that your authenticator shows.',
  label: 'Code',
  submit: 'Sign in',
  refused: 'This code is not right, or it was used before. Enter the one that your authenticator shows now.',
  recoveryTitle: 'Enter a recovery code',
  recoveryIntro:
    'Your password is right. Now enter one of the recovery codes that you kept. Each works once.',
  recoveryLabel: 'Recovery code',
  recoveryHint: 'Such as k7m2-9xqp-4hrt',
  recoveryRefused: 'This recovery code is not right, or it was used before.',
  useRecovery: 'I do not have my phone: use a recovery code',
  useCode: 'Use the code from my phone',
  startOver: 'Start over',
  tooLate: 'That took too long. Sign in again.',
  tooMany: 'Too many wrong codes. Sign in again.',
}

export const forgottenEn = {
  link: 'Forgotten password?',
  title: 'Forgotten password',
  intro: 'Enter the address that you sign in with. We send you a link to set a new password.',
  submit: 'Send the link',
  malformed: 'Enter your e-mail address, such as name@company.example.',
  sent: 'If there is an account with this address, a mail with a link is on its way. The link works for an hour.',
  back: 'Back to signing in',
}
