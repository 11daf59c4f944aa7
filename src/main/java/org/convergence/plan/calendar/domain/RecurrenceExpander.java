package org.convergence.plan.calendar.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.TemporalAmountAdapter;
import org.convergence.plan.calendar.domain.CalendarReader.Occurrence;
import org.jspecify.annotations.Nullable;

/**
 * Expands an event and its exceptions into occurrences within the window. Recurrences are counted in the event's own
 * zone, so that nine o'clock stays nine o'clock when summer time begins.
 */
record RecurrenceExpander(CalendarZones zones, EntryWindow window) {

    private static final int MOST_OF_A_SERIES = 500;
    private static final Pattern UNTIL = Pattern.compile(";?UNTIL=([^;]*)");
    private static final Pattern TOO_OFTEN = Pattern.compile("FREQ=(SECONDLY|MINUTELY)|INTERVAL=0*(-.*)?(;|$)");
    private static final Duration LONGEST = Duration.ofDays(366);

    /** The occurrence of a single event. */
    List<Occurrence> expandSingle(RawEvent event, String instance) {
        return event.start()
                .map(start -> occurrence(event, start, start.localDateTime(), instance))
                .filter(window::contains)
                .map(List::of)
                .orElse(List.of());
    }

    /** The occurrences of a series with its exceptions. */
    List<Occurrence> expandSeries(RawEvent master, List<RawEvent> others) {
        CalendarTime start = master.start().orElseThrow();
        ZoneRules rules = zones.rulesFor(start);
        Set<LocalDateTime> times = times(master, start, rules);
        Map<LocalDateTime, String> instances = instances(times);
        Set<LocalDateTime> instead = new HashSet<>();
        NavigableMap<LocalDateTime, RawEvent> onward = new TreeMap<>();
        List<Occurrence> all = new ArrayList<>();
        for (RawEvent other : others) {
            CalendarTime first = other.replacedStart();
            if (first != null) {
                LocalDateTime was = toLocalTime(first, start, rules);
                instead.add(was);
                if (other.appliesToFollowing()) {
                    onward.put(was, other);
                }
                if (!other.isIgnored()) {
                    all.addAll(expandSingle(
                            other, instances.getOrDefault(was, was.toLocalDate().toString())));
                }
            }
        }
        Set<LocalDateTime> taken = new HashSet<>();
        Set<LocalDate> days = new HashSet<>();
        for (CalendarTime each : master.excludedDates()) {
            taken.add(toLocalTime(each, start, rules));
            if (each.allDay()) {
                days.add(each.date());
            }
        }
        for (LocalDateTime time : times) {
            if (!instead.contains(time) && !taken.contains(time) && !days.contains(time.toLocalDate())) {
                String instance = instances.getOrDefault(time, "");
                Map.Entry<LocalDateTime, RawEvent> since = onward.floorEntry(time);
                if (since != null) {
                    all.addAll(shiftedOccurrence(since.getValue(), Duration.between(since.getKey(), time), instance));
                } else {
                    add(all, occurrence(master, start, time, instance));
                }
            }
        }
        return all;
    }

    /** An occurrence after an exception for all that follow: moved by the same offset as that exception. */
    private List<Occurrence> shiftedOccurrence(RawEvent first, Duration later, String instance) {
        List<Occurrence> one = new ArrayList<>(1);
        if (!first.isIgnored()) {
            first.start()
                    .ifPresent(start -> add(
                            one, occurrence(first, start, start.localDateTime().plus(later), instance)));
        }
        return one;
    }

    private void add(List<Occurrence> all, Occurrence it) {
        if (window.contains(it)) {
            all.add(it);
        }
    }

    private Set<LocalDateTime> times(RawEvent master, CalendarTime start, ZoneRules rules) {
        LocalDateTime seed = start.localDateTime();
        Duration length = length(master, start, seed);
        LocalDateTime from = window.from().minusDays(2).atStartOfDay().minus(length);
        LocalDateTime to = window.to().plusDays(2).atStartOfDay();
        Set<LocalDateTime> times = new TreeSet<>();
        times.add(seed);
        for (String rule : master.rules()) {
            times.addAll(times(rule, seed, from, until(rule, start, to, rules)));
        }
        master.addedDates().forEach(each -> times.add(toLocalTime(each, start, rules)));
        times.removeIf(time -> time.isBefore(from) || time.isAfter(to));
        return times;
    }

    private static List<LocalDateTime> times(String rule, LocalDateTime seed, LocalDateTime from, LocalDateTime to) {
        if (TOO_OFTEN.matcher(rule).find() || to.isBefore(seed)) {
            return List.of();
        }
        try {
            return new Recur<LocalDateTime>(UNTIL.matcher(rule).replaceAll(""))
                    .getDates(seed, seed.isAfter(from) ? seed : from, to, MOST_OF_A_SERIES);
        } catch (RuntimeException notARule) {
            return List.of();
        }
    }

    /** The last time of a rule with an end, in the zone of the series. */
    private LocalDateTime until(String rule, CalendarTime start, LocalDateTime to, ZoneRules rules) {
        Matcher found = UNTIL.matcher(rule);
        if (!found.find()) {
            return to;
        }
        LocalDateTime last = CalendarTime.parse(found.group(1), new ContentLine("UNTIL", Map.of(), ""))
                .map(until -> until.allDay()
                        ? until.date().atTime(23, 59, 59)
                        : until.universal() ? toLocalTime(until, start, rules) : until.localDateTime())
                .orElse(to);
        return last.isBefore(to) ? last : to;
    }

    /** The instance id of each: its day; with the hour for the second and later ones of a day. */
    private static Map<LocalDateTime, String> instances(Set<LocalDateTime> times) {
        Map<LocalDateTime, String> instances = new HashMap<>();
        Set<LocalDate> days = new HashSet<>();
        for (LocalDateTime time : times) {
            boolean first = days.add(time.toLocalDate());
            instances.put(time, (first ? time.toLocalDate() : time).toString());
        }
        return instances;
    }

    /** A moment in the zone of the series. */
    private LocalDateTime toLocalTime(CalendarTime moment, CalendarTime start, ZoneRules rules) {
        boolean sameClock = moment.allDay()
                || start.allDay()
                || (!moment.universal()
                        && !start.universal()
                        && (moment.zone() == null || moment.zone().equals(start.zone())));
        if (sameClock) {
            return moment.localDateTime();
        }
        Instant instant = zones.toInstant(moment);
        return LocalDateTime.ofInstant(instant, rules.getOffset(instant));
    }

    private Occurrence occurrence(RawEvent event, CalendarTime start, LocalDateTime local, String instance) {
        ZoneRules rules = zones.rulesFor(start);
        Instant begins = CalendarZones.toInstant(local, rules);
        Duration length = length(event, start, local);
        Instant ends = start.allDay() ? CalendarZones.toInstant(local.plus(length), rules) : begins.plus(length);
        return new Occurrence(event.uid(), instance, begins, ends, start.allDay(), event.title(), event.place());
    }

    /** The length: to its end, or its duration; a whole day without either is one day. */
    private Duration length(RawEvent event, CalendarTime start, LocalDateTime local) {
        Duration usual = start.allDay() ? Duration.ofDays(1) : Duration.ZERO;
        CalendarTime end = event.end();
        Duration length = usual;
        if (end != null) {
            length = start.allDay() || end.allDay()
                    ? Duration.ofDays(end.date().toEpochDay() - start.date().toEpochDay())
                    : Duration.between(zones.toInstant(start), zones.toInstant(end));
        } else if (event.duration() != null) {
            length = length(event.duration(), local, zones.rulesFor(start), start.allDay());
        }
        if (length.isNegative() || (start.allDay() && length.isZero())) {
            return usual;
        }
        return length.compareTo(LONGEST) > 0 ? LONGEST : length;
    }

    private static Duration length(@Nullable String text, LocalDateTime local, ZoneRules rules, boolean allDay) {
        try {
            TemporalAmount amount = TemporalAmountAdapter.parse(text).getDuration();
            LocalDateTime end = local.plus(amount);
            return allDay || amount instanceof Duration
                    ? Duration.between(local.toInstant(ZoneOffset.UTC), end.toInstant(ZoneOffset.UTC))
                    : Duration.between(CalendarZones.toInstant(local, rules), CalendarZones.toInstant(end, rules));
        } catch (RuntimeException notADuration) {
            return Duration.ZERO;
        }
    }
}
