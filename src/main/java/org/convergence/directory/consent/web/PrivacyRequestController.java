package org.convergence.directory.consent.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.domain.PrivacyRequestService;
import org.convergence.directory.consent.domain.PrivacyRequestService.PrivacyRequest;
import org.convergence.directory.consent.domain.PrivacyRequestService.PrivacyRequestFacts;
import org.convergence.directory.consent.web.PrivacyPage.PrivacyRequestPage;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
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

/** A request about personal data: creating and answering it. */
@Controller
@RequestMapping("/directory/consent/privacy/requests")
@Requires(ConsentPermissions.PRIVACY)
record PrivacyRequestController(PrivacyRequestService requests, PartyChooser chooser, OrganisationSettings settings) {

    private static final String URL = PrivacyController.DESK + "/requests";
    private static final String PERSON = "person";

    /** The outcome of a request. */
    private enum PrivacyRequestOutcome {
        GRANTED,
        REFUSED
    }

    private record PrivacyRequestChange(int version, PrivacyRequestFacts facts) {}

    @GetMapping("/new")
    ModelAndView blank(Words t) {
        return page(URL, Form.blank().with("received", settings.today()), t);
    }

    @PostMapping
    ModelAndView enter(Form form, Words t) {
        return form.submit(
                answers -> read(form, answers),
                facts -> requests.create(facts),
                SeeOther.to(PrivacyController.DESK).withNotice("consent.request.entered"),
                () -> page(URL, form, t));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, Words t) {
        return page(URL + "/" + id, form(requests.findById(id)), t);
    }

    @PostMapping("/{id}")
    ModelAndView update(@PathVariable UUID id, Form form, Words t) {
        requests.findById(id);
        return form.submit(
                answers -> new PrivacyRequestChange(answers.version(), read(form, answers)),
                change -> requests.update(id, change.version(), change.facts()),
                SeeOther.to(PrivacyController.DESK).withNotice("consent.request.settled"),
                () -> page(URL + "/" + id, form, t));
    }

    private ModelAndView page(String action, Form form, Words t) {
        form.restore(action);
        return PageView.of(
                "directory/consent/request",
                new PrivacyRequestPage(
                        action,
                        form,
                        chooser.persons(form, PERSON, 1, List.of()),
                        Stream.of(PrivacyRequestFacts.PrivacyRequestKind.values())
                                .map(each -> Option.of(each, t.say(each.key())))
                                .toList(),
                        List.of(
                                Option.of(PrivacyRequestOutcome.GRANTED, t.say("consent.request.outcome.granted")),
                                Option.of(PrivacyRequestOutcome.REFUSED, t.say("consent.request.outcome.refused")))));
    }

    private static Form form(PrivacyRequest it) {
        PrivacyRequestFacts facts = it.facts();
        Boolean granted = facts.granted();
        return Form.blank()
                .atVersion(it.version())
                .with(PERSON, facts.person() == null ? null : facts.person().value())
                .with("kind", facts.kind())
                .with("asked", facts.asked())
                .with("received", facts.receivedOn())
                .with("answered", facts.answeredOn())
                .with("outcome", outcome(granted))
                .with("answer", facts.answer());
    }

    private static @Nullable PrivacyRequestOutcome outcome(@Nullable Boolean granted) {
        if (granted == null) {
            return null;
        }
        return granted ? PrivacyRequestOutcome.GRANTED : PrivacyRequestOutcome.REFUSED;
    }

    private PrivacyRequestFacts read(Form form, FormValues answers) {
        ChosenParties<PersonId> person = chooser.chosenPersons(form, PERSON, 1);
        PrivacyRequestOutcome outcome = answers.optionalChoice("outcome", PrivacyRequestOutcome.class);
        return new PrivacyRequestFacts(
                person.known().isEmpty() ? null : person.known().get(0),
                answers.choice("kind", PrivacyRequestFacts.PrivacyRequestKind.class),
                answers.text("asked", 4_000),
                answers.date("received"),
                answers.optionalDate("answered"),
                outcome == null ? null : outcome == PrivacyRequestOutcome.GRANTED,
                answers.optionalText("answer", 4_000));
    }
}
