//! `cargo xtask wasm`: the WebAssembly of the page. Trunk calls it when all else of `dist/` stands (see Trunk.toml).
//!
//! Trunk makes one module of one program, but this app is several, so that the first view stays small: what that view
//! takes, what is fetched when a screen is first opened (`src/app/later.rs`), and what reads documents in a worker.
//! All of it goes into one folder named by its content: a browser that holds one file of the set holds all of it.

use crate::place;
use crate::run::{self, Failure, Outcome, on_path};
use crate::setup::{self, Builder, TARGET};
use crate::{single_file, stamp};
use std::fs;
use std::path::{Path, PathBuf};

/// Starts the app, with a place for the list of files that show a plan.
const START: &str = include_str!("../../page/start.js");

/// Lets the page work without a network.
const OFFLINE: &str = include_str!("../../page/offline.js");

/// Has the app take the page over from a plan that stands in it.
const EARLY: &str = include_str!("../../page/early.js");

/// Holds the published app, with places for its name and its files.
const SERVICE_WORKER: &str = include_str!("../../page/service_worker.js");

/// Starts the reader in its worker.
const READER: &str = include_str!("../../page/reader_loader.js");

/// What the published page may do: run what lies beside it, ask nobody else. While the app is developed, trunk reloads
/// the page by a script in it.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'none'";

/// What today's compiler uses beyond the first WebAssembly; a split module does not say so itself.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What the page begins with; the policy counts for all that stands below it.
const FIRST: &str = "<meta charset=\"utf-8\">";

/// Where the page says that the app is to be put, as trunk leaves it.
const PLACE: &str = "<link data-trunk rel=\"rust\"";

/// Makes the folder and names it in the page.
pub fn wasm(_: &[String]) -> Outcome {
    let Some(staging) = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return Err(
            Failure::new("Trunk calls this command while it makes the page.")
                .advice("run `cargo xtask build` or `cargo xtask serve`."),
        );
    };
    let release = std::env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    let builder = if release {
        setup::for_building()?
    } else {
        setup::for_serving()?
    };
    let folder = place::target().join("page");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(on_path("make the folder", &folder))?;
    app(&builder, release, &folder)?;
    reader(&builder, release, &folder)?;
    let start = START.replace("PLAN", &files_of(&folder.join("__wasm_split.js"), "plan")?);
    let start = start.replace("PUBLISHED", if release { "true" } else { "false" });
    for (file, text) in [
        ("start.js", &*start),
        ("offline.js", OFFLINE),
        ("early.js", EARLY),
        ("reader_loader.js", READER),
    ] {
        fs::write(folder.join(file), text).map_err(on_path("write", &folder.join(file)))?;
    }
    if release {
        optimise(&builder, &folder)?;
    }
    let name = format!("app-{}", stamp::of_folder(&folder)?);
    publish(&folder, &staging.join(&name))?;
    name_in_page(&staging.join("index.html"), &name, release)?;
    if release {
        service_worker(&staging)?;
        single_file::make(&builder, &folder, &staging)?;
    }
    Ok(())
}

/// Names the files of the published app, all that stand there by now, to what holds them for later.
///
/// The app as one file is not among them: it is as large as all the rest, and held once somebody had it.
/// Of the plan files only their list is among them, and the plan that the page itself shows: the others are held when they
/// were opened, and there may be thousands.
pub fn service_worker(staging: &Path) -> Outcome {
    let path = staging.join("service-worker.js");
    // The one of before is no part of the app that the new one holds.
    let _ = fs::remove_file(&path);
    let page = staging.join("index.html");
    let page = fs::read_to_string(&page).map_err(on_path("read", &page))?;
    let is_held = |name: &String| {
        !name.starts_with("plans/")
            || name == "plans/catalogue.json"
            || page.contains(&format!("rel=\"monosashi-plan\" href=\"./{name}\""))
    };
    let files = stamp::files_below(staging)?;
    let names = files
        .iter()
        .filter_map(|file| file.strip_prefix(staging).ok());
    let names = names.map(|name| name.to_string_lossy().replace('\\', "/"));
    let mut names: Vec<String> = names
        .filter(|name| name != "index.html" && name != single_file::NAME && is_held(name))
        .collect();
    names.sort();
    let list: Vec<String> = names.iter().map(|name| format!("  '{name}',\n")).collect();
    let text = SERVICE_WORKER
        .replace("BUILD_NAME", &stamp::of_folder(staging)?)
        .replace("FILE_NAMES", &format!("[\n{}]", list.concat()));
    fs::write(&path, text).map_err(on_path("write", &path))
}

/// The app: compiled with the places of its addresses noted, split along them, then joined to JavaScript.
fn app(builder: &Builder, release: bool, folder: &Path) -> Outcome {
    let whole = compile(
        builder,
        release,
        "monosashi",
        &["--", "-Clink-args=--emit-relocs"],
    )?;
    let parts = place::target().join("parts");
    let _ = fs::remove_dir_all(&parts);
    fs::create_dir_all(&parts).map_err(on_path("make the folder", &parts))?;
    let mut split = builder.command("wasm-split-cli")?;
    split.arg(&whole).arg(&parts).args(["--out-name", "app"]);
    run::quietly(&mut split, &place::log("wasm-split")?)?;
    bindgen(builder, &parts.join("app.wasm"), folder, "app", "web")?;
    let main = parts.join("app.wasm");
    fs::remove_file(&main).map_err(on_path("remove", &main))?;
    publish(&parts, folder)
}

/// The files of a split module, its own and those it shares, as a list in JavaScript: as the splitter's script has them.
fn files_of(script: &Path, module: &str) -> Outcome<String> {
    let text = fs::read_to_string(script).map_err(on_path("read", script))?;
    let shared = text
        .split_once(&format!("__wasm_split_load_{module} ="))
        .and_then(|(_, after)| after.split_once(", ["))
        .and_then(|(_, after)| after.split_once(']'))
        .map(|(shared, _)| {
            shared
                .split(", ")
                .filter_map(|name| name.strip_prefix("__"))
        });
    let Some(shared) = shared else {
        return Err(Failure::new(format!(
            "{} does not say what `{module}` takes.",
            script.display()
        )));
    };
    let files = shared.map(|name| format!("'{name}.wasm'"));
    let files: Vec<String> = files.chain([format!("'split_{module}.wasm'")]).collect();
    Ok(format!("[{}]", files.join(", ")))
}

/// The reader: a program of its own.
fn reader(builder: &Builder, release: bool, folder: &Path) -> Outcome {
    let whole = compile(builder, release, "reader", &["--no-default-features"])?;
    bindgen(builder, &whole, folder, "reader", "no-modules")
}

/// Compiles one program and says where it is.
fn compile(builder: &Builder, release: bool, program: &str, further: &[&str]) -> Outcome<PathBuf> {
    let (profile, folder) = if release {
        ("wasm", "wasm")
    } else {
        ("dev", "debug")
    };
    let mut rustc = builder.compiler.cargo();
    rustc.args([
        "rustc",
        "--target",
        TARGET,
        "--profile",
        profile,
        "--bin",
        program,
    ]);
    run::show(rustc.args(further))?;
    let made = place::target().join(TARGET).join(folder);
    Ok(made.join(format!("{program}.wasm")))
}

fn bindgen(builder: &Builder, from: &Path, folder: &Path, name: &str, target: &str) -> Outcome {
    let mut bindgen = builder.command("wasm-bindgen")?;
    // The split modules reach the first one through what its linker exports.
    bindgen.args(["--no-typescript", "--keep-lld-exports", "--target", target]);
    bindgen.args(["--out-name", name, "--out-dir"]).arg(folder);
    run::quietly(bindgen.arg(from), &place::log("wasm-bindgen")?)
}

fn optimise(builder: &Builder, folder: &Path) -> Outcome {
    for file in stamp::files_below(folder)? {
        if file
            .extension()
            .is_some_and(|extension| extension == "wasm")
        {
            let mut opt = builder.command("wasm-opt")?;
            opt.arg("-Oz")
                .args(FEATURES)
                .arg(&file)
                .arg("-o")
                .arg(&file);
            run::quietly(&mut opt, &place::log("wasm-opt")?)?;
        }
    }
    Ok(())
}

/// Copies the files of one folder into another.
fn publish(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to).map_err(on_path("make the folder", to))?;
    for file in stamp::files_below(from)? {
        let name = file.file_name().unwrap_or_default();
        fs::copy(&file, to.join(name)).map_err(on_path("copy", &file))?;
    }
    Ok(())
}

/// Puts the script into the page, and what it loads first, so that the browser asks for all of it at once.
fn name_in_page(page: &Path, folder: &str, release: bool) -> Outcome {
    let mut text = fs::read_to_string(page).map_err(on_path("read", page))?;
    if release {
        let policy =
            format!("{FIRST}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
        text = text.replacen(FIRST, &policy, 1);
    }
    let modules = ["start.js", "app.js", "__wasm_split.js"];
    let mut tags: String = modules
        .map(|file| format!("<link rel=\"modulepreload\" href=\"./{folder}/{file}\">\n"))
        .concat();
    tags.push_str(&format!(
        "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"./{folder}/app_bg.wasm\">\n\
         <script type=\"module\" src=\"./{folder}/start.js\"></script>\n"
    ));
    let place = text.split_once(PLACE);
    let Some((before, after)) = place.and_then(|(before, link)| {
        let (_, after) = link.split_once(">\n")?;
        Some((before, after))
    }) else {
        return Err(Failure::new(format!(
            "{} has no `{PLACE}…>`.",
            page.display()
        )));
    };
    fs::write(page, [before, &tags, after].concat()).map_err(on_path("write", page))
}
