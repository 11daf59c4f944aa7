-- What is due counts the files that were chosen, of each call that is decided.
CREATE INDEX internship_application_chosen ON education.internship_application (call) WHERE state = 'CHOSEN';
