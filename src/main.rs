fn main() -> std::process::ExitCode {
    dokpa::cli::run()
}
