import { type Language, type Text, fill, say } from './text.ts'

/**
 * Every error a user can meet: the HTTP status stands before the dot, the identity after it. A number is never reused.
 * `{name}` places are filled from the fault's details.
 */
export const catalogue = {
  '400.1': { zh: '输入不符合要求', en: 'The input does not fit' },
  '400.2': { zh: '{what}：应为{expected}', en: '{what}: expected {expected}' },
  '400.3': { zh: '方案有 {count} 处错误，未装载', en: 'The scheme has {count} {count|mistake|mistakes} and was not loaded' },
  '400.4': { zh: '日期 {day} 在未来', en: 'The day {day} lies in the future' },
  '400.5': { zh: '日期 {day} 不在活动期间 {from} 至 {to}', en: 'The day {day} is outside the campaign, {from} to {to}' },
  '400.6': { zh: '文件不是可识别的{expected}', en: 'The file is not a recognisable {expected}' },
  '400.7': { zh: '表格缺少列：{columns}', en: 'The sheet lacks the columns: {columns}' },
  '400.8': { zh: '没有可读的编码（应为 UTF-8 或 GB18030）', en: 'No readable encoding (expected UTF-8 or GB18030)' },
  '400.9': { zh: '请求的内容不是可读的 JSON', en: 'The request does not hold readable JSON' },
  '400.10': {
    zh: '没有认出任何数据表；工作表名或文件名请用：{titles}，表头请用模板',
    en: 'No sheet was recognised; name the worksheet or file one of {titles} and take the headings from the template',
  },
  '400.11': {
    zh: '文件中的 XML 含有文档类型声明或外部实体，已拒绝',
    en: 'Refused: the XML in the file declares a document type or entities',
  },
  '400.12': { zh: '第 {row} 行起引号没有闭合，或一行过长', en: 'From row {row} on a quotation mark is not closed, or the row is too long' },
  '401.1': { zh: '请先登录', en: 'Please sign in' },
  '401.2': { zh: '账号或密码不正确', en: 'The account or the password is not right' },
  '401.3': { zh: '登录链接无效或已使用', en: 'The sign-in link is not valid or was used' },
  '403.1': { zh: '没有权限：{what}', en: 'Not permitted: {what}' },
  '403.2': { zh: '请求来自别的网站，已拒绝', en: 'Refused: the request came from another site' },
  '404.1': { zh: '找不到这个{what}', en: 'There is no such {what}' },
  '404.2': { zh: '没有这个地址：{path}', en: 'There is no such address: {path}' },
  '409.1': { zh: '同一编号已用于不同内容', en: 'This id was already used with other content' },
  '409.2': { zh: '记录已有第 {current} 版，您看到的是第 {seen} 版', en: 'The record is at version {current}, you saw version {seen}' },
  '409.3': { zh: '记录处于“{state}”，不能{what}', en: 'The record is “{state}” and cannot be {what}' },
  '409.4': { zh: '{what}已存在：{key}', en: '{what} exists already: {key}' },
  '409.5': { zh: '通报已封存，不能修改', en: 'The bulletin is sealed and cannot be changed' },
  '409.6': { zh: '数据目录正被另一进程使用（进程号 {pid}）', en: 'The data directory is in use by another process (pid {pid})' },
  '409.7': { zh: '不能停用自己，也不能撤销自己的管理员权限', en: 'You cannot disable yourself or take away your own administrator role' },
  '409.8': { zh: '端口 {port} 已被占用，请用 PORT 另指定一个', en: 'Port {port} is taken; choose another with PORT' },
  '409.10': { zh: '通报尚未封存', en: 'The bulletin is not sealed yet' },
  '422.30': { zh: '记录要同时计入的活动不合：{what}', en: 'The campaigns in which records count as well do not fit: {what}' },
  '409.30': { zh: '活动方案刚刚更换，请再提交一次', en: 'The scheme has just been replaced; hand it in once more' },
  '409.20': { zh: '督办单处于“{state}”，不能{what}', en: 'The notice is “{state}” and cannot be {what}' },
  '409.21': { zh: '督办单已到第 {current} 步，您看到的是第 {seen} 步', en: 'The notice is at step {current}, you saw step {seen}' },
  '409.26': { zh: '{key} 不是演示装载的，不能移除', en: '{key} was not loaded as a demo and is not taken out' },
  '409.27': { zh: '不能移除：{what} 仍在使用它的数字或记录', en: 'It cannot be taken out: {what} rests on its figures or records' },
  '409.28': { zh: '正在装载演示 {key}，请装完再移除', en: 'The demo {key} is being loaded; take it out when that is done' },
  '409.29': {
    zh: '草稿已由 {by} 存为第 {current} 稿，您是在第 {seen} 稿上写的；没有覆盖',
    en: 'The draft was saved by {by} as version {current}, you wrote on version {seen}; nothing was overwritten',
  },
  '409.25': { zh: '{team}没有牵头的单位，没有人能签收督办单', en: '{team} has no org that leads it: nobody could receive a notice' },
  '409.24': {
    zh: '演示 {key} 开始装载后程序或方案有变，不能接着装载；已装入的仍在',
    en: 'The program or the scheme changed after the demo {key} began to be loaded; it cannot go on, and what was loaded stays',
  },
  '409.22': { zh: '方案不要求周报', en: 'The scheme asks for no weekly digest' },
  '413.1': { zh: '文件超过 {limit} MB', en: 'The file is larger than {limit} MB' },
  '413.2': { zh: '压缩文件解开后超过 {limit} MB', en: 'The archive unpacks to more than {limit} MB' },
  '413.3': { zh: '文件超过 {limit} {what}', en: 'The file has more than {limit} {what}' },
  '415.1': { zh: '不支持这种文件：{what}', en: 'This kind of file is not supported: {what}' },
  '422.1': { zh: '{count} 项内容不符合表单', en: '{count} {count|entry does|entries do} not fit the form' },
  '422.2': { zh: '违反规则：{says}', en: 'A rule forbids this: {says}' },
  '422.3': { zh: '公式“{what}”无法计算：{why}', en: 'The formula “{what}” cannot be computed: {why}' },
  '422.4': { zh: '密码不合要求：{why}', en: 'The password will not do: {why}' },
  '422.5': { zh: '通报模板有 {count} 处错误', en: 'The bulletin’s template has {count} {count|mistake|mistakes}' },
  '422.20': { zh: '模拟不出符合表单“{kind}”的记录：{why}', en: 'No record fits the form “{kind}” in forty tries: {why}' },
  '422.21': { zh: '总数无法凑成：{pins}', en: 'These totals cannot be met: {pins}' },
  '422.22': { zh: '总数中的“{key}”不能设定：{why}', en: 'The total “{key}” cannot be set: {why}' },
  '422.31': {
    zh: '这样一来，阶段“{phase}”（{from} 至 {until}）就为空，或与前一阶段重叠',
    en: 'The phase “{phase}” ({from} to {until}) would then be empty, or overlap the one before',
  },
  '422.40': { zh: '期限须晚于 {day}', en: 'The deadline has to be later than {day}' },
  '422.41': { zh: '期限最迟可延至 {most}', en: 'The deadline can be put off to {most} at the latest' },
  '429.1': { zh: '请求过于频繁，请 {seconds} 秒后再试', en: 'Too many requests; try again in {seconds} {seconds|second|seconds}' },
  '500.1': { zh: '系统内部错误，编号 {id}', en: 'An internal error, id {id}' },
  '501.1': {
    zh: 'npm 没有适合本机（{machine}）的 PostgreSQL，请设置 DATABASE_URL 指向 15 或更新版本的 PostgreSQL',
    en: 'npm has no PostgreSQL for this machine ({machine}); set DATABASE_URL to a PostgreSQL 15 or newer',
  },
  '501.2': {
    zh: '当前用户是 root，而 PostgreSQL 不能以 root 运行，本机又没有 postgres 或 nobody 用户；请用普通用户启动',
    en: 'PostgreSQL cannot run as root, and there is no user postgres or nobody to run it as; start as an ordinary user',
  },
  '501.3': {
    zh: '数据目录 {dir} 属于另一个用户（uid {owner}）；请以该用户或 root 启动',
    en: 'The data directory {dir} belongs to another user (uid {owner}); start as that user or as root',
  },
  '501.4': {
    zh: '数据库以用户 {user} 运行，但它进不了 {dir}；请放开上级目录（chmod o+x）或用 ZOUFANG_DATA 换一个位置',
    en: 'The database runs as user {user}, who cannot enter {dir}; open the folders above it (chmod o+x) or choose another place with ZOUFANG_DATA',
  },
  '501.5': {
    zh: '目录 {dir} 不属于数据库的用户，不能使用',
    en: 'The folder {dir} does not belong to the user of the database and cannot be used',
  },
  '501.6': {
    zh: '数据库拒绝了 database.key 中的密码；该文件与数据库不是一对',
    en: 'The database refused the password in database.key; that file and the database are not a pair',
  },
  '501.7': {
    zh: 'DATABASE_URL 指向 PostgreSQL {found}，需要 15 或更新版本',
    en: 'DATABASE_URL leads to PostgreSQL {found}; 15 or newer is needed',
  },
  '501.8': {
    zh: 'DATABASE_URL 的数据库是 {found}，中文检索需要 UTF8 编码和 C.UTF-8 等区域设置',
    en: 'The database at DATABASE_URL is {found}; searching Chinese needs the encoding UTF8 and a locale such as C.UTF-8',
  },
  '501.9': {
    zh: '数据目录 {dir} 属于 PostgreSQL {found}，本版使用 {ours}。请用旧版走访启动，以 pg_dump 导出，再导入新的数据目录（见 docs/database.md）',
    en: 'The data directory {dir} belongs to PostgreSQL {found}, this release uses {ours}. Start it with the earlier release, dump it with pg_dump, and load that into a new data directory (see docs/database.md)',
  },
  '501.10': {
    zh: '{dir} 已存在，但不是数据库；请移走它或换一个数据目录',
    en: '{dir} exists but is not a database; move it away or choose another data directory',
  },
  '503.1': { zh: '数据库暂时不可用，您的内容没有保存，请稍后再试', en: 'The database is away; nothing was saved; try again shortly' },
  '503.9': {
    zh: '服务器在导入过程中停止；已导入的行保留，请重新导入同一文件（不会重复）',
    en: 'The server stopped during the import; the rows it had entered stay; import the same file again, nothing will be doubled',
  },
  '503.2': { zh: '数据库未能启动：{why}（日志在 {log}）', en: 'The database did not start: {why} (its log is in {log})' },
  '503.3': { zh: '连接不上 DATABASE_URL 的数据库：{why}', en: 'The database at DATABASE_URL cannot be reached: {why}' },
  '507.1': { zh: '服务器磁盘已满，没有保存', en: 'The server’s disk is full; nothing was saved' },
  '507.2': { zh: '磁盘已满，数据库不能写入 {dir}', en: 'The disk is full; the database cannot write to {dir}' },
} as const satisfies Record<string, Text>

export type FaultCode = keyof typeof catalogue

/** One entry of a form or one row of a sheet that does not fit: where, and why in both languages. */
export type Misfit = { readonly path: string; readonly code: string; readonly says: Text }

export type FaultDetails = Readonly<Record<string, unknown>> & { readonly misfits?: readonly Misfit[] }

/** An error that is somebody's to read. Everything else that is thrown is a defect and reaches the one handler. */
export class Fault extends Error {
  readonly code: FaultCode
  readonly details: FaultDetails
  constructor(code: FaultCode, details: FaultDetails = {}) {
    super(`${code} ${fill(catalogue[code].en, details)}`)
    this.name = 'Fault'
    this.code = code
    this.details = details
  }
  get status(): number {
    return Number(this.code.split('.')[0])
  }
  /** The sentence for the user. Details that are Text are said in the same language. */
  says(language: Language): string {
    const said = Object.fromEntries(Object.entries(this.details).map(([k, v]) => [k, isText(v) ? say(v, language) : v]))
    return fill(say(catalogue[this.code], language), said)
  }
}

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'zh' in value
