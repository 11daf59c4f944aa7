package org.convergence.resources.grant.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.GrantCallId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.GrantApplicationQueries;
import org.convergence.resources.grant.domain.GrantCall;
import org.convergence.resources.grant.domain.GrantCallFacts;
import org.convergence.resources.grant.domain.GrantCallQueries;
import org.convergence.resources.grant.domain.GrantCallQueries.GrantCallDays;
import org.convergence.resources.grant.domain.GrantCallService;
import org.convergence.resources.grant.domain.GrantCallStage;
import org.convergence.resources.grant.web.GrantCallPage.CallFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One call: its page, recording and correcting it. */
@Controller
@RequestMapping("/resources/grant/calls")
@Requires(GrantPermissions.EDIT)
record GrantCallController(
        GrantCallService service,
        GrantCallQueries queries,
        GrantApplicationQueries applications,
        GrantCallForm forms,
        PartyChooser chooser,
        OrganisationSettings settings) {

    private static final int APPLICATIONS = 20;

    @GetMapping("/new")
    ModelAndView add(Words t) {
        return formPage(null, forms.blank(), null, t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return form.submit(
                forms::read,
                input -> SeeOther.to(GrantCallPage.url(service.create(input.facts(), input.newcomer())))
                        .withNotice("grant.call.added"),
                () -> formPage(null, form, null, t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable GrantCallId id, Words t) {
        GrantCall call = service.findById(id);
        return formPage(call, forms.open(call), null, t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable GrantCallId id, Form form, Words t) {
        GrantCall call = service.findById(id);
        return form.submit(
                forms::read,
                input -> {
                    service.update(id, input.version(), input.facts(), input.newcomer());
                    return SeeOther.to(GrantCallPage.url(id)).withNotice("grant.saved");
                },
                () -> formPage(call, form, null, t),
                since -> {
                    GrantCall stands = service.findById(id);
                    return formPage(stands, form, forms.compare(form, stands, since, t), t);
                });
    }

    private ModelAndView formPage(@Nullable GrantCall call, Form form, @Nullable Conflict conflict, Words t) {
        String url = call == null ? GrantMenu.CALLS : GrantCallPage.url(call.typedId());
        String action = call == null ? GrantMenu.CALLS + "/new" : url + "/edit";
        return PageView.of("resources/grant/call-form", forms.page(call, form, action, url, conflict, t));
    }

    @GetMapping("/{id}")
    @Requires(GrantPermissions.READ)
    ModelAndView show(@PathVariable GrantCallId id, Words t) {
        GrantCall call = service.findById(id);
        GrantCallFacts facts = call.facts();
        GrantCallStage stage = queries.findById(id).stage();
        return PageView.of(
                "resources/grant/call",
                new GrantCallPage(
                        id,
                        GrantCallPage.url(id),
                        facts.title(),
                        name(facts.funder().value()),
                        stage.tone(),
                        t.say(stage.key()),
                        facts(facts, t),
                        facts.sourceUrl(),
                        GrantFormatter.decision(call.decision(), this::name, t),
                        stage == GrantCallStage.TO_CHECK,
                        applications.findByCall(id, APPLICATIONS).stream()
                                .map(row -> new GrantCallPage.ApplicationLink(
                                        GrantApplicationPage.url(row.id()),
                                        row.title(),
                                        row.state().tone(),
                                        t.say(row.state().key())))
                                .toList(),
                        CurrentActor.get().may(GrantPermissions.EDIT),
                        ChangeHistory.of(queries.changes(id), "grant", t, (column, value) -> name(value))));
    }

    private List<CallFact> facts(GrantCallFacts facts, Words t) {
        List<CallFact> all = new ArrayList<>();
        Instant closesAt = facts.closesAt();
        add(all, "grant.field.door", t.say(facts.door().key()), t);
        add(
                all,
                "grant.call.deadline",
                closesAt == null
                        ? null
                        : GrantFormatter.deadline(
                                closesAt, facts.zone(), settings.current().zone(), t),
                t);
        GrantCallDays days = queries.calendarFor(facts.closesOn()).daysOf(closesAt, facts.zone());
        add(all, "grant.field.internal", days == null ? null : t.dayAndDate(days.internal()), t);
        add(all, "grant.field.opens_on", facts.opensOn() == null ? null : t.date(facts.opensOn()), t);
        Integer weeks = facts.weeksAhead();
        add(all, "grant.call.yearly", weeks == null ? null : t.say("grant.call.yearly.weeks", weeks), t);
        String amounts = GrantFormatter.amounts(facts.amountFrom(), facts.amountTo(), facts.currency(), t);
        add(all, "grant.call.amount", amounts, t);
        Integer match = facts.matchPercent();
        add(all, "grant.field.match_percent", match == null ? null : t.percent(match, 100), t);
        add(all, "grant.field.cumul", facts.cumul(), t);
        add(all, "grant.field.eligibility", facts.eligibility(), t);
        add(all, "grant.field.documents", facts.documents(), t);
        add(all, "grant.field.checked_on", facts.checkedOn() == null ? null : t.date(facts.checkedOn()), t);
        String responsible =
                facts.responsible() == null ? null : name(facts.responsible().value());
        add(all, "grant.field.responsible", responsible, t);
        return all;
    }

    private static void add(List<CallFact> all, String label, @Nullable String text, Words t) {
        if (text != null) {
            all.add(new CallFact(t.say(label), text));
        }
    }

    private String name(Object id) {
        return chooser.displayName(id.toString());
    }
}
