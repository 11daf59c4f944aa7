package org.convergence.plan.calendar.domain;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convergence.plan.calendar.domain.ContentLine.ContentLineReader;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Reads a calendar (RFC 5545) as a stream, event by event: only events that may lie within the window stay in memory. A
 * damaged line costs its event, not the calendar; a truncated file is refused as a whole, so that no entry seems to be
 * removed.
 */
final class CalendarReader {

    /** The largest number of events in a calendar, whatever their dates. */
    static final int MOST_EVENTS = 200_000;

    /** The largest number of events that may lie within the window. */
    static final int MOST_KEPT = 60_000;

    private static final int MOST_ZONE_LINES = 500;
    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final EntryWindow window;
    private final CalendarZones zones;
    private final Map<String, EventSeries> series = new HashMap<>();
    private final long deadline = System.nanoTime() + LONGEST.toNanos();
    private String name = "";
    private int events;
    private int kept;

    private CalendarReader(EntryWindow window) {
        this.window = window;
        this.zones = new CalendarZones(window.zone());
    }

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

    /**
     * The content of a calendar file.
     *
     * @param name the calendar's own name; empty if there is none
     * @param assumedZone whether some times were read in the organisation's zone, since theirs is missing or unknown
     */
    record ParsedCalendar(List<Occurrence> occurrences, String name, boolean assumedZone) {}

    /** The events of one series: the main event, and the exceptions that replace some of its recurrences. */
    private static final class EventSeries {
        private @Nullable RawEvent master;
        private final List<RawEvent> others = new ArrayList<>(0);
    }

    /**
     * Reads a calendar.
     *
     * @throws Refused if it is no calendar, is truncated or holds too many events
     */
    static ParsedCalendar read(InputStream source, EntryWindow window) throws IOException {
        var reader = new CalendarReader(window);
        reader.readAll(new ContentLineReader(source));
        return new ParsedCalendar(reader.occurrences(), reader.name, reader.zones.hasAssumedZone());
    }

    static ParsedCalendar read(InputStream source, LocalDate today, ZoneId zone) throws IOException {
        return read(source, EntryWindow.around(today, zone));
    }

    private void readAll(ContentLineReader lines) throws IOException {
        boolean open = false;
        boolean any = false;
        for (String text = lines.next(); text != null; text = lines.next()) {
            ContentLine line = ContentLine.parse(text).orElse(null);
            if (line == null || line.name().isBlank()) {
                requireCalendar(any || text.isBlank() || text.equals("\uFEFF"), text);
                continue;
            }
            if (withoutByteOrderMark(line.name()).equals("BEGIN")
                    && line.value().strip().equalsIgnoreCase("VCALENDAR")) {
                any = true;
                open = true;
            } else {
                requireCalendar(any, text);
                if (line.hasValue("END", "VCALENDAR")) {
                    open = false;
                } else if (line.name().equals("BEGIN")) {
                    component(line.value().strip().toUpperCase(Locale.ROOT), lines);
                } else if (line.name().equals("X-WR-CALNAME")) {
                    name = line.plainText(LONGEST_NAME);
                } else if (line.name().equals("X-WR-TIMEZONE")) {
                    zones.setDefaultZone(line.value().strip());
                }
            }
        }
        requireCalendar(any, "");
        if (open) {
            throw truncated();
        }
    }

    private static String withoutByteOrderMark(String name) {
        return name.startsWith("\uFEFF") ? name.substring(1) : name;
    }

    private static void requireCalendar(boolean is, String text) {
        if (!is) {
            boolean page = text.stripLeading().startsWith("<");
            throw new Refused(page ? "calendar.refused.page" : "calendar.refused.no-calendar");
        }
    }

    private static Refused truncated() {
        return new Refused("calendar.refused.cut");
    }

    private void component(String kind, ContentLineReader lines) throws IOException {
        switch (kind) {
            case "VEVENT" -> event(lines);
            case "VTIMEZONE" -> zone(lines);
            default -> skip(lines, kind);
        }
    }

    private void event(ContentLineReader lines) throws IOException {
        if (++events > MOST_EVENTS) {
            throw new Refused("calendar.refused.too-many", MOST_EVENTS);
        }
        var event = new RawEvent();
        for (String text = lines.next(); text != null; text = lines.next()) {
            ContentLine line = ContentLine.parse(text).orElse(null);
            if (line == null) {
                continue;
            }
            if (line.hasValue("END", "VEVENT")) {
                addEvent(event);
                return;
            }
            if (line.name().equals("BEGIN")) {
                skip(lines, line.value().strip().toUpperCase(Locale.ROOT));
            } else {
                event.addProperty(line);
            }
        }
        throw truncated();
    }

    private void zone(ContentLineReader lines) throws IOException {
        List<String> all = new ArrayList<>(List.of("BEGIN:VTIMEZONE"));
        String id = "";
        for (String text = lines.next(); text != null; text = lines.next()) {
            ContentLine line = ContentLine.parse(text).orElse(null);
            if (line == null) {
                continue;
            }
            all.add(text);
            if (line.name().equals("TZID")) {
                id = line.value().strip();
            }
            if (line.hasValue("END", "VTIMEZONE")) {
                zones.define(id, all);
                return;
            }
            if (all.size() > MOST_ZONE_LINES) {
                skip(lines, "VTIMEZONE");
                return;
            }
        }
        throw truncated();
    }

    private static void skip(ContentLineReader lines, String kind) throws IOException {
        for (String text = lines.next(); text != null; text = lines.next()) {
            ContentLine line = ContentLine.parse(text).orElse(null);
            if (line != null && line.hasValue("END", kind)) {
                return;
            }
        }
        throw truncated();
    }

    private void addEvent(RawEvent event) {
        CalendarTime start = event.start().orElse(null);
        // A cancelled exception may have no title: it still removes its day from the series.
        boolean said = !event.title().isEmpty() || (event.replacedStart() != null && event.isIgnored());
        if (start == null || !said || !mayLieInWindow(event, start)) {
            return;
        }
        if (++kept > MOST_KEPT) {
            throw new Refused("calendar.refused.too-many-now", MOST_KEPT);
        }
        EventSeries of = series.computeIfAbsent(event.uid(), key -> new EventSeries());
        if (event.replacedStart() != null) {
            of.others.add(event);
        } else {
            of.master = event;
        }
    }

    private boolean mayLieInWindow(RawEvent event, CalendarTime start) {
        if (event.recurs() || event.appliesToFollowing()) {
            return !start.date().isAfter(window.to().plusDays(2));
        }
        CalendarTime end = event.end();
        LocalDate last = end == null || end.date().isBefore(start.date())
                ? start.date().plusDays(event.duration() == null ? 1 : 366)
                : end.date();
        CalendarTime instead = event.replacedStart();
        return window.mayContain(start.date(), last)
                || (instead != null && window.mayContain(instead.date(), instead.date()));
    }

    private List<Occurrence> occurrences() {
        var recurrences = new RecurrenceExpander(zones, window);
        List<Occurrence> all = new ArrayList<>();
        for (EventSeries each : series.values()) {
            RawEvent master = each.master;
            if (master == null) {
                each.others.stream()
                        .filter(other -> !other.isIgnored())
                        .forEach(other -> all.addAll(recurrences.expandSingle(
                                other,
                                String.valueOf(
                                        other.replacedStart() == null
                                                ? ""
                                                : other.replacedStart().date()))));
            } else if (!master.isIgnored()) {
                all.addAll(
                        master.recurs()
                                ? recurrences.expandSeries(master, each.others)
                                : recurrences.expandSingle(master, ""));
            }
            if (all.size() > MOST_KEPT || System.nanoTime() > deadline) {
                throw new Refused("calendar.refused.too-many-now", MOST_KEPT);
            }
        }
        return all;
    }
}
