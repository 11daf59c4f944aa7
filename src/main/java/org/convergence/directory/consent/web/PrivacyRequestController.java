package org.convergence.directory.consent.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.domain.RequestDesk;
import org.convergence.directory.consent.domain.RequestDesk.PrivacyRequest;
import org.convergence.directory.consent.domain.RequestFacts;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.Chosen;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
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
class PrivacyRequestController {

    private static final String URL = PrivacyController.DESK + "/requests";
    private static final String PERSON = "person";

    private final RequestDesk desk;
    private final Chooser chooser;
    private final OrganisationSettings settings;

    PrivacyRequestController(RequestDesk desk, Chooser chooser, OrganisationSettings settings) {
        this.desk = desk;
        this.chooser = chooser;
        this.settings = settings;
    }

    /** The outcome of a request. */
    private enum Outcome {
        GRANTED,
        REFUSED
    }

    private record Change(int version, RequestFacts facts) {}

    @GetMapping("/new")
    ModelAndView blank(Words t) {
        return page(URL, Form.blank().with("received", settings.today()), t);
    }

    @PostMapping
    ModelAndView enter(Form form, Words t) {
        return form.submit(
                answers -> read(form, answers),
                facts -> {
                    desk.enter(facts);
                    return Go.to(PrivacyController.DESK).saying("consent.request.entered");
                },
                () -> page(URL, form, t));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, Words t) {
        return page(URL + "/" + id, form(desk.find(id)), t);
    }

    @PostMapping("/{id}")
    ModelAndView settle(@PathVariable UUID id, Form form, Words t) {
        desk.find(id);
        return form.submit(
                answers -> new Change(answers.version(), read(form, answers)),
                change -> {
                    desk.settle(id, change.version(), change.facts());
                    return Go.to(PrivacyController.DESK).saying("consent.request.settled");
                },
                () -> page(URL + "/" + id, form, t));
    }

    private ModelAndView page(String action, Form form, Words t) {
        form.restore(action);
        return Page.of(
                "directory/consent/request",
                new PrivacyRequestPage(
                        action,
                        form,
                        chooser.persons(form, PERSON, 1, List.of()),
                        Stream.of(RequestFacts.Kind.values())
                                .map(each -> Option.of(each, t.say(each.key())))
                                .toList(),
                        List.of(
                                Option.of(Outcome.GRANTED, t.say("consent.request.outcome.granted")),
                                Option.of(Outcome.REFUSED, t.say("consent.request.outcome.refused")))));
    }

    private static Form form(PrivacyRequest it) {
        RequestFacts facts = it.facts();
        Boolean granted = facts.granted();
        return Form.blank()
                .at(it.version())
                .with(PERSON, facts.person() == null ? null : facts.person().value())
                .with("kind", facts.kind())
                .with("asked", facts.asked())
                .with("received", facts.receivedOn())
                .with("answered", facts.answeredOn())
                .with("outcome", outcome(granted))
                .with("answer", facts.answer());
    }

    private static @Nullable Outcome outcome(@Nullable Boolean granted) {
        if (granted == null) {
            return null;
        }
        return granted ? Outcome.GRANTED : Outcome.REFUSED;
    }

    private RequestFacts read(Form form, Answers answers) {
        Chosen<PersonId> person = chooser.chosenPersons(form, PERSON, 1);
        Outcome outcome = answers.optionalChoice("outcome", Outcome.class);
        return new RequestFacts(
                person.known().isEmpty() ? null : person.known().get(0),
                answers.choice("kind", RequestFacts.Kind.class),
                answers.text("asked", 4_000),
                answers.date("received"),
                answers.optionalDate("answered"),
                outcome == null ? null : outcome == Outcome.GRANTED,
                answers.optionalText("answer", 4_000));
    }
}
