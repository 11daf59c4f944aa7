package org.convergence.outreach.media.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.convergence.outreach.media.MediaPermissions;
import org.convergence.outreach.media.domain.MediaQueries;
import org.convergence.outreach.media.domain.MediaRelease;
import org.convergence.outreach.media.domain.MediaRelease.MediaReleaseFacts;
import org.convergence.outreach.media.domain.MediaRelease.MediaReleaseId;
import org.convergence.outreach.media.domain.MediaRelease.ReleaseText;
import org.convergence.outreach.media.domain.MediaReleaseSender;
import org.convergence.outreach.media.domain.MediaReleaseService;
import org.convergence.outreach.media.domain.MediaReleaseService.TakenBackRelease;
import org.convergence.outreach.media.web.MediaPage.MediaFormPage;
import org.convergence.outreach.media.web.MediaPage.MediaReleasePage;
import org.convergence.outreach.media.web.MediaPage.PublicReleasePage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterSummary;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Press releases: writing, sending, making public; and their public page. */
@Controller
@Requires(MediaPermissions.EDIT)
record MediaReleaseController(
        MediaQueries queries,
        MediaReleaseService service,
        MediaReleaseSender sender,
        MediaForm forms,
        LetterStatusService letters,
        PublicLanguages languages,
        OrganisationSettings settings,
        Clock clock) {

    private static final String RELEASE = "/outreach/media/releases/{id}";
    private static final String PUBLIC = "/public/press/";

    @GetMapping("/outreach/media/releases/new")
    ModelAndView open() {
        return form(null, Form.blank());
    }

    @PostMapping("/outreach/media/releases/new")
    ModelAndView add(Form form) {
        return save(null, form);
    }

    @GetMapping(RELEASE + "/edit")
    ModelAndView edit(@PathVariable MediaReleaseId id) {
        return form(id, forms.open(queries.findRelease(id)));
    }

    @PostMapping(RELEASE + "/edit")
    ModelAndView edit(@PathVariable MediaReleaseId id, Form form) {
        queries.findRelease(id);
        return save(id, form);
    }

    private ModelAndView save(@Nullable MediaReleaseId id, Form form) {
        return form.submit(
                answers -> {
                    MediaReleaseFacts facts = forms.readRelease(answers);
                    int version = answers.version();
                    return (Supplier<MediaReleaseId>) () -> service.save(id, version, facts);
                },
                saving -> SeeOther.to(MediaPage.url(saving.get())).withNotice("media.saved"),
                () -> form(id, form));
    }

    private ModelAndView form(@Nullable MediaReleaseId id, Form form) {
        return PageView.of(
                "outreach/media/form",
                new MediaFormPage(
                        "release",
                        id == null ? MediaPage.PATH + "/releases/new" : MediaPage.url(id) + "/edit",
                        id == null ? MediaPage.PATH : MediaPage.url(id),
                        form,
                        Map.of(),
                        Map.of(
                                "segment",
                                forms.segments(),
                                "action",
                                forms.lines(form),
                                "languages",
                                languages.codes().stream()
                                        .map(each -> new Option(each, each))
                                        .toList())));
    }

    @GetMapping(RELEASE)
    @Requires(MediaPermissions.READ)
    ModelAndView show(@PathVariable MediaReleaseId id, Words t) {
        MediaRelease release = queries.findRelease(id);
        LetterSummary sent = letters.summarize(MediaReleaseSender.LETTER, sender.findRecipients(id));
        Instant now = clock.instant();
        boolean missed = release.isEmbargoMissed(now);
        return PageView.of(
                "outreach/media/release",
                new MediaReleasePage(
                        MediaPage.url(id),
                        release,
                        release.state(now),
                        release.isUnderEmbargo(now),
                        release.segment() == null
                                ? null
                                : forms.segments().stream()
                                        .filter(each -> each.value()
                                                .equals(release.segment()
                                                        .value()
                                                        .toString()))
                                        .map(Option::label)
                                        .findFirst()
                                        .orElse(null),
                        release.sentAt() == null ? null : t.capital(LetterFormatter.summaryWithDay(sent, t)),
                        sent.count(LetterState.WAITING) > 0,
                        queries.findPickups(id),
                        missed,
                        MediaController.mayEdit(),
                        !missed && CurrentActor.get().may(MediaPermissions.ISSUE)));
    }

    @GetMapping(RELEASE + "/send")
    @Requires(MediaPermissions.ISSUE)
    ModelAndView preview(@PathVariable MediaReleaseId id, Words t) {
        MediaRelease release = queries.findRelease(id);
        String url = MediaPage.url(id);
        if (release.segment() == null) {
            return SeeOther.to(url + "/edit").withWarning("media.refused.segment");
        }
        var preview = sender.preview(id);
        return new MailingConfirmation(
                        t.say("media.release.send"),
                        release.title(),
                        url,
                        t.say("media.release.send.lead"),
                        preview,
                        url + "/send",
                        !preview.letters().isEmpty())
                .view();
    }

    @PostMapping(RELEASE + "/send")
    @Requires(MediaPermissions.ISSUE)
    ModelAndView send(@PathVariable MediaReleaseId id) {
        return letters.notePosted(SeeOther.to(MediaPage.url(id)), "media.release.sent", sender.send(id));
    }

    @PostMapping(RELEASE + "/take-back-letters")
    @Requires(MediaPermissions.ISSUE)
    ModelAndView takeBackLetters(@PathVariable MediaReleaseId id) {
        return SeeOther.to(MediaPage.url(id))
                .withNotice("media.release.letters-taken-back", sender.takeBackLetters(id));
    }

    @PostMapping(RELEASE + "/issue")
    @Requires(MediaPermissions.ISSUE)
    ModelAndView issue(@PathVariable MediaReleaseId id) {
        return SeeOther.to(MediaPage.url(id))
                .withNotice("media.release.issued", service.issue(id))
                .withUndo(MediaPage.url(id) + "/take-back");
    }

    @PostMapping(RELEASE + "/take-back")
    @Requires(MediaPermissions.ISSUE)
    ModelAndView takeBack(@PathVariable MediaReleaseId id) {
        TakenBackRelease taken = service.takeBack(id);
        return SeeOther.to(MediaPage.url(id))
                .withNotice(
                        "media.release.taken-back",
                        taken.before(),
                        letters.summarize(MediaReleaseSender.LETTER, sender.findRecipients(id))
                                .count(LetterState.WAITING),
                        taken.copies());
    }

    @GetMapping(PUBLIC + "{id}")
    @Open("a release is public once its embargo is over")
    ModelAndView read(@PathVariable MediaReleaseId id, PublicVisit visit) {
        MediaRelease release = service.findPublic(id);
        Words asked = visit.words();
        ReleaseText text = release.text(asked.language().code());
        Words t = languages.wordsFor(text.language());
        var since = release.embargoUntil() == null ? release.issuedAt() : release.embargoUntil();
        return PageView.of(
                "outreach/media/public",
                new PublicReleasePage(
                        t,
                        settings.current().name(),
                        PUBLIC + id.value(),
                        visit.otherOptions(t).stream()
                                .filter(each -> release.texts().stream()
                                        .anyMatch(other -> other.language().equals(each.value())))
                                .toList(),
                        release,
                        text,
                        since == null
                                ? ""
                                : release.embargoUntil() == null
                                        ? t.date(settings.dayOf(since))
                                        : MediaRelease.format(since, t)));
    }
}
