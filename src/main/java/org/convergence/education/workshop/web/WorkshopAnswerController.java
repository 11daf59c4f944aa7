package org.convergence.education.workshop.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.education.workshop.RefusalOffer;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopRequestId;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.domain.FacilitatorLetterSender;
import org.convergence.education.workshop.domain.WorkshopRequest;
import org.convergence.education.workshop.domain.WorkshopRequest.RefusalAnswer;
import org.convergence.education.workshop.domain.WorkshopRequestService;
import org.convergence.education.workshop.web.WorkshopPage.WorkshopFormPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers a request with a date or a refusal, its letter shown first. */
@Controller
@RequestMapping("/education/workshop/requests/{id}")
@Requires(WorkshopPermissions.EDIT)
record WorkshopAnswerController(
        WorkshopRequestService requests,
        WorkshopAdvice advice,
        WorkshopRequestForm forms,
        WorkshopForm workshops,
        OrganisationSettings settings,
        LetterStatusService statuses,
        FacilitatorLetterSender facilitators) {

    @GetMapping("/schedule")
    ModelAndView openSchedule(@PathVariable WorkshopRequestId id, Words t) {
        WorkshopRequest it = requests.findById(id);
        return schedule(it, advice.propose(it), t);
    }

    @PostMapping("/schedule")
    ModelAndView schedule(@PathVariable WorkshopRequestId id, Form form, Words t) {
        WorkshopRequest it = requests.findById(id);
        if (form.filled("revise")) {
            return schedule(it, WorkshopRequestForm.split(form), t);
        }
        return form.submit(
                answers ->
                        forms.readSession(answers, settings.today(), it.facts().organisation()),
                input -> {
                    if (it.facts().contact().mail() != null && !form.filled("confirmed")) {
                        return confirm(it, requests.preview(id, input.facts(), input.note()), form, "schedule", t);
                    }
                    WorkshopSessionId session = requests.schedule(id, input.version(), input.facts(), input.note());
                    return done(
                            it,
                            "workshop.request.answered",
                            FacilitatorLetterController.next(session, facilitators, WorkshopPage.url(id)));
                },
                () -> schedule(it, form, t));
    }

    private ModelAndView schedule(WorkshopRequest it, Form form, Words t) {
        return page(
                "education/workshop/session-form",
                "workshop.request.schedule",
                it,
                "/schedule",
                form,
                Map.of(
                        "workshop",
                        workshops.workshops(),
                        "region",
                        WorkshopFormatter.places(t),
                        "facilitators",
                        advice.facilitators(form, null, t)),
                t);
    }

    private ModelAndView page(
            String template,
            String key,
            WorkshopRequest it,
            String action,
            Form form,
            Map<String, List<Option>> options,
            Words t) {
        String url = WorkshopPage.url(it.typedId());
        return PageView.of(
                template,
                new WorkshopFormPage(
                        key,
                        it.facts().asker(),
                        url + action,
                        url,
                        form,
                        options,
                        null,
                        null,
                        advice.describe(it.facts(), t)));
    }

    @GetMapping("/refuse")
    ModelAndView openRefusal(@PathVariable WorkshopRequestId id, Words t) {
        WorkshopRequest it = requests.findById(id);
        // The outline and its material are those of a workshop: without one, there is none to give.
        RefusalOffer offer = it.facts().workshop() == null ? RefusalOffer.DATE : RefusalOffer.KIT;
        Form form = Form.blank().atVersion(it.version()).with(WorkshopRequestForm.ALTERNATIVE.name(), offer);
        return refuse(it, form, t);
    }

    private record RefusalInput(int version, RefusalAnswer answer) {}

    @PostMapping("/refuse")
    ModelAndView refuse(@PathVariable WorkshopRequestId id, Form form, Words t) {
        WorkshopRequest it = requests.findById(id);
        if (form.filled("revise")) {
            return refuse(it, form, t);
        }
        return form.submit(
                answers -> new RefusalInput(
                        answers.version(),
                        new RefusalAnswer(
                                answers.get(WorkshopRequestForm.ALTERNATIVE),
                                answers.textOrEmpty(WorkshopRequestForm.NOTE))),
                input -> {
                    if (it.facts().contact().mail() != null && !form.filled("confirmed")) {
                        return confirm(it, requests.preview(id, input.answer()), form, "refuse", t);
                    }
                    requests.refuse(id, input.version(), input.answer());
                    return done(it, "workshop.request.refused", WorkshopPage.url(id))
                            .withUndo(WorkshopPage.url(id) + "/reopen");
                },
                () -> refuse(it, form, t));
    }

    private ModelAndView refuse(WorkshopRequest it, Form form, Words t) {
        return page("education/workshop/refuse", "workshop.request.refuse", it, "/refuse", form, Map.of(), t);
    }

    private SeeOther done(WorkshopRequest it, String key, String next) {
        boolean byMail = it.facts().contact().mail() != null;
        SeeOther page = SeeOther.to(next);
        return byMail ? statuses.notePosted(page, key, 1) : page.withNotice(key + ".call", 1);
    }

    private static ModelAndView confirm(
            WorkshopRequest it, MailingPreview preview, Form form, String gesture, Words t) {
        return confirm(
                preview,
                form,
                t.say("workshop.request." + gesture + ".confirm"),
                it.facts().asker(),
                WorkshopPage.url(it.typedId()),
                gesture);
    }

    /** Shows a letter before it leaves, and carries the form behind it. */
    static ModelAndView confirm(
            MailingPreview preview, Form form, String title, String record, String url, String gesture) {
        Map<String, String> carried = new LinkedHashMap<>();
        WorkshopRequestForm.CARRIED.stream()
                .filter(form::filled)
                .forEach(name -> carried.put(name, String.join(" ", form.values(name))));
        return new MailingConfirmation(title, record, url, null, preview, url + "/" + gesture, true, carried).view();
    }
}
