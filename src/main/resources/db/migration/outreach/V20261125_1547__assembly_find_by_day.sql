-- Lists of fifty years and more are read from where they begin: resolutions by the day of their meeting, what is to come,
-- and what stood on the agenda of a body on a day.
CREATE INDEX assembly_meeting_by_date ON outreach.assembly_meeting ((begins::date) DESC);
CREATE INDEX assembly_meeting_ahead ON outreach.assembly_meeting (begins, id) WHERE state = 'PLANNED';
CREATE INDEX assembly_follow_up_on_a_day ON outreach.assembly_follow_up
    USING gist (body, daterange(opened_on, closed_on, '[]'));
