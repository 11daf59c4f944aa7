-- Lists of gifts, invoices, payments, partners and decision-makers search a part of a person's name; each read all names.
CREATE INDEX people_person_search ON directory.people_person USING gin (search_form public.gin_trgm_ops);
