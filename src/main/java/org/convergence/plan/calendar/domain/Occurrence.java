package org.convergence.plan.calendar.domain;

import java.time.Instant;

/**
 * Something that stands in a calendar, once.
 *
 * @param uid by which the calendar knows it, and all of its series
 * @param instance which of its series it is: the day on which it was first to be; empty where there is no series. It stays
 *     when this one, or the hour of all, is moved
 * @param title 1 to 200 characters
 * @param place at most 200; empty for none
 */
record Occurrence(
        String uid, String instance, Instant start, Instant end, boolean allDay, String title, String place) {}
