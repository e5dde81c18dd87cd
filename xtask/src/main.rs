//! The project's commands.
fn main() {
    println!("commands: serve, test, build");
}
