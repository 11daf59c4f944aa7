-- Whole names are looked for in texts that leave the house.
CREATE INDEX people_person_by_whole_name ON directory.people_person (platform.fold(display_name));
CREATE INDEX people_person_by_given_and_family_name
    ON directory.people_person (platform.fold(given_name || ' ' || family_name));
