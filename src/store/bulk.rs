//! Many rows with few statements.
//!
//! A statement opens its table and indexes, goes down to the leaf and closes them again: for rows that lie side by side that
//! is much of the work, and once for all of them is enough.
//!
//! Such a statement must not be `OR ABORT`, as `INSERT` is by itself: to take back the rows before the one that fails, SQLite
//! would keep a copy of every page that it changes. Who inserts here rolls the whole transaction back.

use rusqlite::{CachedStatement, Connection, ToSql};

/// Rows of one statement, the most first. What is left over takes few statements, and the cache holds few of them.
const ROWS: [usize; 4] = [64, 16, 4, 1];

/// Where rows go.
pub(super) struct Table {
    /// `INSERT OR FAIL INTO table (column, …)`, or `OR IGNORE`.
    pub insert: &'static str,
    /// Values of a row.
    pub columns: usize,
}

/// Takes the values of a row, in the order of its columns.
pub(super) struct Values<'s, 'c> {
    statement: &'s mut CachedStatement<'c>,
    bound: usize,
}

impl Values<'_, '_> {
    pub fn add(&mut self, value: impl ToSql) -> rusqlite::Result<()> {
        self.bound += 1;
        self.statement.raw_bind_parameter(self.bound, value)
    }
}

impl Table {
    /// Inserts `rows` in their order. `values` adds the values of one of them, [`Table::columns`] each time. After an error
    /// some of the rows may be there: the transaction has to be taken back.
    pub fn insert_all<T>(
        &self,
        conn: &Connection,
        rows: &[T],
        values: impl Fn(&mut Values, &T) -> rusqlite::Result<()>,
    ) -> rusqlite::Result<()> {
        let mut rest = rows;
        for size in ROWS.into_iter().filter(|size| *size <= rows.len()) {
            let chunks = rest.chunks_exact(size);
            rest = chunks.remainder();
            let mut statement = conn.prepare_cached(&self.sql(size))?;
            for chunk in chunks {
                let mut binding = Values { statement: &mut statement, bound: 0 };
                chunk.iter().try_for_each(|row| values(&mut binding, row))?;
                statement.raw_execute()?;
            }
        }
        Ok(())
    }

    fn sql(&self, rows: usize) -> String {
        let row = format!("({})", vec!["?"; self.columns].join(","));
        format!("{} VALUES {}", self.insert, vec![row; rows].join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NUMBERS: Table = Table { insert: "INSERT OR FAIL INTO number (place, value)", columns: 2 };

    fn inserted(count: i64) -> Vec<(i64, String)> {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch("CREATE TABLE number (id INTEGER PRIMARY KEY, place INTEGER, value TEXT)").unwrap();
        let rows: Vec<i64> = (0..count).collect();
        let values = |values: &mut Values, row: &i64| values.add(row).and_then(|()| values.add(row.to_string()));
        NUMBERS.insert_all(&conn, &rows, values).unwrap();
        let mut select = conn.prepare("SELECT place, value FROM number ORDER BY id").unwrap();
        select.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn any_number_of_rows_is_inserted_in_its_order() {
        for count in (0..=70).chain([127, 128, 129, 500]) {
            let expected: Vec<_> = (0..count).map(|row| (row, row.to_string())).collect();
            assert_eq!(inserted(count), expected);
        }
    }

    #[test]
    fn a_row_that_the_table_refuses_is_an_error() {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch("CREATE TABLE number (place INTEGER PRIMARY KEY, value TEXT)").unwrap();
        let values = |values: &mut Values, row: &i64| values.add(row).and_then(|()| values.add("once"));
        assert!(NUMBERS.insert_all(&conn, &[1, 2, 3, 4, 1], values).is_err());
    }
}
