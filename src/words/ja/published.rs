//! 日本語: what is published beside the app.

use crate::words::keys::*;

pub(super) const PUBLISHED: Published = Published {
    no_catalogue: "公開されている計画の一覧は、いま読めません。この端末の計画には何も起きていません。つながりを確かめて、もう一度開いてください。",
    broken_catalogue: "公開されている計画の一覧（plans/catalogue.json）が壊れていて読めません。この端末の計画には何も起きていません。このページを公開しているところに知らせてください。",
    newer_catalogue: "公開されている計画の一覧が、このアプリより新しい形で書かれています。この端末の計画には何も起きていません。ページを読み込み直してください。",
    since: "{date} の版",
    unlike: "届いたファイルは、公開元の一覧に書かれた版と中身が違います。入れ替えの途中か、途中に残っていた古い版かもしれません。数字を使う前に、時間をおいて開き直してください。",
    open_again: "開き直す",
    newer: "この計画の新しい版が公開されました。",
    newer_dated: "この計画の新しい版（{date}）が公開されました。",
    open_newer: "新しい版を開く",
    kept_newer: "公開元に新しい版があります。",
    kept_newer_dated: "公開元に新しい版（{date}）があります。",
    look: "変わったところを見る",
    without_program: "この画面の数字と図は、そのまま読めます。ほかの画面や検索には、JavaScriptとWebAssemblyが要ります。",
    description: "{name}は、どこまで進んだか。指標を一本のものさしで見せます。",
};
