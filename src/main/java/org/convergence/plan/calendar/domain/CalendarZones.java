package org.convergence.plan.calendar.domain;

import com.ibm.icu.util.TimeZone;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.DefaultTimeZoneRegistryFactory;
import net.fortuna.ical4j.model.ZoneRulesBuilder;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.convergence.platform.settings.TimeZones;
import org.jspecify.annotations.Nullable;

/**
 * The time zones of one calendar: by their IANA or Windows names, else as the calendar defines them itself. Times in an
 * unknown zone are read in the organisation's.
 */
final class CalendarZones {

    private final ZoneId home;
    private final Map<String, List<String>> definitions = new HashMap<>();
    private final Map<String, ZoneRules> known = new HashMap<>();
    private @Nullable String usual;
    private boolean assumed;

    CalendarZones(ZoneId home) {
        this.home = home;
    }

    /** Adds a zone that the calendar defines: its lines from beginning to end. */
    void define(String name, List<String> lines) {
        definitions.putIfAbsent(name, lines);
    }

    /** Sets the zone of times that name none. */
    void setDefaultZone(String name) {
        usual = name;
    }

    /** Whether a time had to be read in the organisation's zone. */
    boolean hasAssumedZone() {
        return assumed;
    }

    /** The zone rules of a moment. Whole days are read in the organisation's zone. */
    ZoneRules rulesFor(CalendarTime moment) {
        if (moment.universal()) {
            return ZoneOffset.UTC.getRules();
        }
        String name = moment.zone() == null ? usual : moment.zone();
        if (moment.allDay() || name == null) {
            assumed |= !moment.allDay();
            return home.getRules();
        }
        return known.computeIfAbsent(name, this::find);
    }

    /**
     * The instant of a moment. A time skipped by the clock uses the offset before it, an ambiguous one is the first.
     */
    Instant toInstant(CalendarTime moment) {
        return toInstant(moment.localDateTime(), rulesFor(moment));
    }

    static Instant toInstant(LocalDateTime local, ZoneRules rules) {
        return local.toInstant(rules.getOffset(local));
    }

    private ZoneRules find(String name) {
        return byName(name).map(ZoneId::getRules).or(() -> findDefined(name)).orElseGet(() -> {
            assumed = true;
            return home.getRules();
        });
    }

    private static Optional<ZoneId> byName(String name) {
        Optional<ZoneId> found = TimeZones.find(name);
        if (found.isEmpty()) {
            found = Optional.ofNullable(TimeZone.getIDForWindowsID(name, "CA"))
                    .or(() -> Optional.ofNullable(TimeZone.getIDForWindowsID(name, "001")))
                    .flatMap(TimeZones::find);
        }
        // Some calendars prefix their own name: /example.org/20250101_1/America/Toronto
        int cut = name.indexOf('/', 1);
        return found.isPresent() || cut < 0 ? found : byName(name.substring(cut + 1));
    }

    private Optional<ZoneRules> findDefined(String name) {
        List<String> lines = definitions.get(name);
        if (lines == null) {
            return Optional.empty();
        }
        String text =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-\r\n" + String.join("\r\n", lines) + "\r\nEND:VCALENDAR\r\n";
        try {
            var registry = new DefaultTimeZoneRegistryFactory().createRegistry();
            return new CalendarBuilder(registry)
                    .build(new StringReader(text)).getComponents().stream()
                            .filter(VTimeZone.class::isInstance)
                            .findFirst()
                            .map(zone -> new ZoneRulesBuilder()
                                    .vTimeZone((VTimeZone) zone)
                                    .build());
        } catch (IOException | ParserException | RuntimeException damaged) {
            return Optional.empty();
        }
    }
}
