package org.convergence.plan.calendar.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties read from one event of a calendar, before its recurrences are known. Attendees, the description and
 * attachments are never read.
 */
final class RawEvent {

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_UID = 1_000;
    private static final int MOST_DATES = 4_000;

    private String uid = "";
    private String title = "";
    private String place = "";
    private @Nullable CalendarTime start;
    private @Nullable CalendarTime end;
    private @Nullable CalendarTime instead;
    private @Nullable String duration;
    private boolean left;
    private boolean onward;
    private final List<String> rules = new ArrayList<>(0);
    private final List<CalendarTime> added = new ArrayList<>(0);
    private final List<CalendarTime> taken = new ArrayList<>(0);

    void addProperty(ContentLine line) {
        switch (line.name()) {
            case "UID" -> uid = line.plainText(LONGEST_UID);
            case "SUMMARY" -> title = line.plainText(LONGEST_TEXT);
            case "LOCATION" -> place = line.plainText(LONGEST_TEXT);
            case "DTSTART" -> start = CalendarTime.parse(line).orElse(null);
            case "DTEND" -> end = CalendarTime.parse(line).orElse(null);
            case "DURATION" -> duration = line.value().strip();
            case "RECURRENCE-ID" -> {
                instead = CalendarTime.parse(line).orElse(null);
                onward = "THISANDFUTURE".equalsIgnoreCase(line.parameters().get("RANGE"));
            }
            case "RRULE" -> rules.add(line.value().strip().toUpperCase(Locale.ROOT));
            case "RDATE" -> add(added, line);
            case "EXDATE" -> add(taken, line);
            case "STATUS" -> left |= line.hasValue("STATUS", "CANCELLED");
            case "CLASS" -> left |= line.hasValue("CLASS", "PRIVATE") || line.hasValue("CLASS", "CONFIDENTIAL");
            default -> {}
        }
    }

    private static void add(List<CalendarTime> to, ContentLine line) {
        if (to.size() < MOST_DATES) {
            to.addAll(CalendarTime.parseAll(line));
        }
    }

    /** Its id; made up if the calendar gives none. */
    String uid() {
        return uid.isEmpty() ? "- " + start + " " + title : uid;
    }

    /**
     * Its title, else its place; empty if it has neither: such an event is not imported, since its owner could not
     * recognise it.
     */
    String title() {
        return title.isEmpty() ? place : title;
    }

    String place() {
        return place;
    }

    Optional<CalendarTime> start() {
        return Optional.ofNullable(start);
    }

    @Nullable
    CalendarTime end() {
        return end;
    }

    @Nullable
    String duration() {
        return duration;
    }

    /** For an exception of a series: the original start that it replaces. */
    @Nullable
    CalendarTime replacedStart() {
        return instead;
    }

    /** For an exception of a series: whether it applies to all later occurrences, too. */
    boolean appliesToFollowing() {
        return onward;
    }

    /** Whether it is ignored, because it is cancelled or private. */
    boolean isIgnored() {
        return left;
    }

    boolean recurs() {
        return !rules.isEmpty() || !added.isEmpty();
    }

    List<String> rules() {
        return rules;
    }

    List<CalendarTime> addedDates() {
        return added;
    }

    List<CalendarTime> excludedDates() {
        return taken;
    }
}
