UPDATE article SET
    fingerprint = :fingerprint,
    title = :title,
    outlet = :outlet,
    reporter = :reporter,
    date = :date,
    copyright = :copyright,
    source = :source,
    text = :text,
    removed = :removed
WHERE id = :id
