//! Damage at will, the same in every run that begins with the same dice.

/// Numbers that look random (SplitMix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below a limit; 0 below 0.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % limit.max(1) as u64).unwrap()
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }
}

/// What readers look for, and what breaks them.
const WORDS: &[&str] = &[
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    ",",
    "\"",
    "\"\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    ":",
    "\\u",
    "\\ud800",
    "null",
    "true",
    "1e999",
    "-1e-400",
    "NaN",
    "e-",
    "E-1",
    "0",
    "-0",
    "999999999999999999999",
    "１２",
    "▲",
    "△",
    "－",
    "—",
    "～",
    "%",
    "％",
    "千円",
    "億",
    "万人",
    "年2回",
    "3/9",
    "令和",
    "元年度",
    "R6",
    "H30",
    "S63",
    "2029年度",
    "年度",
    "（",
    "）",
    "(",
    ")",
    "「",
    "」",
    "①",
    "⑳",
    "※1",
    "※",
    "再掲",
    "●",
    "○",
    "◎",
    "第1章",
    "第２節",
    "1-2-3",
    "2-(3)-②",
    "基本目標1　",
    "現状と課題",
    "取組",
    "目標値",
    "基準値",
    "実績値",
    "指標名",
    "単位",
    "区分",
    "値",
    "担当課",
    "全課【総務課】",
    "継続型",
    "完結型",
    "前期",
    "後期",
    "目指す姿",
    "用語解説",
    "以上",
    "未満",
    "約",
    "未整備",
    "策定",
    "累計",
    "=",
    "+",
    "@",
    "＝",
    "\u{feff}",
    "\u{0}",
    "\u{200d}",
    "\u{202e}",
    "\u{3099}",
    "𠮷",
    "👨‍👩‍👧",
    "葛\u{e0100}",
    "ﾊﾟ",
    "　",
    "<ul>",
    "&amp;",
    "|",
    "・",
    "。",
    "\u{2028}",
    "\u{85}",
];

/// One of the seeds with a few things changed.
pub fn mutated(seeds: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut input = seeds[dice.below(seeds.len())].clone();
    for _ in 0..=dice.below(6) {
        match dice.below(10) {
            0 => change_byte(&mut input, dice),
            1 | 2 => put_word(&mut input, dice),
            3 => cut(&mut input, dice),
            4 => double(&mut input, dice),
            5 | 6 => move_lines(&mut input, dice, b'\n'),
            7 => move_lines(&mut input, dice, b'\t'),
            8 => move_lines(&mut input, dice, b','),
            _ => splice(&mut input, &seeds[dice.below(seeds.len())], dice),
        }
    }
    input
}

fn change_byte(input: &mut [u8], dice: &mut Dice) {
    let at = dice.below(input.len());
    if let Some(byte) = input.get_mut(at) {
        *byte = u8::try_from(dice.below(256)).unwrap();
    }
}

/// A word between others, or in the place of what stands there.
fn put_word(input: &mut Vec<u8>, dice: &mut Dice) {
    let at = dice.below(input.len() + 1);
    let over = if dice.below(2) == 0 { 0 } else { dice.below(8) };
    let end = (at + over).min(input.len());
    input.splice(at..end, dice.one(WORDS).bytes());
}

fn cut(input: &mut Vec<u8>, dice: &mut Dice) {
    let from = dice.below(input.len());
    let longest = if dice.below(4) == 0 { input.len() } else { 12 };
    let to = (from + dice.below(longest)).min(input.len());
    input.drain(from..to);
}

fn double(input: &mut Vec<u8>, dice: &mut Dice) {
    let from = dice.below(input.len());
    let to = (from + dice.below(200)).min(input.len());
    let part = input[from..to].to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(input.len());
        input.splice(at..at, part.iter().copied());
    }
}

/// Parts between two signs, lines or cells, change places, are lost, or come twice.
fn move_lines(input: &mut Vec<u8>, dice: &mut Dice, between: u8) {
    let mut parts: Vec<Vec<u8>> = input
        .split(|byte| *byte == between)
        .map(<[u8]>::to_vec)
        .collect();
    let (one, other) = (dice.below(parts.len()), dice.below(parts.len()));
    match dice.below(4) {
        0 => parts.swap(one, other),
        1 => drop(parts.remove(one)),
        2 => parts.insert(other, parts[one].clone()),
        _ => parts[one].clear(),
    }
    *input = parts.join(&between);
}

/// Lines of another seed in the middle of this one.
fn splice(input: &mut Vec<u8>, other: &[u8], dice: &mut Dice) {
    let lines: Vec<&[u8]> = other.split_inclusive(|byte| *byte == b'\n').collect();
    let from = dice.below(lines.len());
    let to = (from + 1 + dice.below(12)).min(lines.len());
    let at = dice.below(input.len());
    let at = input[at..]
        .iter()
        .position(|byte| *byte == b'\n')
        .map_or(at, |line| at + line + 1);
    input.splice(at..at, lines[from..to].concat());
}
