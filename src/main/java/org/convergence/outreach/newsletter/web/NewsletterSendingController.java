package org.convergence.outreach.newsletter.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.segment.AudienceExclusion;
import org.convergence.directory.segment.AudienceRemedy;
import org.convergence.directory.segment.SegmentAudience.AudiencePerson;
import org.convergence.directory.segment.SegmentAudience.AudienceSummary;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterState;
import org.convergence.outreach.newsletter.domain.NewsletterPreflight;
import org.convergence.outreach.newsletter.domain.NewsletterPreviewService;
import org.convergence.outreach.newsletter.domain.NewsletterSendingService;
import org.convergence.outreach.newsletter.domain.NewsletterService;
import org.convergence.outreach.newsletter.web.NewsletterPage.ExcludedGroup;
import org.convergence.outreach.newsletter.web.NewsletterPage.IssueFact;
import org.convergence.outreach.newsletter.web.NewsletterPage.PreviewPage;
import org.convergence.outreach.newsletter.web.NewsletterPage.SendPage;
import org.convergence.outreach.newsletter.web.NewsletterPage.SendingInput;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingService.RenderedLetter;
import org.convergence.platform.mail.SendingLimits;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Preview of an issue as one recipient, its reach, and its sending. */
@Controller
@RequestMapping("/outreach/newsletter/{id}")
@Requires(NewsletterPermissions.SEND)
record NewsletterSendingController(
        NewsletterService newsletters,
        NewsletterSendingService sending,
        NewsletterPreviewService previews,
        NewsletterPageAssembler assembler,
        NewsletterForm forms,
        PartyChooser chooser,
        List<AudienceRemedy> remedies,
        LetterStatusService letters,
        SendingLimits limits,
        BaseUrl baseUrl,
        OrganisationSettings settings) {

    @GetMapping("/preview")
    ModelAndView preview(
            @PathVariable NewsletterId id,
            @RequestParam(required = false) @Nullable String language,
            Form form,
            Words t) {
        Newsletter issue = newsletters.findById(id);
        UUID chosen = form.read(answers -> answers.optionalId("person"));
        AudiencePerson recipient = previews.findRecipient(id, chosen == null ? null : new PersonId(chosen));
        String theirs = recipient == null ? null : recipient.language();
        String shown = language != null ? language : theirs;
        String in = shown != null && issue.languages().contains(shown) ? shown : issue.firstLanguage();
        RenderedLetter letter = previews.render(id, in);
        return PageView.of(
                "outreach/newsletter/preview",
                new PreviewPage(
                        NewsletterController.url(id),
                        assembler.title(id, t),
                        form,
                        chooser.persons(form, "person", 1, List.of()),
                        recipient == null
                                ? t.say("newsletter.preview.nobody")
                                : NewsletterPageAssembler.describe(recipient, t),
                        in,
                        issue.languages().stream()
                                .map(code -> new Option(code, forms.languageName(code)))
                                .toList(),
                        letter,
                        NewsletterPreflight.isHeavy(letter.size()) ? t.fileSize(letter.size()) : null));
    }

    /**
     * The letter itself, as a mail program shows it: nothing in it may run, or be loaded from another server. Its
     * pictures are those of a draft, which its writers see by their session.
     */
    @GetMapping("/mail.html")
    void mail(@PathVariable NewsletterId id, @RequestParam String language, HttpServletResponse response)
            throws IOException {
        if (!newsletters.findById(id).languages().contains(language)) {
            throw new NotFound("newsletter");
        }
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; img-src " + baseUrl.value()
                        + "; sandbox allow-same-origin");
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(previews.render(id, language).html().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/test")
    ModelAndView test(@PathVariable NewsletterId id) {
        return letters.notePosted(
                SeeOther.to(NewsletterController.url(id)),
                1,
                "newsletter.tested",
                "newsletter.tested.waits",
                previews.sendTest(id));
    }

    @GetMapping("/send")
    ModelAndView reach(@PathVariable NewsletterId id, Form asked, Words t) {
        Form form = forms.departure(newsletters.findById(id));
        return reachPage(id, form.with(NewsletterForm.ON.name(), asked.value(NewsletterForm.ON.name())), t);
    }

    @PostMapping("/send")
    ModelAndView send(@PathVariable NewsletterId id, Form form, Words t) {
        return form.submit(
                forms::readDeparture,
                input -> {
                    Instant leavesAt = sending.confirm(id, input.version(), at(input), input.mostErrors());
                    return letters.notePosted(
                            SeeOther.to(NewsletterController.url(id)),
                            1,
                            "newsletter.confirmed",
                            "newsletter.confirmed.waits",
                            t.dateTime(leavesAt));
                },
                () -> reachPage(id, form, t));
    }

    private @Nullable Instant at(SendingInput input) {
        LocalDate on = input.on();
        return on == null
                ? null
                : on.atTime(input.hour(), 0).atZone(settings.current().zone()).toInstant();
    }

    private ModelAndView reachPage(NewsletterId id, Form form, Words t) {
        Newsletter issue = newsletters.findById(id);
        String url = NewsletterController.url(id);
        List<String> obstacles = previews.findObstacles(id);
        if (!issue.isEditable() || issue.segment() == null) {
            return SeeOther.to(url)
                    .withWarning(issue.segment() == null ? "newsletter.lacks.segment" : "newsletter.refused.confirmed");
        }
        LocalDate on = DateReader.read(form.value(NewsletterForm.ON.name())).orElse(null);
        LocalDate day = on == null || on.isBefore(settings.today()) ? null : on;
        AudienceSummary reach = previews.summarize(id, day);
        LocalDate free = reach.freeOn();
        String week = null;
        if (on == null && free != null) {
            week = t.say("newsletter.week", reach.exclusions().get(AudienceExclusion.WEEK), free);
            form.with(NewsletterForm.ON.name(), free);
            reach = previews.summarize(id, free);
            day = free;
        }
        String people = "/directory/segment/" + issue.segment().value() + "?function=" + issue.concernsFunction()
                + "&mailing=" + id.value() + (day == null ? "" : "&on=" + day);
        return PageView.of(
                "outreach/newsletter/send",
                new SendPage(
                        form,
                        url,
                        assembler.title(id, t),
                        t.say("segment.allowed", reach.allowed()),
                        byLanguage(issue, reach, t),
                        reach.exclusions().entrySet().stream()
                                .map(each -> new ExcludedGroup(
                                        people + "&reason=" + each.getKey() + "#people",
                                        t.say("segment.count", each.getValue()),
                                        t.say(each.getKey().key()),
                                        t.say(each.getKey().wayKey())))
                                .toList(),
                        checks(issue, obstacles, reach.allowed(), t),
                        people,
                        week,
                        reach.allowed() > 0
                                ? List.of()
                                : AudienceRemedy.findFor(reach.exclusions().keySet(), remedies),
                        whoCanStop(t),
                        obstacles.isEmpty()));
    }

    /** Who else can stop it, and how they learn of it. */
    private String whoCanStop(Words t) {
        List<String> names = sending.findColleagues().stream().map(Actor::label).toList();
        return names.isEmpty()
                ? t.say(letters.isMailSet() ? "newsletter.confirm.alone" : "newsletter.confirm.alone.waits")
                : t.say(
                        letters.isMailSet() ? "newsletter.confirm.told" : "newsletter.confirm.untold",
                        t.list(names),
                        names.size());
    }

    /** The letters by the language in which they leave. */
    private List<IssueFact> byLanguage(Newsletter issue, AudienceSummary reach, Words t) {
        List<IssueFact> facts = new ArrayList<>();
        int others = 0;
        for (String language : issue.languages().subList(1, issue.languages().size())) {
            int number = Objects.requireNonNullElse(reach.languages().get(language), 0);
            others += number;
            facts.add(new IssueFact(forms.languageName(language), t.number(number)));
        }
        facts.add(0, new IssueFact(forms.languageName(issue.firstLanguage()), t.number(reach.allowed() - others)));
        return facts;
    }

    /** What was checked, what failed, and what cannot be checked from here. */
    private List<IssueFact> checks(Newsletter issue, List<String> obstacles, int allowed, Words t) {
        int size = issue.languages().stream()
                .mapToInt(language -> previews.render(issue.id(), language).size())
                .max()
                .orElse(0);
        return new NewsletterPreflight(
                        obstacles,
                        letters.isMailSet(),
                        size,
                        t.fileSize(size),
                        baseUrl.value(),
                        allowed,
                        limits.perDay())
                .checks().stream()
                        .map(each -> new IssueFact(
                                t.say(each.result().key()),
                                t.say(each.key(), each.arguments().toArray())))
                        .toList();
    }

    @PostMapping("/stop")
    ModelAndView stop(@PathVariable NewsletterId id) {
        NewsletterState next = sending.stop(id);
        return SeeOther.to(NewsletterController.url(id))
                .withNotice(next == NewsletterState.DRAFT ? "newsletter.unconfirmed" : "newsletter.stopped");
    }

    @PostMapping("/pause")
    ModelAndView pause(@PathVariable NewsletterId id) {
        sending.pause(id, "newsletter.paused.person");
        return SeeOther.to(NewsletterController.url(id)).withNotice("newsletter.paused");
    }

    @PostMapping("/resume")
    ModelAndView resume(@PathVariable NewsletterId id) {
        sending.resume(id);
        return SeeOther.to(NewsletterController.url(id)).withNotice("newsletter.resumed");
    }

    @PostMapping("/send-on")
    ModelAndView sendOn(@PathVariable NewsletterId id, Words t) {
        return letters.notePosted(
                SeeOther.to(NewsletterController.url(id)),
                1,
                "newsletter.confirmed",
                "newsletter.confirmed.waits",
                t.dateTime(sending.sendOn(id)));
    }
}
