INSERT INTO article (fingerprint, title, outlet, reporter, date, copyright, source, text, removed, imported_at)
VALUES (:fingerprint, :title, :outlet, :reporter, :date, :copyright, :source, :text, :removed, :imported_at)
