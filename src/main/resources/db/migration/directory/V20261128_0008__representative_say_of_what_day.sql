-- A number of people is said of a day; without one, who accepts it chooses.
ALTER TABLE directory.representative_proposal ADD COLUMN said_for date;
COMMENT ON COLUMN directory.representative_proposal.said_for IS 'Of what day it is said; null where it is of none, or none was said';
