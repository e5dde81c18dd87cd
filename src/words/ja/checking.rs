//! 日本語: what may be wrong with a plan.

use crate::words::{Checking, KindWords};

pub(super) const CHECKING: Checking = Checking {
    ten_times: KindWords {
        title: "けたが違うかもしれない数",
        met: "{year}の「{text}」は、{other_year}の「{other}」のおよそ{times}です。",
        met_in_all: "",
        why: "けたや単位（円・千円）の取り違えが一つあると、達成率もグラフも大きく狂います。原本と見比べて、違っていれば直してください。",
    },
    times_more: "{times}倍",
    times_less: "{times}分の1",
    falling_total: KindWords {
        title: "減っている累計",
        met: "累計なのに、{year}の「{text}」は{other_year}の「{other}」より少なくなっています。",
        met_in_all: "",
        why: "はじめからの合計は減らないはずです。1年分の数を入れたか、数え方が違うのかもしれません。数か「数え方」を直してください。",
    },
    over_hundred: KindWords {
        title: "100%を超える割合",
        met: "{year}の「{text}」は、割合なのに100%を超えています。",
        met_in_all: "",
        why: "全体に対する割合は100%を超えません。小数点の位置か、分母を確かめてください。",
    },
    stale_copy: KindWords {
        title: "前の年度と同じ数",
        met: "{year}の「{text}」は、{other_year}の数とまったく同じです。",
        met_in_all: "",
        why: "前の年度の数を写したままだと、動きが見えなくなります。その年度の数か確かめてください。",
    },
    stale_year: KindWords {
        title: "前の年度とすべて同じ実績",
        met: "{year}の実績が、前の年度とまったく同じです。",
        met_in_all: "{year}の実績は、比べられる{count}の指標のどれもが前の年度とまったく同じです。",
        why: "前の年度のファイルを取り込んだのかもしれません。取り込んだファイルを確かめてください。",
    },
    reversed_direction: KindWords {
        title: "向きと目標の食い違い",
        met: "向きは「{said}」と決められていますが、「{from}」から「{to}」への目標は逆です。",
        met_in_all: "",
        why: "向きが逆だと、よくなったときに後退と判定されます。向きか、基準と目標の数を直してください。",
    },
    reversed_bound: "向きは「{said}」と決められていますが、目標の「{to}」は逆です。",
    rising_evil: KindWords {
        title: "増やす目標になっている、減らしたい数",
        met: "「{word}」を数えているのに、「{from}」から「{to}」へ増える目標です。",
        met_in_all: "",
        why: "基準と目標が入れかわっているか、別のものを数えているのかもしれません。原本と見比べてください。",
    },
    unit_changed: KindWords {
        title: "単位の変わった数",
        met: "{year}の「{text}」は、この指標の単位「{unit}」ではありません。",
        met_in_all: "",
        why: "単位の違う数は比べられず、判定にもグラフにも入りません。単位をそろえて入れ直してください。",
    },
    no_indicator: KindWords {
        title: "指標のない取組",
        met: "この取組には、進み具合を見る指標がありません。",
        met_in_all: "",
        why: "指標がないと、うまくいったかどうかをだれも言えません。関わる指標を結び付けるか、理由を書いて外してください。",
    },
    no_owner: KindWords {
        title: "担当課のない指標",
        met: "担当課が書かれていません。",
        met_in_all: "{count}の指標のどれにも、担当課が書かれていません。",
        why: "担当が決まっていないと、実績を集めるときにだれにも頼めません。担当課を書き足してください。",
    },
    no_baseline: KindWords {
        title: "基準値のない指標",
        met: "基準値がありません。",
        met_in_all: "{count}の指標のどれにも、基準値がありません。",
        why: "始まりの数がないと、どれだけ進んだかを計算できません。最初の調査の値などを基準値に決めてください。",
    },
    no_source: KindWords {
        title: "測り方の書かれていない指標",
        met: "測り方も出典も書かれていません。",
        met_in_all: "{count}の指標のどれにも、測り方や出典が書かれていません。",
        why: "担当が替わると、同じ数え方を続けられません。何をもとに数えるかを書き足してください。",
    },
    no_actual: KindWords {
        title: "実績の入っていない指標",
        met: "{year}の実績が入っていません。",
        met_in_all: "{count}の指標のどれにも、{year}の実績が入っていません。",
        why: "終わった年度の実績がないと、判定は前の年度のままです。実績か、ない理由（調査中など）を入れてください。",
    },
    output_as_outcome: KindWords {
        title: "成果とされている活動の数",
        met: "成果をみる指標とされていますが、「{word}」は町が行った量です。",
        met_in_all: "",
        why: "たくさん行っても、よくなったとは限りません。それで何が変わったかをみる指標を考えるか、活動の指標と書き直してください。",
    },
    target_met_before: KindWords {
        title: "始める前から届いている目標",
        met: "基準値の「{from}」が、目標の「{to}」をはじめから満たしています。",
        met_in_all: "",
        why: "何もしなくても達成になります。保つための目標なら向きを「保つ」に決め、そうでなければ目標を見直してください。",
    },
};
