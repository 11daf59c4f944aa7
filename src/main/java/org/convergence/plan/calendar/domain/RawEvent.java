package org.convergence.plan.calendar.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is read of one event of a calendar, before its recurrences are known. Who is invited, the description and what is
 * attached are never read.
 */
final class RawEvent {

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_UID = 1_000;
    private static final int MOST_DATES = 4_000;

    private String uid = "";
    private String title = "";
    private String place = "";
    private @Nullable Moment start;
    private @Nullable Moment end;
    private @Nullable Moment instead;
    private @Nullable String duration;
    private boolean left;
    private boolean onward;
    private final List<String> rules = new ArrayList<>(0);
    private final List<Moment> added = new ArrayList<>(0);
    private final List<Moment> taken = new ArrayList<>(0);

    void take(ContentLine line) {
        switch (line.name()) {
            case "UID" -> uid = line.text(LONGEST_UID);
            case "SUMMARY" -> title = line.text(LONGEST_TEXT);
            case "LOCATION" -> place = line.text(LONGEST_TEXT);
            case "DTSTART" -> start = Moment.read(line).orElse(null);
            case "DTEND" -> end = Moment.read(line).orElse(null);
            case "DURATION" -> duration = line.value().strip();
            case "RECURRENCE-ID" -> {
                instead = Moment.read(line).orElse(null);
                onward = "THISANDFUTURE".equalsIgnoreCase(line.parameters().get("RANGE"));
            }
            case "RRULE" -> rules.add(line.value().strip().toUpperCase(Locale.ROOT));
            case "RDATE" -> add(added, line);
            case "EXDATE" -> add(taken, line);
            case "STATUS" -> left |= line.is("STATUS", "CANCELLED");
            case "CLASS" -> left |= line.is("CLASS", "PRIVATE") || line.is("CLASS", "CONFIDENTIAL");
            default -> {}
        }
    }

    private static void add(List<Moment> to, ContentLine line) {
        if (to.size() < MOST_DATES) {
            to.addAll(Moment.readAll(line));
        }
    }

    /** By what it is recognised; made up where the calendar gives none. */
    String uid() {
        return uid.isEmpty() ? "- " + start + " " + title : uid;
    }

    /** What it is called, else where it is; empty where it says neither, so that nobody could answer. */
    String title() {
        return title.isEmpty() ? place : title;
    }

    String place() {
        return place;
    }

    Optional<Moment> start() {
        return Optional.ofNullable(start);
    }

    @Nullable
    Moment end() {
        return end;
    }

    @Nullable
    String duration() {
        return duration;
    }

    /** Of one that stands instead of another of its series: when that one was. */
    @Nullable
    Moment instead() {
        return instead;
    }

    /** Of one that stands instead of another of its series: whether it does for all that come after, too. */
    boolean onward() {
        return onward;
    }

    /** Whether it was cancelled, or is said to be private: it is not asked of. */
    boolean left() {
        return left;
    }

    boolean recurs() {
        return !rules.isEmpty() || !added.isEmpty();
    }

    List<String> rules() {
        return rules;
    }

    List<Moment> added() {
        return added;
    }

    List<Moment> taken() {
        return taken;
    }
}
