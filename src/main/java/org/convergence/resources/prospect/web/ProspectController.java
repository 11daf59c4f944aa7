package org.convergence.resources.prospect.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.Chosen;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.convergence.resources.prospect.ProspectId;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.domain.Next;
import org.convergence.resources.prospect.domain.Prospect;
import org.convergence.resources.prospect.domain.ProspectKeeping;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Adds and shows a prospect, and sets its follower. */
@Controller
@RequestMapping("/resources/prospect")
@Requires(ProspectPermissions.FOLLOW)
class ProspectController {

    private static final String FORM = "resources/prospect/prospect-form";
    private static final int WEEK = 7;

    private final ProspectKeeping keeping;
    private final ProspectPages pages;
    private final Chooser chooser;
    private final People people;
    private final OrganisationSettings settings;

    ProspectController(
            ProspectKeeping keeping,
            ProspectPages pages,
            Chooser chooser,
            People people,
            OrganisationSettings settings) {
        this.keeping = keeping;
        this.pages = pages;
        this.chooser = chooser;
        this.people = people;
        this.settings = settings;
    }

    private record Named(
            @Nullable Party known,
            @Nullable String newcomer,
            @Nullable PersonId follower,
            @Nullable Next next) {}

    private record Followed(
            int version,
            @Nullable PersonId follower,
            @Nullable Next next) {}

    @GetMapping("/new")
    ModelAndView add() {
        return adding(Form.blank().with("nextOn", settings.today().plusDays(WEEK)));
    }

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                answers -> named(form, answers),
                named -> {
                    Party party = named.newcomer() == null
                            ? Objects.requireNonNull(named.known())
                            : people.organisationNamed(named.newcomer());
                    ProspectId id = keeping.add(party, named.follower(), named.next());
                    return Go.to(ProspectUrls.prospect(id.value())).saying("prospect.added");
                },
                () -> adding(form));
    }

    private Named named(Form form, Answers answers) {
        Chosen<OrganisationId> organisation = chooser.chosenOrganisations(form, ProspectForms.ORGANISATION, 1);
        Chosen<PersonId> person = chooser.chosenPersons(form, ProspectForms.PERSON, 1);
        boolean one = organisation.isEmpty() != (person.first() == null);
        if (!one && form.problems().isEmpty()) {
            form.reject(
                    ProspectForms.ORGANISATION,
                    organisation.isEmpty() ? "shell.form.required" : "prospect.refused.both");
        }
        return new Named(
                person.first() != null ? person.first() : organisation.first(),
                organisation.newcomers().isEmpty()
                        ? null
                        : organisation.newcomers().get(0),
                follower(form),
                ProspectForms.next(form, answers));
    }

    private @Nullable PersonId follower(Form form) {
        return chooser.chosenPersons(form, ProspectForms.FOLLOWER, 1).first();
    }

    private ModelAndView adding(Form form) {
        return Page.of(
                FORM,
                new ProspectFormPage(
                        "prospect.new",
                        null,
                        ProspectUrls.HOME + "/new",
                        ProspectUrls.HOME,
                        form,
                        chooser.organisations(form, ProspectForms.ORGANISATION, 1, List.of()),
                        chooser.persons(form, ProspectForms.PERSON, 1, List.of()),
                        chooser.persons(form, ProspectForms.FOLLOWER, 1, List.of()),
                        List.of()));
    }

    @GetMapping("/{id}")
    @Requires(ProspectPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return Page.of(
                "resources/prospect/prospect",
                pages.of(keeping.one(new ProspectId(id)), ProspectForms.blankStep(settings.today()), t));
    }

    @GetMapping("/{id}/follow")
    ModelAndView follow(@PathVariable UUID id) {
        Prospect it = keeping.one(new ProspectId(id));
        PersonId by = it.followedBy();
        return following(
                it,
                Form.blank()
                        .at(it.version())
                        .with(ProspectForms.FOLLOWER, by == null ? List.of() : List.of(by))
                        .with("next", it.nextGesture())
                        .with("nextOn", it.nextOn()));
    }

    @PostMapping("/{id}/follow")
    ModelAndView follow(@PathVariable UUID id, Form form) {
        Prospect it = keeping.one(new ProspectId(id));
        return form.submit(
                answers -> new Followed(answers.version(), follower(form), ProspectForms.next(form, answers)),
                said -> {
                    keeping.follow(it.typedId(), said.version(), said.follower(), said.next());
                    return Go.to(ProspectUrls.prospect(id)).saying("prospect.saved");
                },
                () -> following(it, form));
    }

    private ModelAndView following(Prospect it, Form form) {
        String url = ProspectUrls.prospect(it.id());
        return Page.of(
                FORM,
                new ProspectFormPage(
                        "prospect.follow",
                        pages.name(it),
                        url + "/follow",
                        url,
                        form,
                        null,
                        null,
                        chooser.persons(form, ProspectForms.FOLLOWER, 1, List.of()),
                        List.of()));
    }
}
