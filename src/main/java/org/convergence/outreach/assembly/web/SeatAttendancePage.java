package org.convergence.outreach.assembly.web;

import java.util.List;

/** The meetings of a year, each with the attendance of one seat. */
public record SeatAttendancePage(String seat, String year, PageLink body, List<MeetingRow> meetings) {}
