package org.convergence.cooperation.partner.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.cooperation.partner.domain.PartnerRequestQueries;
import org.convergence.cooperation.partner.domain.PartnerRequestQueries.PartnerRequestRow;
import org.convergence.cooperation.partner.domain.PartnerRequestService;
import org.convergence.cooperation.partner.domain.PartnerRequestService.PartnerRequestFacts;
import org.convergence.cooperation.partner.domain.PartnerRequestService.PartnerRequestId;
import org.convergence.cooperation.partner.domain.PartnerRequestService.PartnerRequestState;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerFactPart;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerRequestPage;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerRequestPage.PartnerRequestFormPage;
import org.convergence.cooperation.partner.web.PartnerRequestForm.RequestAnswer;
import org.convergence.cooperation.partner.web.PartnerRequestForm.RequestAnswerInput;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.people.ChosenParty;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.SinglePartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.publicform.PublicLanguages;
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

/** One request: recording and weighing it, its page, and our answer. */
@Controller
@RequestMapping("/cooperation/partner/requests")
@Requires(PartnerPermissions.FOLLOW)
record PartnerRequestController(
        PartnerRequestService requests,
        PartnerRequestQueries queries,
        PartnerRequestForm forms,
        SinglePartyChooser parties,
        PartyChooser chooser,
        PartnerRequestMails mails,
        PublicLanguages languages,
        OrganisationSettings settings) {

    @GetMapping("/new")
    ModelAndView open(Form asked) {
        LocalDate today = settings.today();
        Form form = Form.blank()
                .with(SinglePartyChooser.ORGANISATION, asked.value(SinglePartyChooser.ORGANISATION))
                .with(SinglePartyChooser.PERSON, asked.value(SinglePartyChooser.PERSON))
                .with(PartnerRequestForm.CHANNEL.name(), ExchangeChannel.MAIL)
                .with(PartnerRequestForm.RECEIVED.name(), today)
                .with(PartnerRequestForm.PROMISED.name(), today.plusDays(PartnerRequestService.USUAL_DAYS));
        mails.prefill(asked, form, today);
        return formPage(form, null);
    }

    private record NewRequestInput(ChosenParty from, PartnerRequestFacts facts) {}

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                answers -> new NewRequestInput(parties.read(answers), forms.read(answers)),
                input -> {
                    SeeOther page = SeeOther.to(PartnerRequestPage.url(
                            requests.receive(parties.findOrCreate(input.from()), input.facts())));
                    return mails.finish(form)
                            ? page.withWarning("partner.request.received.mail-waits")
                            : page.withNotice("partner.request.received");
                },
                () -> formPage(form, null));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable PartnerRequestId id) {
        PartnerRequestRow it = queries.findById(id);
        Form form = PartnerRequestForm.open(it);
        return formPage(
                it.party() == null && it.isByForm() ? SinglePartyChooser.fillTyped(form, it.asker()) : form, it);
    }

    private record RequestCorrection(int version, PartnerRequestFacts facts, ChosenParty from) {}

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable PartnerRequestId id, Form form) {
        return form.submit(
                answers -> new RequestCorrection(answers.version(), forms.read(answers), parties.find(answers)),
                input -> {
                    requests.correct(
                            id,
                            input.version(),
                            input.facts(),
                            input.from().isEmpty() ? null : parties.findOrCreate(input.from()));
                    return SeeOther.to(PartnerRequestPage.url(id)).withNotice("partner.saved");
                },
                () -> formPage(form, queries.findById(id)));
    }

    private ModelAndView formPage(Form form, @Nullable PartnerRequestRow it) {
        String url = it == null ? PartnerRequestPage.LIST : PartnerRequestPage.url(it.id());
        return PageView.of(
                "cooperation/partner/request-form",
                new PartnerRequestFormPage(
                        it == null ? "partner.request.new" : "partner.request.edit",
                        it == null ? null : it.title(),
                        url + (it == null ? "/new" : "/edit"),
                        url,
                        form,
                        it == null || it.party() == null ? parties.organisation(form) : null,
                        it == null || it.party() == null ? parties.person(form) : null,
                        chooser.responsible(form, PartnerRequestForm.RESPONSIBLE)));
    }

    @GetMapping("/{id}")
    @Requires(PartnerPermissions.READ)
    ModelAndView show(@PathVariable PartnerRequestId id, Words t) {
        PartnerRequestRow it = queries.findById(id);
        Form form = Form.blank()
                .atVersion(it.version())
                .with(PartnerRequestForm.SUMMARY.name(), it.details().isEmpty() ? it.needs() : it.details())
                .with(
                        PartnerRequestForm.REPLY.name(),
                        PartnerRequestFormatter.reply(it, settings.current().name(), wordsFor(it, t)));
        return page(it, form, t);
    }

    /** The words of the reply, in the language of the asker where the form told it. */
    private Words wordsFor(PartnerRequestRow it, Words t) {
        return it.language().isEmpty() ? t : languages.wordsFor(it.language());
    }

    private ModelAndView page(PartnerRequestRow it, Form form, Words t) {
        boolean follows = CurrentActor.get().may(PartnerPermissions.FOLLOW);
        LocalDate today = settings.today();
        Party party = it.party();
        return PageView.of(
                "cooperation/partner/request",
                new PartnerRequestPage(
                        PartnerRequestPage.url(it.id()),
                        it.title(),
                        it.partyName().isEmpty() ? t.say("partner.request.erased") : it.partyName(),
                        party == null ? null : PartyUrls.of(party),
                        it.state().tone(),
                        PartnerRequestFormatter.state(it, t),
                        PartnerRequestFormatter.standing(it, today, t),
                        it.isLate(today),
                        facts(it, t),
                        weights(it, t),
                        it.reply(),
                        it.project() == null
                                ? null
                                : "/cooperation/project/" + it.project().value(),
                        PartnerRequestFormatter.lead(it, t),
                        party == null
                                ? null
                                : "/directory/exchange/new?" + (party.person() == null ? "organisation=" : "person=")
                                        + party.value() + "&from=" + PartnerRequestPage.url(it.id()),
                        follows,
                        follows && it.mayReopen(),
                        follows && it.isUntold(),
                        follows && it.isByForm() && it.state() == PartnerRequestState.OPEN,
                        follows
                                        && (it.state() == PartnerRequestState.OPEN
                                                || !form.problems().isEmpty())
                                ? form
                                : null));
    }

    private static List<PartnerFactPart> facts(PartnerRequestRow it, Words t) {
        List<PartnerFactPart> facts = new ArrayList<>();
        facts.add(new PartnerFactPart(
                t.say("partner.request.came"),
                t.say(
                        "partner.request.came.how",
                        it.receivedOn(),
                        t.say(
                                it.isByForm()
                                        ? "partner.request.by-form"
                                        : it.channel().key()))));
        addWritten(facts, "partner.request.contact", contact(it), t);
        addWritten(facts, "partner.request.language", it.language().isEmpty() ? "" : t.languageName(it.language()), t);
        facts.add(new PartnerFactPart(t.say("partner.request.promised_on"), t.date(it.promisedOn())));
        facts.add(new PartnerFactPart(
                t.say("partner.request.responsible"),
                it.responsibleName() == null ? t.say("partner.nobody-leads") : it.responsibleName()));
        addWritten(facts, "partner.request.details", it.details(), t);
        addWritten(
                facts,
                it.state() == PartnerRequestState.ELSEWHERE ? "partner.request.where" : "partner.request.reason",
                it.reason(),
                t);
        return facts;
    }

    private static String contact(PartnerRequestRow it) {
        return Stream.of(it.contactName(), it.contactReach())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static List<PartnerFactPart> weights(PartnerRequestRow it, Words t) {
        List<PartnerFactPart> weights = new ArrayList<>();
        addWritten(weights, "partner.request.needs", it.needs(), t);
        addWritten(weights, "partner.request.feasibility", it.feasibility(), t);
        addWritten(weights, "partner.request.capacity", it.capacity(), t);
        addWritten(weights, "partner.request.funding", it.funding(), t);
        return weights;
    }

    private static void addWritten(List<PartnerFactPart> facts, String key, String text, Words t) {
        if (!text.isEmpty()) {
            facts.add(new PartnerFactPart(t.say(key), text));
        }
    }

    @PostMapping("/{id}/answer")
    ModelAndView answer(@PathVariable PartnerRequestId id, Form form, Words t) {
        return form.submit(
                PartnerRequestForm::readAnswer,
                input -> answer(id, input, t),
                () -> page(queries.findById(id), form, t));
    }

    private ModelAndView answer(PartnerRequestId id, RequestAnswerInput input, Words t) {
        String url = PartnerRequestPage.url(id);
        PartnerRequestRow it = queries.findById(id);
        String reply =
                PartnerRequestFormatter.complete(it, input, settings.current().name(), wordsFor(it, t));
        if (input.answer() == RequestAnswer.PROJECT) {
            ProjectId project =
                    requests.accept(id, input.version(), Objects.requireNonNull(input.role()), input.summary(), reply);
            String next =
                    CurrentActor.get().may(ProjectPermissions.READ) ? "/cooperation/project/" + project.value() : url;
            return SeeOther.to(next).withNotice("partner.request.accepted");
        }
        if (input.answer() != RequestAnswer.REFUSED) {
            requests.passOn(id, input.version(), input.reason(), input.answer().lead(), reply);
        } else {
            requests.refuse(id, input.version(), input.reason(), reply);
        }
        return SeeOther.to(url)
                .withNotice(
                        input.answer() == RequestAnswer.REFUSED
                                ? "partner.request.declined"
                                : "partner.request.continued")
                .withUndo(url + "/reopen");
    }

    @PostMapping("/{id}/told")
    ModelAndView markTold(@PathVariable PartnerRequestId id) {
        requests.markTold(id);
        return SeeOther.to(PartnerRequestPage.url(id)).withNotice("partner.saved");
    }

    @PostMapping("/{id}/discard")
    ModelAndView discard(@PathVariable PartnerRequestId id) {
        requests.discard(id);
        String url = PartnerRequestPage.url(id);
        return SeeOther.to(url).withNotice("partner.request.discarded").withUndo(url + "/reopen");
    }

    @PostMapping("/{id}/reopen")
    ModelAndView reopen(@PathVariable PartnerRequestId id) {
        requests.reopen(id);
        return SeeOther.to(PartnerRequestPage.url(id)).withNotice("partner.request.reopened");
    }
}
