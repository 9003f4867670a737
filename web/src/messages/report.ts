import type { Message } from './words';

// Words of report.html and of the package in words.
export const report = {
    'report.print': ['Print or save as PDF', '打印或另存为 PDF', 'Печать или PDF'],
    'report.members': ['Members:', '成员：', 'Участники:'],
    'report.sources': ['What the package stands on', '方案依据', 'На чём основан пакет'],
    'report.not-expressed': ['What no lever can express yet', '尚无杠杆可表达的内容', 'Что рычаги пока не выражают'],
    'report.same': [
        'The same scenario on the same data with the same version gives this file again, byte for byte.',
        '相同情景、相同数据和相同版本会逐字节地再次生成此文件。',
        'Тот же сценарий на тех же данных в той же версии даёт этот файл снова, байт в байт.',
    ],
    'view.package': ['The package', '方案内容', 'Состав пакета'],
    'how.package': [
        'Every action pulls one documented lever; its size has a source or says that it is illustrative.',
        '每项行动对应一个有文档说明的杠杆；其大小有出处，或注明仅为示意。',
        'Каждое действие двигает один описанный рычаг; у величины есть источник или пометка, что она условна.',
    ],
    'package.lever': ['Lever', '杠杆', 'Рычаг'],
    'package.size': ['Size', '大小', 'Величина'],
    'package.what': ['What', '对象', 'Что'],
    'package.all-members': ['all members', '全体成员', 'все участники'],
    'package.count': ['{n} of them', '共 {n} 个', 'всего {n}'],
} as const satisfies Readonly<Record<string, Message>>;
