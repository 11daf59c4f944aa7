package org.convergence.outreach.media.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.convergence.outreach.media.MediaPermissions;
import org.convergence.outreach.media.domain.MediaPostService;
import org.convergence.outreach.media.web.MediaPage.MediaFormPage;
import org.convergence.outreach.media.web.MediaPage.MediaPostsPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
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
record MediaPostController(MediaPostService service, OrganisationSettings settings) {

    private static final int MONTHS = 24;

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

    /** The links of a month, to remove one noted by mistake. */
    @GetMapping("/{month}")
    ModelAndView show(@PathVariable String month, Words t) {
        YearMonth shown = TextParser.month(month).orElseThrow(() -> new NotFound("month"));
        return PageView.of(
                "outreach/media/posts", new MediaPostsPage(t.capital(t.month(shown)), service.findPosts(shown)));
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
