import type { Words } from '#web/say/words.ts'

export const signInWords = {
  title: { zh: '登录', en: 'Sign in' },
  welcome: { zh: '请登录', en: 'Please sign in' },
  login: { zh: '账号', en: 'Account' },
  password: { zh: '密码', en: 'Password' },
  enter: { zh: '登 录', en: 'Sign in' },
  needed: { zh: '请填写', en: 'Please fill in' },
  forgotten: { zh: '忘记密码，或还没有账号？请找本单位的系统管理员。', en: 'No account, or a forgotten password? Ask your administrator.' },
  byLink: { zh: '正在用登录链接进入…', en: 'Signing in by the link…' },
  setPassword: { zh: '设置您的密码', en: 'Set your password' },
  setPasswordHint: {
    zh: '登录链接只能用一次。以后请用账号“{login}”和这个密码登录。',
    en: 'The link works only once. From now on sign in as “{login}” with this password.',
  },
  later: { zh: '以后再设', en: 'Later' },
  saveAndEnter: { zh: '保存并进入', en: 'Save and enter' },
  verse1: { zh: '走进村户', en: 'To every doorstep' },
  verse2: { zh: '问计于民', en: 'Ask and listen' },
  verse3: { zh: '件件有着落', en: 'Every matter answered' },
  verse4: { zh: '数数有出处', en: 'Every figure accounted for' },
} as const satisfies Words
