import type { Dice } from './dice.ts'

/* Invented names. Syllables are joined by chance; whoever or whatever is really called so is not meant. */

// biome-ignore format: a table
const surnames: readonly (readonly [string, number])[] = [
  ['王', 9], ['李', 9], ['张', 8], ['刘', 7], ['陈', 7], ['杨', 5], ['赵', 4], ['黄', 4], ['周', 4], ['吴', 4], ['徐', 4], ['孙', 3], ['朱', 3], ['马', 3], ['胡', 3], ['郭', 2], ['何', 2],
  ['高', 2], ['林', 2], ['罗', 2], ['郑', 2], ['梁', 2], ['谢', 2], ['宋', 2], ['唐', 2], ['许', 2], ['邓', 2], ['冯', 2], ['韩', 2], ['曹', 2], ['曾', 1], ['彭', 1], ['萧', 1], ['蔡', 1],
  ['潘', 1], ['田', 1], ['董', 1], ['袁', 1], ['于', 1], ['余', 1], ['叶', 1], ['蒋', 1], ['杜', 1], ['苏', 1], ['魏', 1], ['程', 1], ['吕', 1], ['丁', 1], ['沈', 1], ['任', 1], ['姚', 1],
  ['卢', 1], ['傅', 1], ['钟', 1], ['姜', 1], ['崔', 1], ['谭', 1], ['廖', 1], ['范', 1], ['汪', 1], ['陆', 1], ['金', 1], ['石', 1], ['戴', 1], ['贾', 1], ['韦', 1], ['夏', 1], ['邱', 1],
]
const generation = '德国建志永文明春家福长学广正大玉开世天兴中立万金新成宝祥云友少庆先存维宏传启景培善宗有守'
const given =
  '华军民平强明兰英芳林海生荣贵才根宝祥泉松涛波凯斌俊鹏超亮勇刚峰杰敏静丽娟霞萍红梅玲燕琴慧洁颖琳欣怡晨阳辉伟东山田河清源庆昌发富康宁安顺和'
const solo = '军平强明兰英芳林海涛波凯斌俊鹏超亮勇刚峰杰敏静丽娟霞萍红梅玲燕琴慧洁颖琳欣晨阳辉伟磊鑫洋帆雷蕾宇航'

export const personName = (d: Dice): string => {
  const family = d.weighted(surnames)
  if (d.chance(0.28)) return family + d.pick([...solo])
  return family + d.pick([...generation]) + d.pick([...given])
}

// biome-ignore format: a table
const waters = ['清', '柳', '云', '沙', '芦', '苇', '荷', '菱', '白', '青', '金', '银', '月', '星', '双', '三', '古', '新', '永', '长', '松', '桃', '杏', '枫', '竹', '石', '龙', '凤', '鹤', '雁']
// biome-ignore format: a table
const lands = ['溪', '桥', '港', '湾', '渡', '圩', '塘', '洲', '堰', '浦', '泽', '渚', '汀', '滩', '岗', '坪', '墩', '林', '坡', '垛', '沟', '庙', '集', '店', '堡']
/** Names that the sources' real places bear, or that are known far beyond a county. */
// biome-ignore format: a table
const taken = new Set(['三垛', '龙桥', '双林', '龙港', '长沙', '长洲', '金沙', '金坪', '青浦', '青林', '白沟', '三沙', '新沟', '古林', '新垛', '沙沟', '永丰', '金湾', '金山', '松林', '石林', '桃林', '白塘', '柳林', '新洲', '石桥', '龙湾', '青洲', '龙集', '新港', '长桥', '新浦', '双桥'])

/** Different names of two syllables, as many as asked (at most about 600). */
export const townNames = (d: Dice, n: number): string[] => {
  const all = waters.flatMap((a) => lands.map((b) => a + b)).filter((name) => !taken.has(name))
  return d.some(all, n)
}

// biome-ignore format: a table
const homes = ['东', '西', '南', '北', '前', '后', '上', '下', '大', '小', '新', '老', '张', '李', '王', '赵', '周', '吴', '徐', '朱', '陆', '顾', '钱', '夏', '孙', '唐', '高', '花', '红', '光', '兴', '和', '福', '安', '丰', '永']
// biome-ignore format: a table
const spots = ['庄', '舍', '家舍', '家庄', '垛', '圩', '桥', '荡', '岸', '港', '岗', '墩', '洼', '湾', '埂', '坝', '巷', '园', '营', '荘', '甸']

export const villageNames = (d: Dice, n: number): string[] => {
  const all = homes
    .flatMap((a) => spots.map((b) => a + b))
    .filter((name) => !/^(大|小|新|老|东|西|南|北|前|后|上|下|花|红|光|兴|和|福|安|丰|永)家/.test(name) && !name.includes('荘'))
  return d.some(all, n).map((name) => `${name}村`)
}

// biome-ignore format: a table
const streets = ['文昌', '文峰', '玉带', '学府', '儒林', '状元', '锦绣', '翠园', '丽景', '水岸', '康乐', '仁和', '迎春', '向阳', '银河', '长青', '东苑', '西苑', '南园', '北苑']
export const neighbourhoodNames = (d: Dice, n: number): string[] => d.some(streets, n).map((name) => `${name}社区`)

const brands = ['恒', '瑞', '鑫', '宏', '泰', '盛', '润', '嘉', '佳', '绿', '康', '源', '华', '信', '达', '丰', '禾', '裕', '昌', '博']
// biome-ignore format: a table
const trades = ['脱水蔬菜', '食品', '水产', '不锈钢制品', '机械', '纺织', '服装', '电子', '粮油', '建材', '包装', '塑业', '农机', '米业', '铸造', '电器', '木业', '饲料']

export const firmName = (d: Dice, city: string): string =>
  `${city}${d.pick(brands)}${d.pick(brands)}${d.pick(trades)}${d.pick(['有限公司', '有限公司', '厂', '专业合作社'])}`
export const shopName = (d: Dice): string =>
  `${d.weighted(surnames)}记${d.pick(['百货', '小吃', '五金', '水果', '理发', '面馆', '文具', '药房', '种子农药', '粮油', '家电维修', '渔具'])}店`

// biome-ignore format: a table
/** Departments of a county-level city, named after 市; the few that are not say so themselves. */
export const departments: readonly string[] = [
  '委办公室', '政府办公室', '发展和改革局', '经济和信息化局', '教育局', '科学技术局', '公安局', '民政局', '司法局', '财政局', '人力资源和社会保障局', '国土资源局', '住房和城乡建设局', '交通运输局', '水务局', '农业局',
  '林牧渔业局', '商务局', '文化广电局', '卫生局', '计划生育委员会', '审计局', '统计局', '环境保护局', '安全生产监督管理局', '城市管理局', '物价局', '粮食局', '旅游局', '体育局', '供销合作总社', '农机管理局',
  '水产局', '国税局', '地税局', '工商局', '质量技术监督局', '食品药品监督管理局', '气象局', '供电公司', '邮政局', '电信分公司', '人民法院', '人民检察院', '委组织部', '委宣传部',
  '委统战部', '委政法委', '委农村工作办公室', '机构编制办公室', '总工会', '团市委', '妇女联合会', '残疾人联合会', '工商业联合会', '科学技术协会', '文学艺术界联合会', '档案局', '委党校', '委老干部局', '信访局', '机关事务管理局',
]

// biome-ignore format: a table
export const papers = ['《{city}日报》', '《{city}快报》', '{city}电视台《民生直通车》', '{city}人民广播电台', '“{city}先锋”网', '《水乡党建》', '《基层组织建设》', '省农村党建网', '《乡村时报》', '{city}政府网', '《水乡晚报》', '“先锋在线”网站']
