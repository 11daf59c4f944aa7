-- What is due reads the answers of the last year.
CREATE INDEX workshop_request_by_answer ON education.workshop_request (answered_on) WHERE answered_on IS NOT NULL;
