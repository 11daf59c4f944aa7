package org.convergence.outreach.media.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.convergence.outreach.media.MediaPermissions;
import org.convergence.outreach.media.domain.MediaFeedService;
import org.convergence.outreach.media.domain.MediaPostService;
import org.convergence.outreach.media.web.MediaPage.MediaFormPage;
import org.convergence.outreach.media.web.MediaPage.MediaPostsPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The links of a month's posts, pasted. */
@Controller
@RequestMapping("/outreach/media/posts")
@Requires(MediaPermissions.EDIT)
record MediaPostController(MediaPostService service, MediaFeedService feeds, OrganisationSettings settings) {

    private static final int MONTHS = 24;

    /** What the feed of our site proposed for a month that has ended. */
    @Bean
    static DueWorkSource proposedPosts() {
        return DueWorkSource.of(MediaPermissions.EDIT, """
                SELECT 'POSTS' AS kind, m.first AS id, m.first AS subject, (m.month + interval '1 month')::date AS due_on,
                       'PROPOSED' AS day_kind, NULL::uuid AS owner, 'OURS' AS place, to_char(m.month, 'YYYY-MM') AS title,
                       m.waiting::text AS detail
                FROM (SELECT date_trunc('month', r.published_on::timestamp) AS month, (array_agg(r.id ORDER BY r.id))[1] AS first,
                             count(*) AS waiting
                      FROM outreach.media_proposal r
                      WHERE NOT r.decided AND NOT EXISTS (SELECT FROM outreach.media_post p WHERE p.url = r.url)
                      GROUP BY 1) m
                """, (row, t) -> {
                    String month = String.valueOf(row.title());
                    return new DueWork(
                            "outreach.media/posts/" + month,
                            t.say(
                                    "media.posts.due",
                                    TextParser.wholeNumber(String.valueOf(row.detail()))
                                            .orElse(0),
                                    TextParser.month(month).map(t::month).orElse(month)),
                            MediaPage.PATH + "/posts/" + month,
                            null);
                })
                .withDaysAhead(0);
    }

    @GetMapping
    ModelAndView open(Words t) {
        return form(Form.blank().with("month", YearMonth.from(settings.today()).toString()), t);
    }

    @PostMapping
    ModelAndView add(Form form, Words t) {
        return form.submit(
                answers -> {
                    YearMonth month = readMonth(answers, YearMonth.from(settings.today()));
                    List<String> links = readLinks(answers);
                    return (Supplier<Integer>) () -> service.addPosts(month, links);
                },
                adding -> SeeOther.to(MediaPage.PATH).withNotice("media.posts.added", adding.get()),
                () -> form(form, t));
    }

    @GetMapping("/feed")
    ModelAndView openFeed() {
        Form form = feeds.find()
                .map(feed -> Form.blank().atVersion(feed.version()).with(MediaForm.ADDRESS.name(), feed.url()))
                .orElseGet(() -> Form.blank().atVersion(0));
        return feedForm(form);
    }

    @PostMapping("/feed")
    ModelAndView setFeed(Form form) {
        record OwnFeedInput(String address, int version) {}
        return form.submit(
                answers -> new OwnFeedInput(answers.textOrEmpty(MediaForm.ADDRESS), answers.version()),
                input -> {
                    if (input.address().isEmpty()) {
                        feeds.remove();
                        return SeeOther.to(MediaPage.PATH).withNotice("media.feed.removed");
                    }
                    feeds.save(feeds.read(input.address()), input.version());
                    return SeeOther.to(MediaPage.PATH).withNotice("media.feed.set");
                },
                () -> feedForm(form));
    }

    private static ModelAndView feedForm(Form form) {
        return PageView.of(
                "outreach/media/form",
                new MediaFormPage("feed", MediaPage.PATH + "/posts/feed", MediaPage.PATH, form, Map.of(), Map.of()));
    }

    /** The links of a month, to count those that are proposed and to remove one noted by mistake. */
    @GetMapping("/{month}")
    ModelAndView show(@PathVariable String month, Words t) {
        return show(parseMonth(month), Form.blank(), t);
    }

    private static YearMonth parseMonth(String month) {
        return TextParser.month(month).orElseThrow(() -> new NotFound("month"));
    }

    private ModelAndView show(YearMonth month, Form form, Words t) {
        return PageView.of(
                "outreach/media/posts",
                new MediaPostsPage(
                        MediaPage.PATH + "/posts/" + month,
                        t.capital(t.month(month)),
                        form,
                        feeds.findProposals(month),
                        service.findPosts(month)));
    }

    @PostMapping("/{month}")
    ModelAndView decide(@PathVariable String month, Form form, Words t) {
        YearMonth decided = parseMonth(month);
        record PostDecision(List<UUID> shown, List<UUID> accepted) {}
        return form.submit(
                answers -> new PostDecision(answers.ids("shown"), answers.ids("accepted")),
                decision -> SeeOther.to(MediaPage.PATH)
                        .withNotice(
                                "media.posts.decided", feeds.decide(decided, decision.shown(), decision.accepted())),
                () -> show(decided, form, t));
    }

    @PostMapping("/links/{id}/remove")
    ModelAndView remove(@PathVariable UUID id) {
        service.remove(id);
        return SeeOther.to(MediaPage.PATH).withNotice("media.posts.removed");
    }

    private ModelAndView form(Form form, Words t) {
        YearMonth now = YearMonth.from(settings.today());
        List<Option> months = IntStream.range(0, MONTHS)
                .mapToObj(now::minusMonths)
                .map(month -> new Option(month.toString(), t.month(month)))
                .toList();
        return PageView.of(
                "outreach/media/form",
                new MediaFormPage(
                        "posts", MediaPage.PATH + "/posts", MediaPage.PATH, form, Map.of(), Map.of("month", months)));
    }

    private static List<String> readLinks(FormValues answers) {
        List<String> links = MediaPostService.findLinks(answers.get(MediaForm.LINKS));
        if (links.isEmpty() && answers.form().filled(MediaForm.LINKS.name())) {
            answers.reject(MediaForm.LINKS.name(), "media.refused.links");
        }
        return links;
    }

    private static YearMonth readMonth(FormValues answers, YearMonth otherwise) {
        String typed = answers.text("month", 7);
        return TextParser.month(typed).orElseGet(() -> {
            answers.reject("month", "shell.form.choice");
            return otherwise;
        });
    }
}
