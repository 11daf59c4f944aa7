package org.convergence.education.workshop.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopRequestId;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.domain.EvaluationService;
import org.convergence.education.workshop.domain.FacilitatorLetterSender;
import org.convergence.education.workshop.domain.WorkshopAnnouncementService;
import org.convergence.education.workshop.domain.WorkshopChangeService;
import org.convergence.education.workshop.domain.WorkshopRequestService;
import org.convergence.education.workshop.domain.WorkshopSession;
import org.convergence.education.workshop.domain.WorkshopSession.RaisedHands;
import org.convergence.education.workshop.domain.WorkshopSessionQueries;
import org.convergence.education.workshop.domain.WorkshopSessionService;
import org.convergence.education.workshop.web.WorkshopPage.WorkshopFormPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One session: planned, moved, cancelled, held, evaluated. */
@Controller
@RequestMapping("/education/workshop/sessions")
@Requires(WorkshopPermissions.EDIT)
record WorkshopSessionController(
        WorkshopAnnouncementService announcements,
        WorkshopSessionService sessions,
        WorkshopSessionQueries queries,
        WorkshopRequestService requests,
        WorkshopChangeService changes,
        EvaluationService evaluations,
        FacilitatorLetterSender facilitators,
        SessionPageAssembler pages,
        WorkshopAdvice advice,
        WorkshopRequestForm forms,
        WorkshopForm workshops,
        SessionSheetWriter sheets,
        LetterStatusService statuses,
        OrganisationSettings settings,
        BaseUrl baseUrl) {

    @GetMapping("/new")
    ModelAndView add(Words t) {
        return formPage(null, Form.blank().with(WorkshopRequestForm.DAY.name(), settings.today()), t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return form.submit(
                answers -> forms.readSession(answers, settings.today(), null),
                input -> SeeOther.to(next(sessions.schedule(input.facts()))).withNotice("workshop.session.saved"),
                () -> formPage(null, form, t));
    }

    /** The letters to the facilitators, or the session if they know what is so. */
    private String next(WorkshopSessionId id) {
        return FacilitatorLetterController.next(id, facilitators, WorkshopPage.url(id));
    }

    @GetMapping("/{id}/move")
    ModelAndView edit(@PathVariable WorkshopSessionId id, Words t) {
        return formPage(id, WorkshopRequestForm.open(sessions.findById(id), sessions.findFacilitators(id)), t);
    }

    @PostMapping("/{id}/move")
    ModelAndView move(@PathVariable WorkshopSessionId id, Form form, Words t) {
        if (form.filled("revise")) {
            return formPage(id, WorkshopRequestForm.split(form), t);
        }
        WorkshopSession session = sessions.findById(id);
        return form.submit(
                answers -> forms.readSession(answers, settings.today(), null),
                input -> {
                    boolean otherDay = !input.facts().day().equals(session.day());
                    Optional<MailingPreview> letter = otherDay || changes.isUntold(session)
                            ? changes.preview(session, input.facts())
                            : Optional.empty();
                    if (letter.isPresent() && !form.filled("confirmed")) {
                        form.with(
                                WorkshopRequestForm.ORGANISATION, input.facts().organisation());
                        return confirm(letter.get(), form, id, "move", t);
                    }
                    sessions.move(id, input.version(), input.facts());
                    if (letter.isPresent()) {
                        changes.tell(session, input.facts());
                    }
                    return changed(session, otherDay || letter.isPresent() ? "moved" : "saved", letter);
                },
                () -> formPage(id, form, t));
    }

    private ModelAndView confirm(MailingPreview letter, Form form, WorkshopSessionId id, String gesture, Words t) {
        return WorkshopAnswerController.confirm(
                letter,
                form,
                t.say("workshop.session." + gesture + ".confirm"),
                queries.findById(id).title(),
                WorkshopPage.url(id),
                gesture);
    }

    private ModelAndView formPage(@Nullable WorkshopSessionId id, Form form, Words t) {
        String url = id == null ? WorkshopPage.SESSIONS : WorkshopPage.url(id);
        return PageView.of(
                "education/workshop/session-form",
                new WorkshopFormPage(
                        id == null ? "workshop.session.new" : "workshop.session.move",
                        id == null ? null : queries.findById(id).title(),
                        url + (id == null ? "/new" : "/move"),
                        url,
                        form,
                        Map.of(
                                "workshop",
                                workshops.workshops(),
                                "region",
                                WorkshopFormatter.places(t),
                                "facilitators",
                                advice.facilitators(form, id, t)),
                        forms.organisation(form),
                        null,
                        List.of()));
    }

    @GetMapping("/{id}")
    @Requires(WorkshopPermissions.READ)
    ModelAndView show(@PathVariable WorkshopSessionId id, Words t) {
        return pages.assemble(sessions.findById(id), Map.of(), t);
    }

    @PostMapping("/{id}/hold")
    ModelAndView hold(@PathVariable WorkshopSessionId id, Form form, Words t) {
        return form.submit(
                answers -> Map.entry(answers.version(), WorkshopForm.readPeople(answers)),
                input -> {
                    sessions.hold(id, input.getKey(), input.getValue());
                    return SeeOther.to(WorkshopPage.url(id))
                            .withNotice("workshop.session.held")
                            .withUndo(WorkshopPage.url(id) + "/unhold");
                },
                () -> pages.assemble(sessions.findById(id), Map.of("hold", form), t));
    }

    @PostMapping("/{id}/unhold")
    ModelAndView takeBack(@PathVariable WorkshopSessionId id) {
        sessions.markPlanned(id);
        return SeeOther.to(WorkshopPage.url(id)).withNotice("workshop.session.unheld");
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(@PathVariable WorkshopSessionId id, Form form, Words t) {
        WorkshopSession session = sessions.findById(id);
        String url = WorkshopPage.url(id);
        if (form.filled("revise")) {
            return SeeOther.to(url);
        }
        Optional<MailingPreview> letter = changes.preview(session, null);
        if (letter.isPresent() && !form.filled("confirmed")) {
            return confirm(letter.get(), form.with("version", session.version()), id, "cancel", t);
        }
        boolean isUntold = changes.isUntold(session);
        sessions.cancel(id);
        changes.tell(session, null);
        WorkshopRequestId request = session.request();
        if (request != null && isUntold && letter.isEmpty()) {
            return SeeOther.to(next(id))
                    .withNotice(
                            "workshop.session.cancelled.unannounced",
                            requests.findById(request).facts().asker())
                    .withUndo(url + "/restore");
        }
        SeeOther back = changed(session, "cancelled", letter);
        return letter.isPresent() && letter.get().mailSet() ? back : back.withUndo(url + "/restore");
    }

    /** Says what was done, and what the group that asked for the session knows of it. */
    private SeeOther changed(WorkshopSession session, String done, Optional<MailingPreview> letter) {
        SeeOther back = SeeOther.to(next(session.typedId()));
        String key = "workshop.session." + done;
        if (session.request() == null) {
            return back.withNotice(key);
        }
        String asker = requests.findById(session.request()).facts().asker();
        if (letter.isEmpty()) {
            return back.withWarning(key + ".untold", asker);
        }
        return letter.get().mailSet()
                ? back.withNotice(key + ".queued", asker)
                : back.withWarning(key + ".waits", asker);
    }

    @PostMapping("/{id}/announce")
    ModelAndView announce(@PathVariable WorkshopSessionId id) {
        announcements.announce(id);
        String url = WorkshopPage.url(id);
        return SeeOther.to(url).withNotice("workshop.session.announced").withUndo(url + "/unannounce");
    }

    @PostMapping("/{id}/unannounce")
    ModelAndView withdrawAnnouncement(@PathVariable WorkshopSessionId id) {
        announcements.withdraw(id);
        return SeeOther.to(WorkshopPage.url(id)).withNotice("workshop.session.unannounced");
    }

    @PostMapping("/{id}/restore")
    ModelAndView restore(@PathVariable WorkshopSessionId id) {
        WorkshopSession session = sessions.findById(id);
        SeeOther page = SeeOther.to(next(id));
        WorkshopRequestId request = session.request();
        return changes.restore(session) && request != null
                ? statuses.notePosted(
                        page,
                        1,
                        "workshop.session.restored.queued",
                        "workshop.session.restored.waits",
                        requests.findById(request).facts().asker())
                : page.withNotice("workshop.session.restored");
    }

    private record HandsInput(int version, RaisedHands hands) {}

    @PostMapping("/{id}/hands")
    ModelAndView setHands(@PathVariable WorkshopSessionId id, Form form, Words t) {
        return form.submit(
                answers -> new HandsInput(
                        answers.version(),
                        new RaisedHands(
                                answers.wholeNumber("learned", 0, 10_000),
                                answers.wholeNumber("useful", 0, 10_000),
                                answers.wholeNumber("recommend", 0, 10_000))),
                input -> {
                    evaluations.setHands(id, input.version(), input.hands());
                    return SeeOther.to(WorkshopPage.url(id)).withNotice("workshop.saved");
                },
                () -> pages.assemble(sessions.findById(id), Map.of("hands", form), t));
    }

    /** An evaluation on paper, typed by the team. */
    @PostMapping("/{id}/paper")
    ModelAndView answerOnPaper(@PathVariable WorkshopSessionId id, Form form, Words t) {
        return form.submit(
                EvaluationController::read,
                answers -> {
                    evaluations.answerOnPaper(id, answers);
                    return SeeOther.to(WorkshopPage.url(id) + "#paper").withNotice("workshop.paper.added");
                },
                () -> pages.assemble(sessions.findById(id), Map.of("paper", form), t));
    }

    private record NotesInput(int version, String notes) {}

    @PostMapping("/{id}/notes")
    ModelAndView setNotes(@PathVariable WorkshopSessionId id, Form form, Words t) {
        return form.submit(
                answers -> new NotesInput(answers.version(), answers.textOrEmpty(WorkshopForm.NOTES)),
                input -> {
                    evaluations.setNotes(id, input.version(), input.notes());
                    return SeeOther.to(WorkshopPage.url(id)).withNotice("workshop.saved");
                },
                () -> pages.assemble(sessions.findById(id), Map.of("notes", form), t));
    }

    @PostMapping("/{id}/close")
    ModelAndView close(@PathVariable WorkshopSessionId id) {
        return SeeOther.to(WorkshopPage.url(id)).withNotice("workshop.evaluation.closed", evaluations.close(id));
    }

    @GetMapping("/{id}/sheet.pdf")
    @Requires(WorkshopPermissions.READ)
    void sheet(@PathVariable WorkshopSessionId id, Words t, HttpServletResponse response) throws IOException {
        sheets.write(queries.findById(id), baseUrl.value() + EvaluationController.PATH + id.value(), t, response);
    }
}
