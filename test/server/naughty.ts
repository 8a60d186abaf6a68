/** What people, phones, spreadsheets and attackers have typed into forms. */
// biome-ignore format: a list to read, not a column to scroll
export const naughtyTexts: readonly string[] = [
  '', ' ', '\t', '\n', '\r\n', '　', '\u200b', '\ufeff', '\u202e反', '\u2028', '\u0085', '\u0001', '\u001b[31m', '\u007f', '\ufffd', '\uffff', '\ud800', 'a\udc00b', '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}', '\u{10ffff}',
  'undefined', 'null', 'NULL', 'nil', 'None', 'true', 'false', 'NaN', 'Infinity', '-Infinity', '[object Object]', '__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf',
  '0', '-0', '00', '1', '-1', '1.00', '$1.00', '1/0', '0x10', '1e308', '-1e308', '1e400', '1E+02', '999999999999999999999999999999999', '0.1', '.5', '5.', '1,000', '１２３', '一二三', '壹万', '⅓', '٣', '2.2250738585072011e-308',
  '2012-02-30', '0000-00-00', '9999-12-31', '99999-01-01', '-0001-01-01', '2012-02-20T00:00:00Z', '2012/2/20', '20120220', '２０１２年２月２０日', 'infinity', '-infinity', 'now', 'today',
  "'", '"', '`', '\\', '\\\\', "''", "';--", "' or 1=1 --", '1;drop table record', "E'\\x27'", '$1', '$$', '%', '_', '%%%', '%s%n', '${7*7}', '{{7*7}}', '#{7*7}', '<%= 7 %>', '=1+1', '=cmd|’/c calc’!A0', '@SUM(1)', '+1', '-1+1',
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg/onload=alert(1)>', 'javascript:alert(1)', '&lt;', '&#0;', '<!--', ']]>', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  '../../../etc/passwd', '..\\..\\windows', '/dev/null', 'C:\\con', 'file:///etc/passwd', 'http://169.254.169.254/', '\\\\host\\share', 'a/../b', '%2e%2e%2f', '%00', '%c0%af', '.', '..', '~',
  '0123456789abcdef0123456789abcdef', '00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-7FFF-BFFF-FFFFFFFFFFFF', '01900000-0000-7000-8000-000000000000', '01900000-0000-7000-8000-00000000000g',
  '𠮷野家', '㐀㐁', '龘靐齉齾爩', '王\u{e0100}', '曱甴', '啊阿埃挨', '鎔', '喆', '囍', '〇', '々', '…', '——', '“”', '〔2012〕1号', '㈠', '①', 'ﾃｽﾄ', 'ｆｕｌｌ', 'Ａ１', '한국', 'العربية', 'עברית', 'ไทย', 'İı', 'ß', 'ﬁ', 'e\u0301', '\u0301'.repeat(50), 'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮',
  '(a+)+$', '^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(5_000), '字'.repeat(5_000), '['.repeat(2_000), '\n'.repeat(1_000), '{"a":'.repeat(500),
]

/** Bodies that are no JSON, or JSON that no API means. */
// biome-ignore format: the same
export const naughtyBodies: readonly (string | Uint8Array<ArrayBuffer>)[] = [
  '', ' ', '{', '}', '[', ']', '{}{}', '[1,]', '{"a":1,}', '{,}', '[,]', '{"a"}', '{"a":}', '{a:1}', "{'a':1}", '{"a":1 "b":2}', '{"a":1//c\n}', '{"a":1/**/}', '#', 'nul', 'nulll', 'True', 'NaN', 'Infinity', '-', '+1', '01', '1.', '.1', '1e', '0x1', '1_000',
  '"', '"\\', '"\\x41"', '"\\u12"', '"\\ud83"', '"a\nb"', '"a\tb"', '"\u0000"', '{"a":"\\u0000"}', '{"\\u0000":1}', '{"a":["\\u0000"]}', '"lone \\ud800"',
  '[[[[', '['.repeat(100_000), '{"a":'.repeat(100_000), `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  '{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}', '{"a":{"__proto__":null}}', '{"__proto__":1}',
  'null', 'true', '1', '1e400', '-1e400', '123456789012345678901234567890', '"text"', '[]', '[{}]', '{"":""}', '{"a":1,"a":2}',
  '<a/>', 'a=1&b=2', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--', '{"id":1e400}', '{"id":{}}', '{"id":[[]]}', '{"id":null}', '{"id":true}',
  Uint8Array.of(0xff), Uint8Array.of(0x22, 0xff, 0x22), Uint8Array.of(0x22, 0xc0, 0xaf, 0x22), Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0), Uint8Array.of(0xfe, 0xff, 0, 0x7b, 0, 0x7d), Uint8Array.of(0x1f, 0x8b, 8, 0, 0),
  Uint8Array.of(0x22, 0xc7, 0xe5, 0xba, 0xd3, 0x22), Uint8Array.of(0), new Uint8Array(1000),
]
