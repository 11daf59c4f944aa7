package org.convergence.directory.people.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.NewcomerService;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.merging.AliasRepository;
import org.convergence.platform.access.Requires;
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

/** One organisation: its page, and creating it. */
@Controller
@RequestMapping("/directory/people/organisations")
@Requires(PeoplePermissions.EDIT)
class OrganisationController {

    static final int MOST_PARENTS = 10;

    private final NewcomerService newcomers;
    private final OrganisationPageAssembler pages;
    private final PartyChooser chooser;
    private final AliasRepository aliases;

    OrganisationController(
            NewcomerService newcomers, OrganisationPageAssembler pages, PartyChooser chooser, AliasRepository aliases) {
        this.newcomers = newcomers;
        this.pages = pages;
        this.chooser = chooser;
        this.aliases = aliases;
    }

    private record OrganisationInput(OrganisationFacts facts, ChosenParties<OrganisationId> parents) {}

    @GetMapping("/{id}")
    @Requires(PeoplePermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return aliases.findKeptId(id)
                .<ModelAndView>map(kept -> SeeOther.to(OrganisationPageAssembler.url(new OrganisationId(kept)))
                        .withNotice("people.replace.moved"))
                .orElseGet(
                        () -> PageView.of("directory/people/organisation", pages.assemble(new OrganisationId(id), t)));
    }

    @GetMapping("/new")
    ModelAndView blank(Form asked, Words t) {
        return addition(Form.blank().with("name", asked.value("name").strip()), null, t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        var called = new OrganisationName[1];
        return form.submit(
                answers -> {
                    var entry = new OrganisationInput(
                            OrganisationForm.read(form, answers),
                            chooser.chosenOrganisations(form, "parents", MOST_PARENTS));
                    called[0] = answers.checkbox("anyway")
                            ? null
                            : newcomers
                                    .findOrganisationByName(entry.facts().name())
                                    .orElse(null);
                    if (called[0] != null) {
                        form.reject("name", "people.organisation.called");
                    }
                    return entry;
                },
                entry -> {
                    OrganisationId id = newcomers.createOrganisation(entry.facts(), entry.parents());
                    return SeeOther.to(OrganisationPageAssembler.url(id))
                            .withNotice("people.organisation.added")
                            .withUndo(OrganisationPageAssembler.url(id) + "/remove?version=1");
                },
                () -> addition(form, called[0], t));
    }

    private ModelAndView addition(Form form, @Nullable OrganisationName called, Words t) {
        return PageView.of(
                "directory/people/organisation-form",
                new OrganisationFormPage(
                        null,
                        OrganisationListPage.LIST + "/new",
                        OrganisationListPage.LIST,
                        form,
                        null,
                        OrganisationFormPage.OrganisationChoices.of(t),
                        chooser.organisations(form, "parents", MOST_PARENTS, List.of()),
                        called == null
                                ? null
                                : new OrganisationPage.PartyLink(
                                        called.inFull(), OrganisationPageAssembler.url(called.id()))));
    }
}
