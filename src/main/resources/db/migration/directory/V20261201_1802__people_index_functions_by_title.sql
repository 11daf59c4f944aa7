-- Segments by function read the few distinct titles of all functions, and then the people of those that match.
CREATE INDEX people_function_by_title ON directory.people_function (title, person);
