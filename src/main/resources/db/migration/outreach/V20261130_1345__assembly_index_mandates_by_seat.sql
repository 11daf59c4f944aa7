-- A seat has a handful of mandates: reading them all by this index costs less than one search in the index of ranges.
CREATE INDEX assembly_mandate_by_seat ON outreach.assembly_mandate (seat);
