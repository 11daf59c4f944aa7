-- A seat collects the mandates of decades, and a page asks for those of one day.
DROP INDEX outreach.assembly_mandate_by_seat;
CREATE INDEX assembly_mandate_by_seat ON outreach.assembly_mandate (seat, coalesce(until, 'infinity'));
