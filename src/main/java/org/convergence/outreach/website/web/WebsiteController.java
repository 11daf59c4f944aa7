package org.convergence.outreach.website.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.outreach.website.PublishedEntrySource.FeedTag;
import org.convergence.outreach.website.WebsitePermissions;
import org.convergence.outreach.website.domain.PublishedEntryQueries;
import org.convergence.outreach.website.domain.WebsiteRequest.WebsiteRequestId;
import org.convergence.outreach.website.domain.WebsiteRequestService;
import org.convergence.outreach.website.domain.WebsiteSettings;
import org.convergence.outreach.website.domain.WebsiteSettingsService;
import org.convergence.outreach.website.web.WebsitePage.EmbeddedFrame;
import org.convergence.outreach.website.web.WebsitePage.FeedAddress;
import org.convergence.outreach.website.web.WebsitePage.WebsiteOverview;
import org.convergence.outreach.website.web.WebsitePage.WebsiteSettingsPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.publicform.EmbeddedPage;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.prospect.ProspectId;
import org.convergence.resources.prospect.ProspectPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What to paste in the organisation's website, its settings, and what visitors asked. */
@Controller
@RequestMapping("/outreach/website")
@Requires(WebsitePermissions.READ)
record WebsiteController(WebsiteSettingsService website, WebsiteRequestService requests, BaseUrl baseUrl) {

    @Bean
    static MenuEntry websiteMenuEntry() {
        return MenuEntry.of("website.menu", WebsitePage.PATH).requiring(WebsitePermissions.READ);
    }

    @GetMapping
    ModelAndView show(Words t, HttpServletResponse response) {
        EmbeddedPage.allowPreview(response);
        WebsiteSettings settings = website.current();
        boolean mayAnswer = CurrentActor.get().may(WebsitePermissions.ANSWER);
        return PageView.of(
                "outreach/website/show",
                new WebsiteOverview(
                        settings,
                        baseUrl.value() + WebsitePage.PUBLIC,
                        frames(settings, t),
                        feeds(t),
                        requests.countSubscribed(),
                        mayAnswer ? requests.findConfirmed() : List.of(),
                        mayAnswer,
                        Stream.of(WebsitePermissions.ANSWER, PeoplePermissions.EDIT, ProspectPermissions.FOLLOW)
                                .allMatch(CurrentActor.get()::may),
                        CurrentActor.get().may(WebsitePermissions.DECIDE)));
    }

    private List<EmbeddedFrame> frames(WebsiteSettings settings, Words t) {
        List<EmbeddedFrame> frames = new ArrayList<>();
        if (settings.subscribe()) {
            frames.add(frame("subscribe", 640, t));
        }
        frames.add(frame("calendar", 520, t));
        if (settings.joining()) {
            frames.add(frame("join", 860, t));
        }
        if (settings.asking()) {
            frames.add(frame("ask", 900, t));
        }
        return frames;
    }

    private EmbeddedFrame frame(String form, int height, Words t) {
        String name = t.say("website.frame." + form);
        String path = EmbeddedPage.PATH + form + "?in=" + t.language().code();
        String page = baseUrl.value() + WebsitePage.PUBLIC + "/" + form;
        String snippet = """
                <iframe src="%s" title="%s" width="100%%" height="%d" loading="lazy" style="border:0"></iframe>
                <p><a href="%s">%s</a></p>""".formatted(baseUrl.value() + path, name, height, page, name);
        return new EmbeddedFrame(form, name, page, snippet, path);
    }

    private List<FeedAddress> feeds(Words t) {
        return Stream.concat(
                        Stream.of(PublishedEntryQueries.ALL),
                        Stream.of(FeedTag.values()).map(FeedTag::word))
                .map(name -> {
                    String url = baseUrl.value() + PublishedEntryQueries.PATH + name;
                    boolean isDated = FeedTag.of(name).map(FeedTag::isDated).orElse(true);
                    return new FeedAddress(
                            FeedTag.of(name).map(tag -> t.say(tag.key())).orElseGet(() -> t.say("website.feed.all")),
                            url + ".atom",
                            url + ".json",
                            isDated ? url + ".ics" : null);
                })
                .toList();
    }

    @GetMapping("/settings")
    @Requires(WebsitePermissions.DECIDE)
    ModelAndView edit() {
        return form(WebsiteForm.open(website.findSaved()));
    }

    private ModelAndView form(Form form) {
        return PageView.of("outreach/website/settings", new WebsiteSettingsPage(form, website.hasSender()));
    }

    @PostMapping("/settings")
    @Requires(WebsitePermissions.DECIDE)
    ModelAndView save(Form form) {
        return form.submit(
                WebsiteForm::read,
                (WebsiteSettings changed) -> {
                    website.save(changed);
                    return SeeOther.to(WebsitePage.PATH).withNotice("website.saved");
                },
                () -> form(form));
    }

    @PostMapping("/requests/{id}/prospect")
    @Requires(WebsitePermissions.ANSWER)
    ModelAndView makeProspect(@PathVariable WebsiteRequestId id) {
        ProspectId prospect = requests.makeProspect(id);
        return SeeOther.to("/resources/prospect/" + prospect.value()).withNotice("website.request.made");
    }

    @PostMapping("/requests/{id}/answered")
    @Requires(WebsitePermissions.ANSWER)
    ModelAndView markAnswered(@PathVariable WebsiteRequestId id) {
        requests.markAnswered(id);
        return SeeOther.to(WebsitePage.PATH).withNotice("website.request.answered");
    }

    @PostMapping("/requests/{id}/dismiss")
    @Requires(WebsitePermissions.ANSWER)
    ModelAndView dismiss(@PathVariable WebsiteRequestId id) {
        requests.setDismissed(id, true);
        return SeeOther.to(WebsitePage.PATH)
                .withNotice("website.request.dismissed")
                .withUndo(WebsitePage.PATH + "/requests/" + id.value() + "/resume");
    }

    @PostMapping("/requests/{id}/resume")
    @Requires(WebsitePermissions.ANSWER)
    ModelAndView resume(@PathVariable WebsiteRequestId id) {
        requests.setDismissed(id, false);
        return SeeOther.to(WebsitePage.PATH).withNotice("website.request.resumed");
    }

    /** What visitors asked and a person of the team has to go on with, within a week. */
    @Bean
    static DueWorkSource websiteDueWork() {
        return DueWorkSource.of(
                WebsitePermissions.ANSWER,
                """
                SELECT r.kind, r.id, r.id AS subject, CAST(r.confirmed_at AT TIME ZONE (SELECT zone FROM platform.settings_zone) AS date) + 7 AS due_on,
                       'PROPOSED' AS day_kind, NULL::uuid AS owner, 'OURS' AS place, r.organisation_name AS title, NULL AS detail
                FROM outreach.website_request r WHERE r.state = 'CONFIRMED'
                """,
                (row, t) -> new DueWork(
                        "outreach.website/" + row.id(),
                        row.title() == null
                                ? t.say("website.due." + row.kind())
                                : t.say("website.due." + row.kind() + ".organisation", row.title()),
                        WebsitePage.PATH + "#requests",
                        null));
    }
}
