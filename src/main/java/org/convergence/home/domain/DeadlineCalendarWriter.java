package org.convergence.home.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import net.fortuna.ical4j.validate.ValidationException;
import org.convergence.home.domain.FeedEntryRepository.FeedEntry;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.shell.DeadlineSource.Deadline;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Writes deadlines as an iCalendar file (RFC 5545, RFC 7986). The same deadlines give the same bytes: nothing depends
 * on the time of writing. Times are in the organisation's zone, which the file defines.
 */
final class DeadlineCalendarWriter {

    /** The refresh interval for calendar programs. */
    private static final String REFRESH = "PT4H";

    private static final TimeZoneRegistry ZONES =
            TimeZoneRegistryFactory.getInstance().createRegistry();

    private final OrganisationProfile organisation;
    private final String baseUrl;
    private final Words t;
    private final @Nullable VTimeZone rules;

    DeadlineCalendarWriter(OrganisationProfile organisation, String baseUrl, Words t) {
        this.organisation = organisation;
        this.baseUrl = baseUrl;
        this.t = t;
        this.rules = rules(organisation.zone());
    }

    private static @Nullable VTimeZone rules(ZoneId zone) {
        var known = zone.getRules().isFixedOffset() ? null : ZONES.getTimeZone(zone.getId());
        return known == null ? null : known.getVTimeZone();
    }

    byte[] write(List<FeedEntry> told) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Convergence//Convergence//FR"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", t.say("home.feed.name", organisation.name())));
        calendar.add(new XProperty("X-WR-TIMEZONE", organisation.zone().getId()));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH));
        VTimeZone zone = rules;
        if (zone != null) {
            calendar.add(zone);
        }
        told.forEach(each -> calendar.add(event(each)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(true).output(calendar, out);
        } catch (IOException | ValidationException e) {
            throw new IllegalStateException("The calendar cannot be written", e);
        }
        return out.toByteArray();
    }

    private VEvent event(FeedEntry it) {
        VEvent event = new VEvent(false);
        event.add(new Uid(
                it.subject().replace('/', '-') + "@" + URI.create(baseUrl).getHost()));
        event.add(new DtStamp(it.toldAt()));
        event.add(new Sequence(it.sequence()));
        LocalDateTime begins = it.begins();
        event.add(begins == null ? new DtStart<>(it.day()) : new DtStart<>(moment(begins)));
        event.add(begins == null ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        Deadline deadline = it.deadline();
        if (deadline == null) {
            event.add(ImmutableStatus.VEVENT_CANCELLED);
            event.add(new Summary(t.say("home.feed.cancelled")));
            return event;
        }
        LocalDateTime ends = deadline.ends();
        if (begins != null && ends != null) {
            event.add(new DtEnd<>(moment(ends)));
        }
        event.add(ImmutableStatus.VEVENT_CONFIRMED);
        event.add(new Summary(deadline.what()));
        event.add(new Description(baseUrl + deadline.url()));
        event.add(new Url(URI.create(baseUrl + deadline.url())));
        return event;
    }

    /** A local time in the zone that the file defines; in UTC if it defines none. */
    private Temporal moment(LocalDateTime wall) {
        VTimeZone zone = rules;
        return zone == null
                ? wall.atZone(organisation.zone()).toInstant()
                : wall.atZone(ZoneId.of(zone.getTimeZoneId().getValue()));
    }
}
