//! Opening: find out what the file is before anything is written to it.

use std::fs::{self, OpenOptions};
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

use super::StoreError;

/// How long another process may hold the file before we give up.
pub(super) const PATIENCE: Duration = Duration::from_secs(2);

/// Stands in the file's header, set by the first migration.
const APPLICATION_ID: i32 = 1_685_023_600;

/// Files up to this many bytes are checked whole at each opening; for larger ones it would be felt.
const CHECKED_WHOLE: i64 = 4 << 20;

/// Statements kept prepared: somewhat more than there are.
const STATEMENTS: usize = 96;

/// Memory for pages of the file, at the most.
const CACHE_KIB: i64 = 64 * 1024;
/// Pages in the log (of 4 KiB) after which they are put into the file.
const CHECKPOINT_PAGES: i64 = 8_000;

/// Append-only: a file's version is the number of steps it has seen.
const STEPS: &[M<'static>] = &[
    M::up(include_str!("migrations/0001.sql")),
    M::up(include_str!("migrations/0002.sql")),
    M::up(include_str!("migrations/0003.sql")),
    M::up(include_str!("migrations/0004.sql")),
    M::up(include_str!("migrations/0005.sql")),
    M::up(include_str!("migrations/0006.sql")),
    M::up(include_str!("migrations/0007.sql")),
    M::up(include_str!("migrations/0008.sql")),
    M::up(include_str!("migrations/0009.sql")),
    M::up(include_str!("migrations/0010.sql")),
    M::up(include_str!("migrations/0011.sql")),
    M::up(include_str!("migrations/0012.sql")),
    M::up(include_str!("migrations/0013.sql")),
    M::up(include_str!("migrations/0014.sql")),
    M::up(include_str!("migrations/0015.sql")),
];
pub(super) const MIGRATIONS: Migrations<'static> = Migrations::from_slice(STEPS);

pub(super) fn file(path: &Path, patience: Duration) -> Result<Connection, StoreError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|source| StoreError::Folder { path: folder.to_owned(), source })?;
    }
    prepare(path, patience).map_err(|error| match error {
        Failure::CannotOpen => cannot_open(path),
        Failure::Other(error) => error,
    })
}

pub(super) fn memory() -> Result<Connection, StoreError> {
    let mut conn = Connection::open_in_memory()?;
    configure(&mut conn)?;
    MIGRATIONS.to_latest(&mut conn)?;
    Ok(conn)
}

/// SQLite says only that it cannot open; why, the path has to tell.
enum Failure {
    CannotOpen,
    Other(StoreError),
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::CannotOpen) => Self::CannotOpen,
            _ => Self::Other(error.into()),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Other(error)
    }
}

fn prepare(path: &Path, patience: Duration) -> Result<Connection, Failure> {
    let mut conn = Connection::open(path)?;
    conn.busy_timeout(patience)?;
    inspect(&conn, path)?;
    if conn.is_readonly("main")? {
        return Err(StoreError::ReadOnly.into());
    }
    keep_log(&conn)?;
    configure(&mut conn)?;
    migrate(&mut conn)?;
    Ok(conn)
}

fn configure(conn: &mut Connection) -> Result<(), rusqlite::Error> {
    conn.pragma_update(None, "synchronous", "FULL")?;
    // An import touches pages all over the indexes: with SQLite's own 2 MB they are written and read again and again.
    conn.pragma_update(None, "cache_size", -CACHE_KIB)?;
    conn.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
    conn.pragma_update(None, "foreign_keys", "ON")?;
    conn.set_transaction_behavior(TransactionBehavior::Immediate);
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(())
}

/// Readers and a writer do not wait for each other. The switch is kept in the file. Where another process is just
/// making it, ours comes too late and is not needed.
fn keep_log(conn: &Connection) -> Result<(), StoreError> {
    match conn.pragma_update(None, "journal_mode", "WAL").map_err(StoreError::from) {
        Err(StoreError::Locked) => Ok(()),
        other => other,
    }
}

/// Reads the header, the schema and, where that is cheap, every page. Writes nothing.
fn inspect(conn: &Connection, path: &Path) -> Result<(), Failure> {
    let number = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).map_err(unreadable);
    let objects = number("SELECT count(*) FROM sqlite_schema")?;
    let version = number("PRAGMA user_version")?;
    if is_cut(path, number("PRAGMA page_size")?) {
        return Err(StoreError::Damaged("the last page is not whole".into()).into());
    }
    if objects == 0 && version == 0 {
        return Ok(()); // new, or killed before the first migration was through
    }
    if number("PRAGMA application_id")? != i64::from(APPLICATION_ID) {
        return Err(StoreError::Damaged("not a store of dokpa".into()).into());
    }
    let known = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
    if version > known {
        return Err(StoreError::Newer { found: version, known }.into());
    }
    if version < 1 {
        return Err(StoreError::Damaged(format!("version {version}")).into());
    }
    if number("PRAGMA page_count")? * number("PRAGMA page_size")? <= CHECKED_WHOLE {
        let verdict: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(unreadable)?;
        if verdict != "ok" {
            return Err(StoreError::Damaged(verdict).into());
        }
    }
    Ok(())
}

/// SQLite reads what is missing of the last page as zeros. Only while there is a log may it really be incomplete.
fn is_cut(path: &Path, page_size: i64) -> bool {
    let length = |path: &Path| fs::metadata(path).map_or(0, |facts| facts.len());
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let whole = u64::try_from(page_size).is_ok_and(|size| length(path).is_multiple_of(size));
    !whole && length(Path::new(&log)) == 0
}

/// While nothing but the header and the schema is read, an error without a code of its own means a broken header.
fn unreadable(error: rusqlite::Error) -> Failure {
    match error.sqlite_error_code() {
        Some(ErrorCode::Unknown) => StoreError::Damaged(error.to_string()).into(),
        _ => error.into(),
    }
}

/// Two processes may open a new file at once: who comes second finds the work done, and that is no error.
fn migrate(conn: &mut Connection) -> Result<(), StoreError> {
    match MIGRATIONS.to_latest(conn) {
        Err(_) if MIGRATIONS.pending_migrations(conn).is_ok_and(|pending| pending == 0) => Ok(()),
        other => Ok(other?),
    }
}

fn cannot_open(path: &Path) -> StoreError {
    let here = |source| StoreError::Folder { path: path.to_owned(), source };
    match OpenOptions::new().append(true).create(true).open(path) {
        Err(source) if path.is_file() => match source.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly,
            _ => here(source),
        },
        Err(source) => here(source),
        Ok(_) => StoreError::ReadOnly, // the file is fine, but the log beside it cannot be made
    }
}
