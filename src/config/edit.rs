//! The learner's settings file, changed and otherwise left as it is: comments, order and spacing stay.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use toml_edit::{DocumentMut, value};

use super::{Config, ConfigError};

/// A setting that the program itself can write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    Number(i64),
    Word(&'static str),
}

/// Why settings cannot be written. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// What is there cannot be read, or would no longer make sense.
    #[error(transparent)]
    Present(#[from] ConfigError),
    #[error("{path}: cannot be written: {source}")]
    Unwritable { path: PathBuf, source: std::io::Error },
}

/// Sets `key` to a value in the file at `path`, which is made where there is none. The file is replaced whole, so that
/// it is never seen half written.
pub fn edit(path: &Path, settings: &[(&str, Value)]) -> Result<(), EditError> {
    // A link stays a link: what it leads to is changed.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let old = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(e) if e.kind() == ErrorKind::NotFound => String::new(),
        Err(source) => return Err(ConfigError::Unreadable { path: path.clone(), source }.into()),
    };
    let new = edited(&old, settings).map_err(|detail| ConfigError::Syntax { path: path.clone(), detail })?;
    write(path, &new).map_err(|source| EditError::Unwritable { path: path.clone(), source })
}

fn edited(text: &str, settings: &[(&str, Value)]) -> Result<String, String> {
    Config::parse(text)?;
    let mut document: DocumentMut = text.parse().map_err(|e: toml_edit::TomlError| e.message().to_owned())?;
    for (key, setting) in settings {
        let mut new = match *setting {
            Value::Number(number) => value(number),
            Value::Word(word) => value(word),
        };
        match document.get_mut(key) {
            Some(old) => {
                // A comment behind the old value belongs to the line.
                if let (Some(old), Some(new)) = (old.as_value(), new.as_value_mut()) {
                    *new.decor_mut() = old.decor().clone();
                }
                *old = new;
            }
            None => {
                document.insert(key, new);
            }
        }
    }
    let text = document.to_string();
    Config::parse(&text)?;
    Ok(text)
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let beside = PathBuf::from(name);
    let written = fs::File::create(&beside).and_then(|mut file| {
        if let Ok(facts) = fs::metadata(path) {
            file.set_permissions(facts.permissions())?;
        }
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, path)
    });
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "# mine\nmode = \"type\"  # I like to type\nambiguous_width=1 # of “\n\n[schedule]\n# steady\ndesired_retention = 0.9\n";

    #[test]
    fn comments_order_and_spacing_stay() {
        let new = edited(OLD, &[("ambiguous_width", Value::Number(2)), ("keyboard", Value::Word("dubeolsik"))]);
        assert_eq!(
            new.unwrap(),
            "# mine\nmode = \"type\"  # I like to type\nambiguous_width=2 # of “\nkeyboard = \"dubeolsik\"\n\n[schedule]\n# steady\ndesired_retention = 0.9\n"
        );
        assert_eq!(edited("", &[("keyboard", Value::Word("system"))]).unwrap(), "keyboard = \"system\"\n");
    }

    #[test]
    fn what_makes_no_sense_is_not_written() {
        assert!(edited("mode = ", &[]).is_err());
        assert!(edited("", &[("ambiguous_width", Value::Number(7))]).is_err());
        assert!(edited("", &[("no_such", Value::Number(7))]).is_err());
    }

    #[test]
    fn a_file_is_made_changed_and_left_alone_where_it_cannot_be_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/config.toml");
        edit(&path, &[("ambiguous_width", Value::Number(2))]).unwrap();
        edit(&path, &[("keyboard", Value::Word("dubeolsik"))]).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "ambiguous_width = 2\nkeyboard = \"dubeolsik\"\n");
        fs::write(&path, "mode = 3").unwrap();
        assert!(matches!(edit(&path, &[]), Err(EditError::Present(ConfigError::Syntax { .. }))));
        assert_eq!(fs::read_to_string(&path).unwrap(), "mode = 3");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "nothing is left beside it");
    }
}
