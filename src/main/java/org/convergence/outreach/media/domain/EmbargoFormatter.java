package org.convergence.outreach.media.domain;

import com.ibm.icu.text.TimeZoneNames;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.convergence.platform.text.Words;

/** Writes the hour of an embargo with its time zone, since the press reads it in other ones. */
public final class EmbargoFormatter {

    private EmbargoFormatter() {}

    /** The day and hour, the city of the organisation's zone, and the difference to UTC. */
    public static String format(Instant embargo, Words t) {
        ZoneId zone = t.zone();
        ZoneOffset offset = zone.getRules().getOffset(embargo);
        String difference =
                offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId().replace('-', '\u2212');
        String city = TimeZoneNames.getInstance(t.language().locale()).getExemplarLocationName(zone.getId());
        return city == null
                ? t.say("public.media.zone", t.dateTime(embargo), zone.getId(), difference)
                : t.say("public.media.zone", t.dateTime(embargo), city, difference);
    }
}
