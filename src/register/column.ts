import type { Text } from '#kit/text.ts'
import { type Kind, orgKinds, placeKinds, subjectKinds } from '#scheme/kind.ts'
import { type Column, aliases, classes, code, coded, from, kind, nameColumn, parent, plain, until } from './make-column.ts'
import type { Sheet } from './shape.ts'

export type SheetShape = {
  readonly sheet: Sheet
  readonly title: Text
  readonly also: readonly string[]
  readonly columns: readonly Column[]
}

/** Who answers for what, in links: the first words are what the template offers. */
export const linkBy: readonly Kind[] = [
  { key: 'person', title: { zh: '人员', en: 'Person' }, also: ['干部', '个人'] },
  { key: 'org', title: { zh: '单位', en: 'Org' }, also: ['组织', '部门'] },
]
export const linkTo: readonly Kind[] = [
  { key: 'place', title: { zh: '区域', en: 'Place' }, also: ['村', '乡镇', '社区', '网格'] },
  { key: 'org', title: { zh: '单位', en: 'Org' }, also: ['组织', '部门', '企业'] },
  { key: 'subject', title: { zh: '走访对象', en: 'Subject' }, also: ['对象', '户', '农户', '商铺'] },
]

/** What an org or a person is to a team. */
export const teamDuties: readonly Kind[] = [
  { key: 'lead', title: { zh: '牵头', en: 'Lead' }, also: ['牵头单位', '组长', '负责人', '牵头部门', '主任', 'leader'] },
  { key: 'member', title: { zh: '成员', en: 'Member' }, also: ['成员单位', '组员', '副组长', '委员'] },
  { key: 'liaison', title: { zh: '联络', en: 'Liaison' }, also: ['联络员', '联络单位', '联络处室', '联系人'] },
]

export const shapes: readonly SheetShape[] = [
  {
    sheet: 'place',
    title: { zh: '区域', en: 'Places' },
    also: ['行政区划', '区划', 'place'],
    columns: [
      code(['区域编码', '区划代码', '行政区划代码', '区划编码'], '321'),
      nameColumn('名称', 'Name', ['区域名称', '区划名称'], { zh: '云溪镇', en: 'Yunxi Town' }),
      parent(['上级区划代码', '上级区域编码'], '320'),
      kind(['区域类型', '区划类型'], placeKinds, '乡镇街道'),
      aliases,
      from,
      until,
    ],
  },
  {
    sheet: 'org',
    title: { zh: '单位', en: 'Orgs' },
    also: ['组织', '组织机构', '机构', '党组织', 'org', 'organisations', 'organizations'],
    columns: [
      code(['单位编码', '单位代码', '组织编码', '组织代码', '机构编码'], '021'),
      nameColumn('名称', 'Name', ['单位名称', '组织名称', '机构名称', '单位全称'], { zh: '云溪镇党委', en: 'Yunxi Town Committee' }),
      parent(['上级单位编码', '上级组织编码', '上级单位代码'], '020'),
      kind(['单位类型', '组织类型'], orgKinds, '乡镇街道'),
      classes,
      aliases,
      from,
      until,
    ],
  },
  {
    sheet: 'person',
    title: { zh: '人员', en: 'People' },
    also: ['干部', '党员', '人员名册', '干部名册', 'person', 'persons'],
    columns: [
      code(['人员编码', '人员编号', '工号', '干部编码'], '0007'),
      nameColumn('姓名', 'Name', ['人员姓名', '名称'], { zh: '林知夏', en: 'Lin Zhixia' }),
      coded(
        'org',
        '单位编码',
        'Org code',
        ['单位代码', '所在单位编码', 'org', 'org_code'],
        { zh: '所在单位的编码；兼职另起一行，编码与姓名相同', en: 'The code of the org; a second post stands in a row of its own' },
        '021',
        true,
      ),
      plain(
        'post',
        '职务',
        'Post',
        ['岗位', 'duty', 'title'],
        { zh: '职务名称', en: 'The post held' },
        { zh: '副镇长', en: 'Deputy head' },
      ),
      plain(
        'rank',
        '职级',
        'Rank',
        ['级别', '行政级别'],
        { zh: '职级，如 副科级', en: 'The rank' },
        { zh: '副科级', en: 'Deputy section' },
      ),
      { ...from, title: { zh: '任职起始', en: 'In post from' }, also: [...from.also, '任职时间', '任职日期', '有效起始', 'valid from'] },
      {
        ...until,
        title: { zh: '任职截止', en: 'In post until' },
        also: [...until.also, '免职时间', '免职日期', '有效截止', 'valid until'],
      },
    ],
  },
  {
    sheet: 'subject',
    title: { zh: '走访对象', en: 'Subjects' },
    also: ['对象', '农户', '户', '住户', '家庭', '企业', '商铺', 'subject', 'households'],
    columns: [
      code(['对象编码', '户编码', '户编号', '户号', '企业编码', '商户编码'], '0321001'),
      kind(['对象类型', '对象类别'], subjectKinds, '户'),
      nameColumn('名称', 'Name', ['户主', '户主姓名', '姓名', '对象名称', '企业名称', '商户名称', '店名'], {
        zh: '周家（户主 周望舒）',
        en: 'The Zhou household',
      }),
      coded(
        'place',
        '区域编码',
        'Place code',
        [
          '所在区域编码',
          '区划代码',
          '行政区划代码',
          '地点编码',
          '地区编码',
          '村编码',
          '村代码',
          '所在村编码',
          '所属区域编码',
          'place',
          'place_code',
          'village code',
        ],
        { zh: '所在村、社区的区域编码', en: 'The code of the village or community' },
        '321',
      ),
      plain(
        'address',
        '地址',
        'Address',
        ['住址', '详细地址', '家庭住址'],
        { zh: '门牌或方位', en: 'Where to find it' },
        { zh: '三组 12 号', en: 'Group 3, no. 12' },
      ),
      plain(
        'tags',
        '标签',
        'Tags',
        ['类别标签', '户类别', 'tag', 'labels'],
        { zh: '如 困难户、老党员；多个用顿号隔开', en: 'Several are parted by commas' },
        { zh: '困难户、老党员', en: 'in hardship, veteran member' },
      ),
    ],
  },
  {
    sheet: 'link',
    title: { zh: '结对', en: 'Links' },
    also: ['联系', '联系点', '包保', '结对联系', '挂钩', 'link'],
    columns: [
      {
        key: 'byType',
        title: { zh: '责任方类型', en: 'Answers: kind' },
        also: ['联系人类型', 'from_type', 'by_type'],
        required: true,
        choices: linkBy,
        says: { zh: '人员或单位', en: 'Person or org' },
        example: { zh: '人员', en: 'Person' },
      },
      coded(
        'by',
        '责任方编码',
        'Answers: code',
        ['联系人编码', '责任人编码', '干部编码', 'from_code', 'by'],
        { zh: '人员或单位的编码', en: 'The code of the person or org' },
        '0007',
        true,
      ),
      {
        key: 'toType',
        title: { zh: '对象类型', en: 'For: kind' },
        also: ['结对对象类型', 'to_type'],
        required: true,
        choices: linkTo,
        says: { zh: '区域、单位或走访对象', en: 'Place, org or subject' },
        example: { zh: '走访对象', en: 'Subject' },
      },
      coded('to', '对象编码', 'For: code', ['结对对象编码', 'to_code', 'to'], { zh: '对象的编码', en: 'The code of it' }, '0321001', true),
      plain(
        'role',
        '关系',
        'Role',
        ['角色', '结对关系', 'relation'],
        { zh: '如 结对帮扶、联系点、包保', en: 'What the link is' },
        { zh: '结对帮扶', en: 'Helps' },
      ),
      from,
      { ...until, also: until.also.filter((a) => a !== 'to') },
    ],
  },
  {
    sheet: 'team',
    title: { zh: '协作组', en: 'Teams' },
    also: ['协作区', '督导组', '领导小组', '工作组', '小组', '队伍', '工作专班', 'team', 'groups'],
    columns: [
      code(['小组编码', '协作区编码', '督导组编码', '组编码', '队伍编码', 'team_code', 'team code'], 'X01'),
      nameColumn('名称', 'Name', ['小组名称', '协作区名称', '督导组名称', '组名', '队伍名称', 'team'], {
        zh: '第一协作区',
        en: 'Zone 1',
      }),
      plain(
        'kind',
        '类型',
        'Kind',
        ['小组类型', '类别', 'type'],
        { zh: '如 协作区、督导组、领导小组', en: 'Such as zone, supervision group, leading group' },
        { zh: '协作区', en: 'Zone' },
      ),
      {
        key: 'whoType',
        title: { zh: '成员类型', en: 'Member: kind' },
        also: ['member_type', '单位或人员'],
        required: true,
        choices: linkBy,
        says: { zh: '单位或人员；每个成员一行，小组的编码与名称相同', en: 'Org or person; a row for each member, under one code and name' },
        example: { zh: '单位', en: 'Org' },
      },
      coded(
        'who',
        '成员编码',
        'Member: code',
        ['成员单位编码', '单位编码', '人员编码', 'member', 'member_code'],
        { zh: '单位或人员的编码', en: 'The code of the org or person' },
        '021',
        true,
      ),
      {
        key: 'duty',
        title: { zh: '职责', en: 'Duty' },
        also: ['角色', '分工', 'role'],
        choices: teamDuties,
        says: {
          zh: '牵头、成员或联络；留空为成员。联络的不算本组成员',
          en: 'Lead, member or liaison; a member when blank. A liaison is not one of the team',
        },
        example: { zh: '牵头', en: 'Lead' },
      },
      from,
      until,
    ],
  },
]

export const shapeOf = (sheet: Sheet): SheetShape => {
  const found = shapes.find((s) => s.sheet === sheet)
  if (found === undefined) throw new RangeError(`no sheet ${sheet}`)
  return found
}
