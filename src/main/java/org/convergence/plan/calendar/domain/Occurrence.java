package org.convergence.plan.calendar.domain;

import java.time.Instant;

/**
 * One occurrence of an event in a calendar.
 *
 * @param uid the id of the event, and of its series, in the calendar
 * @param instance which one of its series it is: the day of its original start; empty without a series. It does not
 *     change when this occurrence, or the hour of the whole series, is moved
 * @param title 1 to 200 characters
 * @param place at most 200; empty for none
 */
record Occurrence(
        String uid, String instance, Instant start, Instant end, boolean allDay, String title, String place) {}
