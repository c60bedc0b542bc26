INSERT INTO article_term (article, term, count, nested, in_title, kind, shown, parts, short_for, running)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
ON CONFLICT (article, term) DO UPDATE SET
    count = count + excluded.count,
    nested = nested + excluded.nested,
    running = running + excluded.running,
    in_title = max(in_title, excluded.in_title)
