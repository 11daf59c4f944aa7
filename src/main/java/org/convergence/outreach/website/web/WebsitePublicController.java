package org.convergence.outreach.website.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.convergence.outreach.website.PublishedEntrySource.FeedTag;
import org.convergence.outreach.website.PublishedEntrySource.PublishedEntry;
import org.convergence.outreach.website.domain.PublishedEntryQueries;
import org.convergence.outreach.website.domain.PublishedEntryQueries.ArchivedIssue;
import org.convergence.outreach.website.domain.PublishedEntryQueries.FeedFormat;
import org.convergence.outreach.website.domain.WebsiteSettingsService;
import org.convergence.outreach.website.web.WebsitePage.EntryRow;
import org.convergence.outreach.website.web.WebsitePage.PublicFrame;
import org.convergence.outreach.website.web.WebsitePage.PublicHomePage;
import org.convergence.outreach.website.web.WebsitePage.PublicIssuePage;
import org.convergence.outreach.website.web.WebsitePage.PublicListPage;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.publicform.EmbeddedPage;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/**
 * Plain public pages and feeds: what we do, what is on, the archive of issues; what is on also in a frame of another
 * site.
 */
@Controller
@Open("what is published is for everyone")
record WebsitePublicController(
        PublishedEntryQueries entries, WebsiteSettingsService website, OrganisationSettings settings) {

    private static final int FEW = 5;

    /** For so long a reader need not ask again. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    private PublicFrame frame(String address, PublicVisit visit) {
        visit.countOpening();
        Words t = visit.words();
        return new PublicFrame(t, settings.current().name(), address, visit.otherOptions(t), website.current());
    }

    @GetMapping("/public/website")
    ModelAndView home(PublicVisit visit) {
        PublicFrame frame = frame(WebsitePage.PUBLIC, visit);
        String code = frame.t().language().code();
        return PageView.of(
                "outreach/website/public",
                new PublicHomePage(
                        frame,
                        website.current().about(frame.t().language()),
                        rows(entries.findComing(code), frame).stream()
                                .limit(FEW)
                                .toList(),
                        rows(entries.findLatestTexts(code, FEW), frame)));
    }

    private List<EntryRow> rows(List<PublishedEntry> entries, PublicFrame frame) {
        return entries.stream()
                .map(each -> new EntryRow(
                        each.happensOn() == null ? each.url() : frame.in(each.url()),
                        each.title(),
                        when(each, frame.t()),
                        detail(each, frame.t()),
                        each.language()))
                .toList();
    }

    /** Where it happens; first by which organisation, if it is not ours. */
    private static String detail(PublishedEntry entry, Words t) {
        if (entry.happensOn() == null) {
            return t.say(entry.tag().key());
        }
        return entry.tag() != FeedTag.CONGRESS || entry.summary().isBlank()
                ? entry.place()
                : entry.place().isBlank() ? entry.summary() : entry.summary() + " · " + entry.place();
    }

    private String when(PublishedEntry entry, Words t) {
        LocalDate day = entry.happensOn();
        LocalDate end = entry.endsOn();
        if (day != null && end != null && end.isAfter(day)) {
            return t.period(day, end);
        }
        return day == null
                ? t.date(settings.dayOf(entry.publishedAt()))
                : TextParser.dateTime(day + "T" + entry.happensAt())
                        .map(t::dateTime)
                        .orElseGet(() -> t.dayAndDate(day));
    }

    @GetMapping("/public/website/calendar")
    ModelAndView calendar(PublicVisit visit) {
        return calendar(frame(WebsitePage.PUBLIC + "/calendar", visit), false);
    }

    /** What is on, in a frame. */
    @GetMapping("/public/embed/calendar")
    ModelAndView embeddedCalendar(PublicVisit visit) {
        EmbeddedPage.open(visit.request(), visit.response(), website.current().sites());
        return calendar(frame(EmbeddedPage.PATH + "calendar", visit), true);
    }

    private ModelAndView calendar(PublicFrame frame, boolean embedded) {
        return list(
                frame, "calendar", rows(entries.findComing(frame.t().language().code()), frame), embedded);
    }

    private static ModelAndView list(PublicFrame frame, String name, List<EntryRow> rows, boolean embedded) {
        return PageView.of("outreach/website/public-list", new PublicListPage(frame, name, rows, embedded));
    }

    @GetMapping("/public/website/archive")
    ModelAndView archive(PublicVisit visit) {
        PublicFrame frame = frame(WebsitePage.PUBLIC + "/archive", visit);
        return list(
                frame,
                "archive",
                rows(entries.findLatest(FeedTag.NEWSLETTER, null, PublishedEntryQueries.MOST), frame),
                false);
    }

    /** An issue in the language asked for, if it was written in it. */
    @GetMapping("/public/website/archive/{address}")
    ModelAndView issue(@PathVariable String address, PublicVisit visit) {
        PublicFrame asked = frame(WebsitePage.PUBLIC + "/archive/" + address, visit);
        ArchivedIssue issue = entries.findIssue(address, asked.t().language().code());
        return PageView.of("outreach/website/public-issue", new PublicIssuePage(asked, issue));
    }

    @GetMapping("/public/feeds/{tag}.{format}")
    @Open("what is published is for everyone")
    ResponseEntity<byte[]> feed(
            @PathVariable String tag,
            @PathVariable String format,
            @RequestParam(name = "in", required = false) @Nullable String language,
            ServletWebRequest request) {
        FeedFormat chosen = TextParser.constant(format.toUpperCase(Locale.ROOT), FeedFormat.class)
                .orElseThrow(() -> new NotFound("feed"));
        byte[] feed =
                entries.write(tag, chosen, language != null && PublicLanguages.isSupported(language) ? language : null);
        String etag = "\"" + hash(feed) + "\"";
        CacheControl cache = CacheControl.maxAge(FRESH).cachePublic();
        return request.checkNotModified(etag)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        .eTag(etag)
                        .cacheControl(cache)
                        .build()
                : ResponseEntity.ok()
                        .eTag(etag)
                        .cacheControl(cache)
                        .header("Access-Control-Allow-Origin", "*")
                        .contentType(MediaType.parseMediaType(chosen.mediaType()))
                        .body(feed);
    }

    private static String hash(byte[] feed) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Token.hashOf(new String(feed, StandardCharsets.UTF_8)));
    }
}
