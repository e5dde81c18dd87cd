//! The licences of everything that the project is built from.

use super::Run;
use crate::place;
use crate::run::{self, Failure, Outcome, on_path};
use serde_json::Value;
use std::fs;

/// Compares every dependency's licence with the list in `deny.toml`, which `cargo deny` reads too.
pub fn check(_: &mut Run) -> Outcome {
    let path = place::checkout().join("deny.toml");
    let text = fs::read_to_string(&path).map_err(on_path("read", &path))?;
    let allowed = allowed(&text);
    let said = run::answer(place::cargo().args(["metadata", "--format-version", "1"]));
    let Some(metadata) = said.and_then(|said| serde_json::from_str::<Value>(&said).ok()) else {
        return Err(Failure::new(
            "`cargo metadata` gave nothing that could be read.",
        ));
    };
    let packages: Vec<&Value> = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .collect();
    let refused: Vec<String> = packages
        .iter()
        .filter_map(|package| refusal(package, &allowed))
        .collect();
    if refused.is_empty() {
        println!(
            "{} packages, all under licences of the list",
            packages.len()
        );
        return advisories();
    }
    Err(Failure::new(refused.join("\n"))
        .advice("replace the dependency, or add the licence to deny.toml after reading it."))
}

/// Known vulnerabilities, where cargo-deny is installed: it needs a database from the net.
fn advisories() -> Outcome {
    if run::find("cargo-deny").is_none() {
        println!("known vulnerabilities: passed over, cargo-deny is not installed");
        return Ok(());
    }
    run::show(place::cargo().args(["deny", "check", "advisories"]))
}

/// Why a package cannot be used, or nothing when its licence is allowed.
fn refusal(package: &Value, allowed: &[String]) -> Option<String> {
    let name = package["name"].as_str().unwrap_or("?");
    let Some(licence) = package["license"].as_str() else {
        return Some(format!("{name} names no licence."));
    };
    let Ok(expression) = spdx::Expression::parse_mode(licence, spdx::ParseMode::LAX) else {
        return Some(format!("{name}'s licence `{licence}` cannot be read."));
    };
    let fits = expression.evaluate(|one| allowed.contains(&one.to_string()));
    (!fits).then(|| format!("{name} is under {licence}, which is not on the list."))
}

/// The quoted names of the list `allow = [ … ]`.
fn allowed(deny_toml: &str) -> Vec<String> {
    let list = deny_toml
        .split_once("allow = [")
        .and_then(|(_, rest)| rest.split_once(']'));
    let lines = list.map(|(list, _)| list).unwrap_or_default().lines();
    let names = lines.flat_map(|line| line.split('#').next().unwrap_or_default().split(','));
    names
        .map(|name| name.trim().trim_matches('"').to_owned())
        .filter(|name| !name.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{allowed, refusal};
    use serde_json::json;

    #[test]
    fn a_choice_of_licences_fits_when_one_is_on_the_list() {
        let list = allowed("allow = [\n  \"MIT\", # short\n  \"Zlib\",\n]\n");
        assert_eq!(list, ["MIT", "Zlib"]);
        assert!(refusal(&json!({"name": "a", "license": "MIT/Apache-2.0"}), &list).is_none());
        assert!(
            refusal(
                &json!({"name": "b", "license": "MIT AND Apache-2.0"}),
                &list
            )
            .is_some()
        );
        assert!(refusal(&json!({"name": "c"}), &list).is_some());
    }
}
