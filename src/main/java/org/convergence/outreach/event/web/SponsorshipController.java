package org.convergence.outreach.event.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.DecisionForm;
import org.convergence.directory.people.PartyChooser;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.SponsorshipId;
import org.convergence.outreach.event.domain.EventQueries;
import org.convergence.outreach.event.domain.Sponsorship;
import org.convergence.outreach.event.domain.Sponsorship.SponsorshipFacts;
import org.convergence.outreach.event.domain.Sponsorship.SponsorshipState;
import org.convergence.outreach.event.domain.SponsorshipService;
import org.convergence.outreach.event.web.SponsorshipPage.SponsorshipFormPage;
import org.convergence.plan.checklist.Checklists;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.LedgerPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A sponsorship of an event: proposal, decision, tasks, invoice. */
@Controller
@RequestMapping("/outreach/event")
@Requires(EventPermissions.EDIT)
record SponsorshipController(
        SponsorshipService sponsorships,
        EventQueries events,
        Checklists checklists,
        PartyChooser chooser,
        DecisionForm decisions,
        OrganisationSettings settings) {

    private static final String ORGANISATION = "organisation";
    private static final String AMOUNT = "amount";
    private static final Set<String> DECISIONS = Set.of("accept", "refuse", "end");

    @GetMapping("/{event}/sponsorships/new")
    ModelAndView open(@PathVariable EventId event) {
        return facts(event, null, Form.blank().with(SponsorshipForm.NAMED.name(), true));
    }

    @PostMapping("/{event}/sponsorships/new")
    ModelAndView propose(@PathVariable EventId event, Form form) {
        return form.submit(
                this::read, facts -> saved(sponsorships.save(event, null, 0, facts)), () -> facts(event, null, form));
    }

    private SponsorshipFacts read(FormValues answers) {
        var organisation = chooser.chosenOrganisations(answers.form(), ORGANISATION, 1);
        if (organisation.isEmpty() && answers.form().problem(ORGANISATION) == null) {
            answers.reject(ORGANISATION, "shell.form.required");
        }
        BigDecimal amount = EventForm.amount(answers, AMOUNT);
        return new SponsorshipFacts(
                organisation,
                amount == null || amount.signum() == 0 ? null : amount,
                answers.find(SponsorshipForm.IN_KIND),
                Objects.requireNonNullElse(answers.find(SponsorshipForm.COUNTERPARTS), ""),
                answers.get(SponsorshipForm.NAMED));
    }

    private static SeeOther saved(SponsorshipId id) {
        return SeeOther.to(SponsorshipPage.url(id)).withNotice("event.saved");
    }

    private ModelAndView facts(EventId event, @Nullable Sponsorship it, Form form) {
        return PageView.of(
                "outreach/event/sponsorship-form",
                new SponsorshipFormPage(
                        it == null ? "new" : "edit",
                        events.findById(event),
                        it == null ? null : it.organisationName(),
                        it == null
                                ? EventPage.url(event) + "/sponsorships/new"
                                : SponsorshipPage.url(it.id()) + "/edit",
                        it == null ? EventPage.url(event) : SponsorshipPage.url(it.id()),
                        form,
                        chooser.organisations(form, ORGANISATION, 1, List.of()),
                        List.of()));
    }

    @GetMapping("/sponsorships/{id}")
    @Requires(EventPermissions.READ)
    ModelAndView show(@PathVariable SponsorshipId id, Words t) {
        Sponsorship it = sponsorships.findById(id);
        boolean edits = CurrentActor.get().may(EventPermissions.EDIT);
        return PageView.of(
                "outreach/event/sponsorship",
                new SponsorshipPage(
                        events.findById(it.event()),
                        CurrentActor.get().may(EventPermissions.READ_SUMS) ? it : it.withoutAmount(),
                        events.isToCredit(id),
                        checklists.part(
                                SponsorshipService.KIND,
                                id.value(),
                                edits && it.state() == SponsorshipState.ACCEPTED,
                                t),
                        edits,
                        CurrentActor.get().may(EventPermissions.ACCEPT_SPONSORS),
                        CurrentActor.get().may(LedgerPermissions.ISSUE),
                        Form.blank()
                                .with("language", settings.current().spoken().get(0)),
                        Language.SPOKEN.stream()
                                .map(each -> new Option(each, t.languageName(each)))
                                .toList()));
    }

    @GetMapping("/sponsorships/{id}/edit")
    ModelAndView edit(@PathVariable SponsorshipId id) {
        Sponsorship it = sponsorships.findById(id);
        return facts(
                it.event(),
                it,
                SponsorshipForm.FIELDS
                        .open(it)
                        .atVersion(it.version())
                        .with(ORGANISATION, it.organisation())
                        .with(AMOUNT, it.amount()));
    }

    private record SponsorshipChange(int version, SponsorshipFacts facts) {}

    @PostMapping("/sponsorships/{id}/edit")
    ModelAndView edit(@PathVariable SponsorshipId id, Form form) {
        Sponsorship it = sponsorships.findById(id);
        return form.submit(
                answers -> new SponsorshipChange(answers.version(), read(answers)),
                change -> saved(sponsorships.save(it.event(), id, change.version(), change.facts())),
                () -> facts(it.event(), it, form));
    }

    @GetMapping("/sponsorships/{id}/{step}")
    @Requires(EventPermissions.ACCEPT_SPONSORS)
    ModelAndView decide(@PathVariable SponsorshipId id, @PathVariable String step, Words t) {
        Sponsorship it = find(id, step);
        return decision(it, step, Form.blank().atVersion(it.version()).with("date", settings.today()), t);
    }

    private record SponsorshipDecision(int version, Decision decision, String words) {}

    @PostMapping("/sponsorships/{id}/{step}")
    @Requires(EventPermissions.ACCEPT_SPONSORS)
    ModelAndView decide(@PathVariable SponsorshipId id, @PathVariable String step, Form form, Words t) {
        Sponsorship it = find(id, step);
        decisions.cite(form);
        return form.submit(
                answers -> new SponsorshipDecision(
                        answers.version(),
                        DecisionForm.read(answers),
                        answers.get(step.equals("accept") ? SponsorshipForm.CHECKED : SponsorshipForm.REASON)),
                made -> {
                    switch (step) {
                        case "accept" -> sponsorships.accept(id, made.version(), made.decision(), made.words());
                        case "refuse" -> sponsorships.refuse(id, made.version(), made.decision(), made.words());
                        default -> sponsorships.end(id, made.version(), made.decision(), made.words());
                    }
                    return saved(id);
                },
                () -> decision(it, step, form, t));
    }

    private Sponsorship find(SponsorshipId id, String step) {
        if (!DECISIONS.contains(step)) {
            throw new NotFound("sponsorship");
        }
        return sponsorships.findById(id);
    }

    private ModelAndView decision(Sponsorship it, String step, Form form, Words t) {
        String url = SponsorshipPage.url(it.id());
        return PageView.of(
                "outreach/event/sponsorship-form",
                new SponsorshipFormPage(
                        step,
                        events.findById(it.event()),
                        it.organisationName(),
                        url + "/" + step,
                        url,
                        form,
                        null,
                        decisions.options(t)));
    }

    @PostMapping("/sponsorships/{id}/invoice")
    @Requires(LedgerPermissions.ISSUE)
    ModelAndView invoice(@PathVariable SponsorshipId id, Form form) {
        return SeeOther.to("/resources/ledger/invoices/"
                + sponsorships.issue(id, form.value("language")).value());
    }
}
