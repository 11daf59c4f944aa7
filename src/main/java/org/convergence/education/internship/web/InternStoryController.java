package org.convergence.education.internship.web;

import java.util.List;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.CandidateLinkService;
import org.convergence.education.internship.domain.InternStory;
import org.convergence.education.internship.domain.InternStory.StoryFacts;
import org.convergence.education.internship.domain.InternStoryService;
import org.convergence.education.internship.domain.InternStoryService.LinkedStory;
import org.convergence.education.internship.web.InternshipPage.StoryPage;
import org.convergence.platform.access.Open;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.TextSource;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An intern who is back says by the link what the internship gave, and tells a story as far as she agrees. */
@Controller
@RequestMapping("/education/internship/link/{secret}/story")
@Open("a link opens one file")
record InternStoryController(InternStoryService stories) {

    private static final String FORM = "internship-story";

    @GetMapping
    ModelAndView open(
            @PathVariable String secret,
            @RequestParam(name = "done", required = false) @Nullable String done,
            PublicVisit visit) {
        LinkedStory opened = visit.open(secret, () -> stories.open(secret));
        return page(secret, opened, form(opened.story()), "1".equals(done), visit);
    }

    private static Form form(@Nullable InternStory story) {
        return story == null
                ? Form.blank()
                : Form.blank()
                        .with("learned", story.learned())
                        .with("improve", story.improve())
                        .with("story", story.story())
                        .with("forReports", story.forReports() ? true : null)
                        .with("forMembers", story.forMembers() ? true : null)
                        .with("named", story.named() ? true : null)
                        .with("until", story.untilOn());
    }

    private static Words words(LinkedStory opened, PublicVisit visit) {
        return visit.words(List.of(opened.file().language()));
    }

    private static ModelAndView page(String secret, LinkedStory opened, Form form, boolean done, PublicVisit visit) {
        Words t = words(opened, visit);
        InternStory story = opened.story();
        return PageView.of(
                "education/internship/story",
                new StoryPage(
                        t,
                        opened.call().title(t),
                        done ? t.say("public.internship.story.done") : null,
                        CandidateLinkService.PATH + secret,
                        address(secret),
                        visit.otherOptions(t),
                        form,
                        visit.shield(FORM),
                        story == null || story.agreedOn() == null || story.withdrawnOn() != null
                                ? null
                                : t.say("public.internship.story.consent", story.agreedOn(), story.untilOn())));
    }

    private static String address(String secret) {
        return CandidateLinkService.PATH + secret + "/story";
    }

    @PostMapping
    ModelAndView save(@PathVariable String secret, Form form, PublicVisit visit) {
        LinkedStory opened = visit.open(secret, () -> stories.open(secret));
        return visit.submit(
                FORM,
                form,
                InternStoryController::read,
                facts -> {
                    stories.save(secret, facts);
                    return done(secret, opened, visit);
                },
                () -> page(secret, opened, form, false, visit));
    }

    private static StoryFacts read(FormValues answers) {
        boolean reports = answers.checkbox("forReports");
        boolean members = answers.checkbox("forMembers");
        boolean agrees = reports || members;
        return new StoryFacts(
                text(answers, "learned", 4_000),
                text(answers, "improve", 4_000),
                agrees ? answers.text("story", 8_000) : text(answers, "story", 8_000),
                reports,
                members,
                answers.checkbox("named"),
                agrees ? answers.date("until") : null);
    }

    private static String text(FormValues answers, String name, int longest) {
        String text = answers.optionalText(name, longest);
        return text == null ? "" : text;
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable String secret, PublicVisit visit) {
        LinkedStory opened = visit.open(secret, () -> stories.open(secret));
        stories.withdraw(secret);
        return done(secret, opened, visit);
    }

    private static ModelAndView done(String secret, LinkedStory opened, PublicVisit visit) {
        return SeeOther.to(
                address(secret) + "?in=" + words(opened, visit).language().code() + "&done=1");
    }

    /** Stories that members may publish, as texts for kits; one whose consent was taken back is none. */
    @Bean
    static TextSource internStories() {
        return TextSource.of("education.internship", InternshipPermissions.READ_NAMES, """
                SELECT c.title_fr || CASE WHEN s.named THEN ' – ' || a.name ELSE '' END AS title, s.story AS body,
                       NULL AS url, s.until_on AS until, NULL AS country, c.action AS line,
                       '/education/internship/files/' || a.id AS page
                  FROM education.internship_story s
                  JOIN education.internship_application a ON a.id = s.application
                  JOIN education.internship_call c ON c.id = a.call
                 WHERE a.id = :id AND s.for_members AND s.withdrawn_on IS NULL AND s.until_on >= :today
                """)
                .at("/education/internship/files/");
    }
}
