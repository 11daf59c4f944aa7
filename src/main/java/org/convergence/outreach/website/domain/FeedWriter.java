package org.convergence.outreach.website.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import net.fortuna.ical4j.validate.ValidationException;
import org.convergence.outreach.website.PublishedEntrySource.PublishedEntry;
import org.convergence.platform.database.Json;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;

/**
 * Writes published entries as Atom (RFC 4287), JSON Feed 1.1 or iCalendar (RFC 5545). The same entries give the same
 * bytes, so that a program learns that nothing changed (R-WEB-3).
 */
final class FeedWriter {

    /** Characters that no XML document may contain. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}\\uFFFE\\uFFFF\\p{Cs}&&[^\\n\\t]]");

    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    private final Words t;
    private final OrganisationProfile organisation;
    private final String baseUrl;
    private final String host;

    /** @param t in the language of the feed */
    FeedWriter(OrganisationProfile organisation, String baseUrl, Words t) {
        this.t = t;
        this.organisation = organisation;
        this.baseUrl = baseUrl;
        this.host = URI.create(baseUrl).getHost();
    }

    private String url(PublishedEntry entry) {
        return entry.url().startsWith("/") ? baseUrl + entry.url() : entry.url();
    }

    private String id(PublishedEntry entry) {
        return "tag:" + host + ",2026:" + entry.tag().word() + "/" + entry.id()
                + (entry.language() == null ? "" : "/" + entry.language());
    }

    /** A reader of a feed sees titles and summaries alone: they tell that an event is cancelled, and its day. */
    private String title(PublishedEntry entry) {
        return entry.cancelled() ? t.say("public.website.cancelled", entry.title()) : entry.title();
    }

    private String summary(PublishedEntry entry) {
        LocalDate day = entry.happensOn();
        if (day == null) {
            return entry.summary();
        }
        LocalDate end = entry.endsOn();
        String when = t.capital(end != null && end.isAfter(day) ? t.period(day, end) : t.dayAndDate(day));
        return ((entry.cancelled() ? t.say("public.website.cancelled", when) : when) + "\n" + entry.summary()).strip();
    }

    byte[] atom(List<PublishedEntry> entries, String self) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            text(xml, "id", baseUrl + self);
            text(xml, "title", organisation.name());
            text(
                    xml,
                    "updated",
                    entries.stream()
                            .map(PublishedEntry::updatedAt)
                            .max(Instant::compareTo)
                            .orElse(Instant.EPOCH)
                            .toString());
            link(xml, "self", baseUrl + self);
            link(xml, "alternate", baseUrl + "/public/website");
            xml.writeStartElement("author");
            text(xml, "name", organisation.name());
            xml.writeEndElement();
            for (PublishedEntry entry : entries) {
                write(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The feed cannot be written", e);
        }
        return out.toByteArray();
    }

    private void write(XMLStreamWriter xml, PublishedEntry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        if (entry.language() != null) {
            xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", entry.language());
        }
        text(xml, "id", id(entry));
        text(xml, "title", title(entry));
        text(xml, "updated", entry.updatedAt().toString());
        text(xml, "published", entry.publishedAt().toString());
        link(xml, "alternate", url(entry));
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", entry.tag().word());
        String summary = summary(entry);
        if (!summary.isBlank()) {
            text(xml, "summary", summary);
        }
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(FORBIDDEN.matcher(text).replaceAll(""));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String url) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", url);
    }

    byte[] json(List<PublishedEntry> entries, String self) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (PublishedEntry entry : entries) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("id", id(entry));
            item.put("url", url(entry));
            item.put("title", title(entry));
            item.put("content_text", summary(entry));
            item.put("date_published", entry.publishedAt().toString());
            item.put("date_modified", entry.updatedAt().toString());
            item.put("tags", List.of(entry.tag().word()));
            if (entry.language() != null) {
                item.put("language", entry.language());
            }
            items.add(item);
        }
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", organisation.name());
        feed.put("home_page_url", baseUrl + "/public/website");
        feed.put("feed_url", baseUrl + self);
        feed.put("items", items);
        return Json.of(feed).toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] calendar(List<PublishedEntry> entries) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Convergence//Convergence//FR"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", organisation.name()));
        for (PublishedEntry entry : entries) {
            LocalDate day = entry.happensOn();
            if (day != null) {
                calendar.add(event(entry, day));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException | ValidationException e) {
            throw new IllegalStateException("The calendar cannot be written", e);
        }
        return out.toByteArray();
    }

    /** Times are in UTC, so that the file needs no rules of a time zone. */
    private VEvent event(PublishedEntry entry, LocalDate day) {
        VEvent event = new VEvent(false);
        event.add(new Uid(entry.tag().word() + "-" + entry.id() + "@" + host));
        event.add(new DtStamp(entry.updatedAt()));
        event.add(new Sequence(entry.version()));
        event.add(TextParser.dateTime(day + "T" + entry.happensAt())
                .<DtStart<?>>map(
                        at -> new DtStart<>(at.atZone(organisation.zone()).toInstant()))
                .orElseGet(() -> new DtStart<>(day)));
        LocalDate end = entry.endsOn();
        if (end != null && end.isAfter(day)) {
            // The end of whole days is the day after the last one.
            event.add(new DtEnd<>(end.plusDays(1)));
        }
        event.add(entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(new Summary(entry.title()));
        if (!entry.place().isBlank()) {
            event.add(new Location(entry.place()));
        }
        event.add(new Url(URI.create(url(entry))));
        return event;
    }
}
