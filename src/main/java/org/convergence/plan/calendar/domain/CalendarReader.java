package org.convergence.plan.calendar.domain;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private final Window window;
    private final ZoneBook zones;
    private final Map<String, Series> series = new HashMap<>();
    private final long deadline = System.nanoTime() + LONGEST.toNanos();
    private String name = "";
    private int events;
    private int kept;

    private CalendarReader(Window window) {
        this.window = window;
        this.zones = new ZoneBook(window.zone());
    }

    /**
     * What was read.
     *
     * @param name the calendar's own name; empty if there is none
     * @param assumedZone whether some times were read in the organisation's zone, since theirs is missing or unknown
     */
    record Reading(List<Occurrence> occurrences, String name, boolean assumedZone) {}

    /** The events of one series: the main event, and the exceptions that replace some of its recurrences. */
    private static final class Series {
        private @Nullable RawEvent master;
        private final List<RawEvent> others = new ArrayList<>(0);
    }

    /**
     * Reads a calendar.
     *
     * @throws Refused if it is no calendar, is truncated or holds too many events
     */
    static Reading read(InputStream source, Window window) throws IOException {
        var reader = new CalendarReader(window);
        reader.readAll(new ContentLines(source));
        return new Reading(reader.occurrences(), reader.name, reader.zones.assumed());
    }

    static Reading read(InputStream source, LocalDate today, ZoneId zone) throws IOException {
        return read(source, Window.around(today, zone));
    }

    private void readAll(ContentLines lines) throws IOException {
        boolean open = false;
        boolean any = false;
        for (String text = lines.next(); text != null; text = lines.next()) {
            ContentLine line = ContentLine.read(text).orElse(null);
            if (line == null || line.name().isBlank()) {
                requireCalendar(any || text.isBlank() || text.equals("\uFEFF"), text);
                continue;
            }
            if (bare(line.name()).equals("BEGIN") && line.value().strip().equalsIgnoreCase("VCALENDAR")) {
                any = true;
                open = true;
            } else {
                requireCalendar(any, text);
                if (line.is("END", "VCALENDAR")) {
                    open = false;
                } else if (line.name().equals("BEGIN")) {
                    component(line.value().strip().toUpperCase(Locale.ROOT), lines);
                } else if (line.name().equals("X-WR-CALNAME")) {
                    name = line.text(LONGEST_NAME);
                } else if (line.name().equals("X-WR-TIMEZONE")) {
                    zones.usual(line.value().strip());
                }
            }
        }
        requireCalendar(any, "");
        if (open) {
            throw cut();
        }
    }

    private static String bare(String name) {
        return name.startsWith("\uFEFF") ? name.substring(1) : name;
    }

    private static void requireCalendar(boolean is, String text) {
        if (!is) {
            boolean page = text.stripLeading().startsWith("<");
            throw new Refused(page ? "calendar.refused.page" : "calendar.refused.no-calendar");
        }
    }

    private static Refused cut() {
        return new Refused("calendar.refused.cut");
    }

    private void component(String kind, ContentLines lines) throws IOException {
        switch (kind) {
            case "VEVENT" -> event(lines);
            case "VTIMEZONE" -> zone(lines);
            default -> skip(lines, kind);
        }
    }

    private void event(ContentLines lines) throws IOException {
        if (++events > MOST_EVENTS) {
            throw new Refused("calendar.refused.too-many", MOST_EVENTS);
        }
        var event = new RawEvent();
        for (String text = lines.next(); text != null; text = lines.next()) {
            ContentLine line = ContentLine.read(text).orElse(null);
            if (line == null) {
                continue;
            }
            if (line.is("END", "VEVENT")) {
                keep(event);
                return;
            }
            if (line.name().equals("BEGIN")) {
                skip(lines, line.value().strip().toUpperCase(Locale.ROOT));
            } else {
                event.take(line);
            }
        }
        throw cut();
    }

    private void zone(ContentLines lines) throws IOException {
        List<String> all = new ArrayList<>(List.of("BEGIN:VTIMEZONE"));
        String id = "";
        for (String text = lines.next(); text != null; text = lines.next()) {
            ContentLine line = ContentLine.read(text).orElse(null);
            if (line == null) {
                continue;
            }
            all.add(text);
            if (line.name().equals("TZID")) {
                id = line.value().strip();
            }
            if (line.is("END", "VTIMEZONE")) {
                zones.define(id, all);
                return;
            }
            if (all.size() > MOST_ZONE_LINES) {
                skip(lines, "VTIMEZONE");
                return;
            }
        }
        throw cut();
    }

    private static void skip(ContentLines lines, String kind) throws IOException {
        for (String text = lines.next(); text != null; text = lines.next()) {
            ContentLine line = ContentLine.read(text).orElse(null);
            if (line != null && line.is("END", kind)) {
                return;
            }
        }
        throw cut();
    }

    private void keep(RawEvent event) {
        Moment start = event.start().orElse(null);
        // A cancelled exception may have no title: it still removes its day from the series.
        boolean said = !event.title().isEmpty() || (event.instead() != null && event.left());
        if (start == null || !said || !mayMatter(event, start)) {
            return;
        }
        if (++kept > MOST_KEPT) {
            throw new Refused("calendar.refused.too-many-now", MOST_KEPT);
        }
        Series of = series.computeIfAbsent(event.uid(), key -> new Series());
        if (event.instead() != null) {
            of.others.add(event);
        } else {
            of.master = event;
        }
    }

    private boolean mayMatter(RawEvent event, Moment start) {
        if (event.recurs() || event.onward()) {
            return !start.date().isAfter(window.to().plusDays(2));
        }
        Moment end = event.end();
        LocalDate last = end == null || end.date().isBefore(start.date())
                ? start.date().plusDays(event.duration() == null ? 1 : 366)
                : end.date();
        Moment instead = event.instead();
        return window.mayHold(start.date(), last)
                || (instead != null && window.mayHold(instead.date(), instead.date()));
    }

    private List<Occurrence> occurrences() {
        var recurrences = new Recurrences(zones, window);
        List<Occurrence> all = new ArrayList<>();
        for (Series each : series.values()) {
            RawEvent master = each.master;
            if (master == null) {
                each.others.stream()
                        .filter(other -> !other.left())
                        .forEach(other -> all.addAll(recurrences.single(
                                other,
                                String.valueOf(
                                        other.instead() == null
                                                ? ""
                                                : other.instead().date()))));
            } else if (!master.left()) {
                all.addAll(master.recurs() ? recurrences.series(master, each.others) : recurrences.single(master, ""));
            }
            if (all.size() > MOST_KEPT || System.nanoTime() > deadline) {
                throw new Refused("calendar.refused.too-many-now", MOST_KEPT);
            }
        }
        return all;
    }
}
