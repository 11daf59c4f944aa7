package org.convergence.resources.prospect.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.prospect.ProspectId;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.domain.NextStep;
import org.convergence.resources.prospect.domain.Prospect;
import org.convergence.resources.prospect.domain.ProspectService;
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

    private final ProspectService keeping;
    private final ProspectPageAssembler pages;
    private final PartyChooser chooser;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;

    ProspectController(
            ProspectService keeping,
            ProspectPageAssembler pages,
            PartyChooser chooser,
            PeopleDirectory people,
            OrganisationSettings settings) {
        this.keeping = keeping;
        this.pages = pages;
        this.chooser = chooser;
        this.people = people;
        this.settings = settings;
    }

    private record ProspectInput(
            @Nullable Party known,
            @Nullable String newcomer,
            @Nullable PersonId follower,
            @Nullable NextStep next) {}

    private record FollowerInput(
            int version,
            @Nullable PersonId follower,
            @Nullable NextStep next) {}

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
                            : people.findOrCreateOrganisation(named.newcomer());
                    ProspectId id = keeping.add(party, named.follower(), named.next());
                    return SeeOther.to(ProspectUrls.prospect(id.value())).withNotice("prospect.added");
                },
                () -> adding(form));
    }

    private ProspectInput named(Form form, FormValues answers) {
        ChosenParties<OrganisationId> organisation = chooser.chosenOrganisations(form, ProspectForm.ORGANISATION, 1);
        ChosenParties<PersonId> person = chooser.chosenPersons(form, ProspectForm.PERSON, 1);
        boolean one = organisation.isEmpty() != (person.first() == null);
        if (!one && form.problems().isEmpty()) {
            form.reject(
                    ProspectForm.ORGANISATION,
                    organisation.isEmpty() ? "shell.form.required" : "prospect.refused.both");
        }
        return new ProspectInput(
                person.first() != null ? person.first() : organisation.first(),
                organisation.newcomers().isEmpty()
                        ? null
                        : organisation.newcomers().get(0),
                follower(form),
                ProspectForm.next(form, answers));
    }

    private @Nullable PersonId follower(Form form) {
        return chooser.chosenPersons(form, ProspectForm.FOLLOWER, 1).first();
    }

    private ModelAndView adding(Form form) {
        return PageView.of(
                FORM,
                new ProspectFormPage(
                        "prospect.new",
                        null,
                        ProspectUrls.HOME + "/new",
                        ProspectUrls.HOME,
                        form,
                        chooser.organisations(form, ProspectForm.ORGANISATION, 1, List.of()),
                        chooser.persons(form, ProspectForm.PERSON, 1, List.of()),
                        chooser.persons(form, ProspectForm.FOLLOWER, 1, List.of()),
                        List.of()));
    }

    @GetMapping("/{id}")
    @Requires(ProspectPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return PageView.of(
                "resources/prospect/prospect",
                pages.assemble(keeping.findById(new ProspectId(id)), ProspectForm.blankStep(settings.today()), t));
    }

    @GetMapping("/{id}/follow")
    ModelAndView follow(@PathVariable UUID id) {
        Prospect it = keeping.findById(new ProspectId(id));
        PersonId by = it.followerId();
        return following(
                it,
                Form.blank()
                        .atVersion(it.version())
                        .with(ProspectForm.FOLLOWER, by == null ? List.of() : List.of(by))
                        .with("next", it.nextGesture())
                        .with("nextOn", it.nextOn()));
    }

    @PostMapping("/{id}/follow")
    ModelAndView follow(@PathVariable UUID id, Form form) {
        Prospect it = keeping.findById(new ProspectId(id));
        return form.submit(
                answers -> new FollowerInput(answers.version(), follower(form), ProspectForm.next(form, answers)),
                said -> {
                    keeping.follow(it.typedId(), said.version(), said.follower(), said.next());
                    return SeeOther.to(ProspectUrls.prospect(id)).withNotice("prospect.saved");
                },
                () -> following(it, form));
    }

    private ModelAndView following(Prospect it, Form form) {
        String url = ProspectUrls.prospect(it.id());
        return PageView.of(
                FORM,
                new ProspectFormPage(
                        "prospect.follow",
                        pages.name(it),
                        url + "/follow",
                        url,
                        form,
                        null,
                        null,
                        chooser.persons(form, ProspectForm.FOLLOWER, 1, List.of()),
                        List.of()));
    }
}
