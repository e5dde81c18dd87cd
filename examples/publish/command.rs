//! What `publish` does with its arguments.

use crate::{catalogue, editions, page};
use std::io::Write;
use std::path::Path;

/// It is done.
pub const DONE: u8 = 0;
/// A file is no plan file, or another that is there cannot be read: nothing was written.
pub const NOT_UNDERSTOOD: u8 = 1;
/// The arguments or the folder cannot be used.
pub const UNUSABLE: u8 = 2;

const USAGE: &str = "\
使い方: publish catalogue フォルダ [--title 一覧の名前]
        publish editions フォルダ 計画ファイル…
        publish page アプリのフォルダ 計画ファイルの名前
catalogue は、フォルダの計画ファイル（.json）を読み、その一覧 catalogue.json を同じフォルダに書きます。
前の一覧があれば、順番・名前・説明と、中身の変わらないファイルの日付を引き継ぎます。
editions は、計画ファイルの閲覧用の版（内部の記録を除いたもの）をフォルダに置きます。
page は、アプリの plans/ にある計画を、アプリの最初の画面として index.html に書き込みます。
終了コード: 0 できた、1 計画ファイルでないものがあり、それを書かなかった、2 引数かフォルダが使えない";

/// Does what the arguments ask for and writes what there is to say to `err`. Gives the exit status.
pub fn run(arguments: &[String], err: &mut dyn Write) -> u8 {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (status, told) = match *arguments {
        ["catalogue", folder] => catalogue::make(Path::new(folder), None),
        ["catalogue", folder, "--title", title] => {
            catalogue::make(Path::new(folder), Some(title.to_owned()))
        }
        ["editions", folder, ref files @ ..] if !files.is_empty() => {
            match editions::put(Path::new(folder), files) {
                Ok(count) => (DONE, format!("{folder}: {count}つのファイル")),
                Err(problem) => (NOT_UNDERSTOOD, problem),
            }
        }
        ["page", dist, name] => match page::put(Path::new(dist), name) {
            Ok(()) => (DONE, format!("index.html: {name}")),
            Err(problem) => (NOT_UNDERSTOOD, problem),
        },
        _ => (UNUSABLE, USAGE.to_owned()),
    };
    // Where nobody can be told, the exit status is all there is.
    let _ = writeln!(err, "{told}");
    status
}
