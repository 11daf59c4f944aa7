package org.convergence.education.workshop.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyUrls;
import org.convergence.education.workshop.WorkshopChannel;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopRequestId;
import org.convergence.education.workshop.WorkshopRequestKind;
import org.convergence.education.workshop.WorkshopRequestState;
import org.convergence.education.workshop.WorkshopSessionState;
import org.convergence.education.workshop.domain.FacilitatorLetterSender;
import org.convergence.education.workshop.domain.WorkshopPolicy;
import org.convergence.education.workshop.domain.WorkshopRequest;
import org.convergence.education.workshop.domain.WorkshopRequest.RefusalAnswer;
import org.convergence.education.workshop.domain.WorkshopRequestFacts;
import org.convergence.education.workshop.domain.WorkshopRequestQueries;
import org.convergence.education.workshop.domain.WorkshopRequestQueries.WorkshopRequestRow;
import org.convergence.education.workshop.domain.WorkshopRequestService;
import org.convergence.education.workshop.domain.WorkshopSessionQueries;
import org.convergence.education.workshop.web.WorkshopPage.RequestPage;
import org.convergence.education.workshop.web.WorkshopPage.WorkshopFact;
import org.convergence.education.workshop.web.WorkshopPage.WorkshopFormPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterFormatter;
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

/** One request: entering it from mail or telephone, its page, and what is marked by hand. */
@Controller
@RequestMapping("/education/workshop/requests")
@Requires(WorkshopPermissions.EDIT)
record WorkshopRequestController(
        WorkshopRequestService requests,
        WorkshopRequestQueries queries,
        WorkshopSessionQueries sessions,
        FacilitatorLetterSender facilitators,
        WorkshopAdvice advice,
        WorkshopRequestForm forms,
        WorkshopForm workshops,
        CopyOrderFormatter orders,
        WorkshopMails mails,
        OrganisationSettings settings) {

    @GetMapping("/new")
    ModelAndView open(Form asked, Words t) {
        Form form = Form.blank()
                .with(WorkshopRequestForm.KIND.name(), WorkshopRequestKind.REQUEST)
                .with(WorkshopRequestForm.CHANNEL.name(), WorkshopChannel.MAIL)
                .with("language", t.language().code());
        mails.prefill(asked, form);
        return formPage(null, form, t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return form.submit(
                answers -> forms.read(answers, answers.get(WorkshopRequestForm.CHANNEL)),
                input -> {
                    SeeOther page = SeeOther.to(WorkshopPage.url(requests.receive(input.facts())));
                    return mails.finish(form)
                            ? page.withWarning("workshop.request.saved.mail-waits")
                            : page.withNotice("workshop.request.saved");
                },
                () -> formPage(null, form, t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable WorkshopRequestId id, Words t) {
        WorkshopRequest it = requests.findById(id);
        return formPage(it, WorkshopRequestForm.open(it), t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable WorkshopRequestId id, Form form, Words t) {
        WorkshopRequest it = requests.findById(id);
        return form.submit(
                answers -> forms.read(answers, it.facts().channel()),
                input -> {
                    requests.correct(id, input.version(), input.facts());
                    return SeeOther.to(WorkshopPage.url(id)).withNotice("workshop.request.saved");
                },
                () -> formPage(it, form, t));
    }

    private ModelAndView formPage(@Nullable WorkshopRequest it, Form form, Words t) {
        String url = it == null ? WorkshopPage.REQUESTS : WorkshopPage.url(it.typedId());
        return PageView.of(
                "education/workshop/request-form",
                new WorkshopFormPage(
                        it == null ? "workshop.request.new" : "workshop.request.edit",
                        it == null ? null : it.facts().asker(),
                        url + (it == null ? "/new" : "/edit"),
                        url,
                        form,
                        Map.of(
                                "workshop",
                                workshops.workshops(),
                                "region",
                                WorkshopFormatter.places(t),
                                "tool",
                                orders.tools(it == null ? null : it.facts().order()),
                                "language",
                                WorkshopForm.languages(t)),
                        forms.organisation(form),
                        forms.responsible(form),
                        List.of()));
    }

    @GetMapping("/{id}")
    @Requires(WorkshopPermissions.READ)
    ModelAndView show(@PathVariable WorkshopRequestId id, Words t) {
        WorkshopRequestRow row = queries.findById(id);
        WorkshopRequest it = requests.findById(id);
        boolean mayEdit = CurrentActor.get().may(WorkshopPermissions.EDIT);
        OrganisationId organisation = it.facts().organisation();
        return PageView.of(
                "education/workshop/request",
                new RequestPage(
                        WorkshopPage.url(id),
                        row.asker(),
                        organisation == null ? null : PartyUrls.of(organisation),
                        it.state(),
                        WorkshopFormatter.standing(row, t),
                        row.isLate(settings.today()),
                        facts(it, row, t),
                        sessions.findByRequest(id).stream()
                                .map(each -> SessionPageAssembler.item(each, settings.today(), t))
                                .toList(),
                        requests.findLetter(id)
                                .map(letter -> LetterFormatter.named(letter, t))
                                .orElse(null),
                        advice(it, t),
                        mayEdit ? WorkshopPolicy.marks(it.state()) : List.of(),
                        it.facts().kind() == WorkshopRequestKind.COPIES,
                        it.handOut() != null,
                        mayEdit && queries.isUntold(id),
                        mayEdit));
    }

    private List<String> advice(WorkshopRequest it, Words t) {
        if (!it.state().isOpen()) {
            return List.of();
        }
        return switch (it.facts().kind()) {
            case REQUEST -> advice.describe(it.facts(), t);
            case COPIES -> orders.describeStock(it.facts().order(), t);
            case QUESTION, NOTICE -> List.of();
        };
    }

    private List<WorkshopFact> facts(WorkshopRequest it, WorkshopRequestRow row, Words t) {
        WorkshopRequestFacts facts = it.facts();
        List<WorkshopFact> all = new ArrayList<>();
        add(all, "workshop.request", t.say(facts.kind().key()), t);
        add(all, "public.workshop.field.tool", orders.describe(facts.order(), t), t);
        add(all, "workshop.copies.handed.field", orders.describeHandOut(it.handOut(), t), t);
        add(all, "public.workshop.field.workshop", row.workshop(), t);
        add(all, "public.workshop.field.name", facts.contact().name(), t);
        add(all, "public.workshop.field.mail", facts.contact().mail(), t);
        add(all, "public.workshop.field.phone", facts.contact().phone(), t);
        add(all, "workshop.field.language", t.languageName(facts.language()), t);
        add(all, "public.workshop.field.where", WorkshopFormatter.place(facts.region(), facts.place(), t), t);
        add(
                all,
                "public.workshop.field.wished",
                t.list(facts.wishedDays().stream().map(t::dayAndDate).toList()),
                t);
        add(all, "public.workshop.field.people", facts.people() == null ? null : t.number(facts.people()), t);
        add(all, "public.workshop.field.purpose", facts.purpose(), t);
        add(all, "public.workshop.field.access", facts.access(), t);
        add(
                all,
                "workshop.field.received",
                t.say(
                        "workshop.request.came",
                        it.receivedOn(),
                        t.say(facts.channel().key())),
                t);
        add(all, "workshop.field.promised", t.date(it.promisedOn()), t);
        add(all, "workshop.field.responsible", row.responsible(), t);
        RefusalAnswer answer = it.answer();
        if (answer != null) {
            add(all, "workshop.field.alternative", t.say(answer.alternative().key()), t);
            add(all, "workshop.field.note", answer.note(), t);
        }
        return all;
    }

    private static void add(List<WorkshopFact> all, String label, @Nullable String text, Words t) {
        if (text != null && !text.isEmpty()) {
            all.add(new WorkshopFact(t.say(label), text));
        }
    }

    @PostMapping("/{id}/mark")
    ModelAndView mark(@PathVariable WorkshopRequestId id, Form form) {
        String url = WorkshopPage.url(id);
        return form.submit(
                answers -> answers.choice("state", WorkshopRequestState.class),
                state -> {
                    boolean isTakenBack =
                            state.isOpen() && requests.findById(id).handOut() != null;
                    requests.mark(id, state);
                    SeeOther next = SeeOther.to(url)
                            .withNotice(isTakenBack ? "workshop.request.copies-back" : "workshop.request.marked");
                    return state == WorkshopRequestState.RECEIVED || state == WorkshopRequestState.WITHDRAWN
                            ? next
                            : next.withUndo(url + "/reopen");
                },
                () -> SeeOther.to(url).withWarning("workshop.refused.state"));
    }

    @PostMapping("/{id}/reopen")
    ModelAndView reopen(@PathVariable WorkshopRequestId id) {
        boolean isTakenBack = requests.findById(id).handOut() != null;
        requests.mark(id, WorkshopRequestState.RECEIVED);
        return SeeOther.to(WorkshopPage.url(id))
                .withNotice(isTakenBack ? "workshop.request.copies-back" : "workshop.request.reopened");
    }

    @PostMapping("/{id}/told")
    ModelAndView markTold(@PathVariable WorkshopRequestId id) {
        requests.markTold(id);
        String url = WorkshopPage.url(id);
        return SeeOther.to(url).withNotice("mail.told.noted").withUndo(url + "/told/undo");
    }

    @PostMapping("/{id}/told/undo")
    ModelAndView undoTold(@PathVariable WorkshopRequestId id) {
        requests.undoTold(id);
        return SeeOther.to(WorkshopPage.url(id)).withNotice("mail.told.undone");
    }

    @PostMapping("/{id}/accept")
    ModelAndView accept(@PathVariable WorkshopRequestId id) {
        requests.accept(id);
        String next = sessions.findByRequest(id).stream()
                .filter(each -> each.state() == WorkshopSessionState.PLANNED)
                .findFirst()
                .map(each -> FacilitatorLetterController.next(each.id(), facilitators, WorkshopPage.url(id)))
                .orElse(WorkshopPage.url(id));
        return SeeOther.to(next).withNotice("workshop.request.scheduled");
    }
}
