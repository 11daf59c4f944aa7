package org.convergence.directory.people.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.Chosen;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.Newcomers;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.merging.Aliases;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
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

    private final Newcomers newcomers;
    private final OrganisationPages pages;
    private final Chooser chooser;
    private final Aliases aliases;

    OrganisationController(Newcomers newcomers, OrganisationPages pages, Chooser chooser, Aliases aliases) {
        this.newcomers = newcomers;
        this.pages = pages;
        this.chooser = chooser;
        this.aliases = aliases;
    }

    private record Entry(OrganisationFacts facts, Chosen<OrganisationId> parents) {}

    @GetMapping("/{id}")
    @Requires(PeoplePermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return aliases.keptFor(id)
                .<ModelAndView>map(kept ->
                        Go.to(OrganisationPages.url(new OrganisationId(kept))).saying("people.replace.moved"))
                .orElseGet(() -> Page.of("directory/people/organisation", pages.of(new OrganisationId(id), t)));
    }

    @GetMapping("/new")
    ModelAndView blank(Form asked, Words t) {
        return addition(Form.blank().with("name", Asked.words(asked.value("name"))), null, t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        var called = new OrganisationName[1];
        return form.submit(
                answers -> {
                    var entry = new Entry(
                            OrganisationForms.read(form, answers),
                            chooser.chosenOrganisations(form, "parents", MOST_PARENTS));
                    called[0] = answers.flag("anyway")
                            ? null
                            : newcomers.organisationCalled(entry.facts().name()).orElse(null);
                    if (called[0] != null) {
                        form.reject("name", "people.organisation.called");
                    }
                    return entry;
                },
                entry -> {
                    OrganisationId id = newcomers.organisation(entry.facts(), entry.parents());
                    return Go.to(OrganisationPages.url(id))
                            .saying("people.organisation.added")
                            .undo(OrganisationPages.url(id) + "/remove?version=1");
                },
                () -> addition(form, called[0], t));
    }

    private ModelAndView addition(Form form, @Nullable OrganisationName called, Words t) {
        return Page.of(
                "directory/people/organisation-form",
                new OrganisationFormPage(
                        null,
                        OrganisationsAsked.LIST + "/new",
                        OrganisationsAsked.LIST,
                        form,
                        null,
                        OrganisationFormPage.Choices.of(t),
                        chooser.organisations(form, "parents", MOST_PARENTS, List.of()),
                        called == null
                                ? null
                                : new OrganisationPage.Link(called.inFull(), OrganisationPages.url(called.id()))));
    }
}
