INSERT INTO article (fingerprint, title, outlet, reporter, date, copyright, source, text, imported_at)
VALUES (:fingerprint, :title, :outlet, :reporter, :date, :copyright, :source, :text, :imported_at)
