export const membersEn = {
  title: 'Users',
  intro: (company: string) => `Who belongs to ${company}, and what they may do.`,
  list: 'Users of the company',
  /** Within a sentence. */
  roles: { owner: 'owner', administrator: 'administrator', billing: 'billing', developer: 'developer' },
  roleNames: { owner: 'Owner', administrator: 'Administrator', billing: 'Billing', developer: 'Developer' },
  roleHelp: {
    administrator: 'Sees and changes payments, and manages users.',
    billing: 'Sees and changes payment methods, invoices and billing details.',
    developer: 'Sees nothing of the payments.',
  },
  /** To the one whose role it is. */
  roleMeans: {
    administrator: 'You see and change payments, and you manage users.',
    billing: 'You see and change payment methods, invoices and billing details.',
    developer: 'You see nothing of the payments.',
  },
  you: 'you',
  since: 'Since',
  actions: (name: string) => `Actions for ${name}`,
  changeRole: 'Change the role…',
  remove: 'Remove…',
  leave: 'Leave the company…',
  handOver: 'Hand over ownership…',

  pending: 'Invitations',
  by: (name: string) => `Invited by ${name}`,
  until: 'valid until',
  expired: 'expired on',
  again: 'Send again',
  withdraw: 'Withdraw',

  invite: {
    link: 'Invite somebody',
    title: 'Invite somebody',
    intro: (company: string) =>
      `They get an e-mail with a link to join ${company}. It works once, within 72 hours.`,
    email: 'E-mail address',
    role: 'Role',
    submit: 'Send the invitation',
    cancel: 'Cancel',
    faults: {
      'email missing': 'Enter the address of the person whom you invite.',
      'email malformed': 'Enter an e-mail address, such as name@company.example.',
      'email member already': 'This person belongs to the company already.',
      'email invited already': 'This person is invited already. You can send the invitation again.',
      'role missing': 'Choose a role.',
    },
    limited: (most: number, when: string) =>
      `A company can send ${most} invitations a day. The next one can be sent on ${when}.`,
  },

  role: {
    title: (name: string) => `Role of ${name}`,
    legend: 'Role',
    missing: 'Choose a role.',
    own: 'This is your own role: with another one you may not come back to this page.',
    submit: 'Save the role',
    cancel: 'Cancel',
  },

  removal: {
    title: (name: string, company: string) => `Remove ${name} from ${company}?`,
    means: 'They will no longer see anything of the company, wherever they are signed in.',
    stays: 'What they did stays in the activity log. To let them in again, you would have to invite them.',
    confirm: 'Remove',
    cancel: 'Keep',
    leaveTitle: (company: string) => `Leave ${company}?`,
    leaveMeans: 'You will no longer see anything of the company.',
    leaveStays: 'What you did stays in the activity log. To come back, you would have to be invited.',
    leave: 'Leave the company',
    stay: 'Stay',
  },

  ownership: {
    title: (company: string) => `Hand over ${company}?`,
    means:
      'The owner cannot be removed, and alone can hand the company over. You become an administrator, whom the new owner can remove.',
    noUndo: 'Only the new owner could undo this.',
    legend: 'New owner',
    missing: 'Choose who is to be the owner.',
    nobody: 'Nobody else belongs to the company yet. Invite somebody first.',
    confirm: 'Hand over ownership',
    cancel: 'Cancel',
  },

  done: {
    invited: (email: string) => `${email} is invited.`,
    again: (email: string) => `The invitation to ${email} is sent again, with a new link.`,
    withdrawn: (email: string) => `The invitation to ${email} is withdrawn.`,
    role: (name: string, role: string) => `The role of ${name} is now: ${role}.`,
    sameRole: (name: string, role: string) => `The role of ${name} stays: ${role}.`,
    removed: (name: string) => `${name} is removed.`,
    left: (company: string) => `You left ${company}.`,
    handedOver: (name: string) => `${name} is now the owner.`,
  },
  refused: {
    owner: 'The owner cannot be removed or given another role. They alone can hand the company over.',
    last: 'Nobody would be left to see to the payments. Let somebody else manage them first.',
  },

  acceptance: {
    title: (by: string, company: string) => `${by} invites you to join ${company}`,
    yourRole: (role: string) => `Your role: ${role}.`,
    newIntro: 'You have no account yet. Choose a name and a password, and you are in.',
    email: 'E-mail address',
    name: 'Your name',
    nameMissing: 'Enter your name, as your colleagues will see it.',
    nameLong: 'Your name may have 100 characters at most.',
    password: 'Password',
    passwordHint: 'Twelve characters or more; any characters will do.',
    submit: (company: string) => `Join ${company}`,
    hasAccount: (email: string) => `${email} has an account. Sign in with it, and then accept.`,
    signIn: 'Sign in',
    asYourself: (email: string) => `You are signed in as ${email}.`,
    otherTitle: 'This invitation is for somebody else',
    other: (invited: string, own: string) =>
      `It was sent to ${invited}, and you are signed in as ${own}. If both are you, sign out and open the link again.`,
    joined: (company: string) => `You belong to ${company} now.`,
    joinedSignIn: (company: string) => `You belong to ${company} now. Sign in with your password.`,
    gone: {
      used: {
        title: 'This invitation has been used',
        text: 'A link works once. If you were the one who accepted, sign in.',
      },
      withdrawn: {
        title: 'This invitation was withdrawn',
        text: 'Ask the person who sent it to you.',
      },
      expired: {
        title: 'This invitation has expired',
        text: 'It was valid for 72 hours. Ask the person who sent it to you to send it again.',
      },
      unknown: {
        title: 'This invitation is not valid',
        text: 'If it was sent to you again, use the link in the newest e-mail. Otherwise ask the person who sent it to you.',
      },
    },
  },
}
