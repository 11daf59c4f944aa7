-- The hours of a person and what one costs are for the accountant; the note, which everyone reads, keeps the period only.
UPDATE resources.spending_expense SET note = regexp_replace(note, U&'[\00A0 ]?: .*$', ''), version = version + 1
WHERE hours IS NOT NULL AND note ~ '^(Heures approuvées|Approved hours), [^:]*: .* (à|at) ';
