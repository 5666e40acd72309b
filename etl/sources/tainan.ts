import { categoryNames } from './categories.ts';
import { channel } from './channels.ts';
import { needed, neededTime, words } from './cells.ts';
import { placer } from './coordinates.ts';
import type { Source } from './source.ts';
import { zoneOf } from './zone.ts';

const zone = zoneOf('Asia/Taipei');
const place = placer({ bounds: [120, 22.85, 120.7, 23.45] });

const english: Readonly<Record<string, string>> = {
  違規停車: 'Illegal parking',
  噪音舉發: 'Noise',
  髒亂及汙染: 'Dirt and pollution',
  路燈故障: 'Street light out',
  交通運輸: 'Traffic',
  道路維修: 'Road repair',
  民生管線: 'Utility lines',
  動物救援: 'Animal rescue',
  騎樓舉發: 'Blocked arcade',
  地震通報: 'Earthquake',
  天然災害: 'Natural disaster',
  登革熱通報: 'Dengue fever',
  建築物傾倒: 'Leaning building',
  佔用道路: 'Road occupied',
  號誌故障: 'Traffic signal out',
  交通疏導: 'Traffic control',
  號誌秒差調整: 'Signal timing',
  公車動態LED跑馬燈資訊顯示異常: 'Bus display out of order',
  妨害安寧: 'Disturbance of the peace',
  場所連續噪音: 'Continuous noise from premises',
  空氣汙染: 'Air pollution',
  道路散落物: 'Debris on the road',
  環境髒亂: 'Dirty surroundings',
  其他汙染舉發: 'Other pollution',
  市區道路路面油漬: 'Oil on city roads',
  '小廣告、旗幟': 'Illegal posters and flags',
  大型廢棄物清運: 'Bulky waste',
  路面油漬: 'Oil on the road',
  '9盞以下路燈故障': 'Up to 9 street lights out',
  '10盞以上路燈故障': '10 street lights or more out',
  路面坑洞: 'Pothole',
  '路面下陷、凹陷': 'Sunken road surface',
  路樹傾倒: 'Fallen street tree',
  人孔蓋或溝蓋聲響鬆動: 'Loose manhole or drain cover',
  '路面掏空、塌陷': 'Road collapse',
  '寬頻管線、孔蓋損壞': 'Broadband line or cover damaged',
  '人孔蓋聲響、凹陷、漏水': 'Manhole cover noisy, sunken or leaking',
  人孔蓋凹陷坑洞: 'Sunken manhole cover',
  地下道積水: 'Flooded underpass',
  '漏水、停水、消防栓漏水或損壞': 'Water leak or no water',
  '停電、漏電、電線掉落、孔蓋鬆動': 'Power cut or fallen wire',
  '電信孔蓋鬆動、電信線路掉落、電信桿傾倒': 'Telecom line or pole down',
  '瓦斯管溝修補、孔蓋鬆動': 'Gas trench or cover',
  天然氣外洩: 'Gas leak',
  犬貓急難救援: 'Dog or cat in distress',
  遊蕩犬隻捕捉管制: 'Stray dogs',
  路樹問題: 'Street trees',
  路燈故障毀損: 'Street lights damaged',
  積水淹水問題: 'Flooding',
  自來水問題: 'Water supply',
  道路毀損: 'Road damaged',
  空地空屋孳清通報: 'Breeding site on empty ground',
  屋內孳清通報: 'Breeding site indoors',
};

/** Other spellings of the same category. */
const spellings: Readonly<Record<string, string>> = {
  髒亂及污染: '髒亂及汙染',
  空氣污染: '空氣汙染',
  妨礙安寧: '妨害安寧',
  '人孔蓋或溝蓋聲響、鬆動': '人孔蓋或溝蓋聲響鬆動',
  人孔蓋或溝蓋聲響: '人孔蓋或溝蓋聲響鬆動',
  鬆動人孔蓋凹陷坑洞: '人孔蓋凹陷坑洞',
  路面凹陷: '路面下陷、凹陷',
};

const category = categoryNames('zh-TW', english);

/** Categories of Tainan: a known sub-project below its service; slips of the pen below a service are left out. */
export function tainanCategory(service: string | null, subproject: string | null) {
  if (!service) return category(null);
  const top = spelled(service) === '妨害安寧' ? '噪音舉發' : spelled(service);
  const below = subproject && spelled(subproject);
  return below && below !== top && english[below] ? category(below, category(top)) : category(top);
}

function spelled(name: string): string {
  return spellings[name] ?? name;
}

/** Hotline 1999 of Tainan: short texts, a place in every row, nothing after the arrival. */
export const tainan: Source = {
  name: 'tainan',
  title: 'Tainan, hotline 1999',
  timezone: zone.name,
  language: 'zh-TW',
  settings: { known_measures: [], attribution: '臺南市政府 (Tainan City Government)' },
  reading: { format: 'csv' },
  columns: [
    'service_request_id',
    'requested_datetime',
    'area',
    'service_name',
    'subproject',
    'description',
    'address_string',
    'lat',
    'lon',
  ],
  repeats: { key: ['service_request_id'], reason: 'repeated id' },
  read(row) {
    const { point, note } = place(row('lon'), row('lat'));
    return {
      id: needed(row, 'service_request_id'),
      category: tainanCategory(words(row, 'service_name'), words(row, 'subproject')),
      channel: channel('phone'),
      area: row('area')?.replace(/\s+/g, '') || null,
      description: row('description'),
      address: words(row, 'address_string'),
      language: 'zh-TW',
      point,
      note,
      zone,
      received: neededTime(row, 'requested_datetime'),
      course: { state: 'untold' },
    };
  },
};
