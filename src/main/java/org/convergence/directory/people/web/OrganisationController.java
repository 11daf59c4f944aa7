package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.NewcomerService;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.directory.people.domain.merging.AliasRepository;
import org.convergence.directory.people.web.OrganisationPageAssembler.OrganisationPage;
import org.convergence.directory.people.web.OrganisationPageAssembler.OrganisationPage.OrganisationFormPage;
import org.convergence.directory.people.web.OrganisationPageAssembler.OrganisationPage.RecordDeletionPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Conflict;
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

/** One organisation: its page, creating, changing and deleting it. */
@Controller
@RequestMapping("/directory/people/organisations")
@Requires(PeoplePermissions.EDIT)
record OrganisationController(
        NewcomerService newcomers,
        OrganisationPageAssembler pages,
        PartyChooser chooser,
        AliasRepository aliases,
        OrganisationQueries organisations,
        OrganisationService organisationService) {

    static final int MOST_PARENTS = 10;

    private record OrganisationInput(OrganisationFacts facts, ChosenParties<OrganisationId> parents, boolean anyway) {}

    @GetMapping("/{id}")
    @Requires(PeoplePermissions.READ)
    ModelAndView show(@PathVariable OrganisationId id, Words t) {
        return aliases.findKeptId(id.value())
                .<ModelAndView>map(kept -> SeeOther.to(OrganisationPageAssembler.url(new OrganisationId(kept)))
                        .withNotice("people.replace.moved"))
                .orElseGet(() -> PageView.of("directory/people/organisation", pages.assemble(id, t)));
    }

    @GetMapping("/new")
    ModelAndView blank(Form asked, Words t) {
        return addition(Form.blank().with("name", asked.value("name").strip()), null, t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return form.submit(
                answers -> new OrganisationInput(
                        OrganisationForm.read(form, answers),
                        chooser.chosenOrganisations(form, "parents", MOST_PARENTS),
                        answers.checkbox("anyway")),
                entry -> newcomers
                        .createOrganisation(entry.facts(), entry.parents(), entry.anyway())
                        .<ModelAndView>map(id -> SeeOther.to(OrganisationPageAssembler.url(id))
                                .withNotice("people.organisation.added")
                                .withUndo(OrganisationPageAssembler.url(id) + "/remove?version=1"))
                        .orElseGet(() -> PageView.withErrors(addition(
                                form.reject("name", "people.organisation.called"),
                                newcomers
                                        .findOrganisationByName(entry.facts().name())
                                        .orElse(null),
                                t))),
                () -> addition(form, null, t));
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

    private record OrganisationChange(int version, OrganisationFacts facts) {}

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable OrganisationId id, Words t) {
        OrganisationQueries.OrganisationVersion entry = organisations.findById(id);
        return edition(
                entry, OrganisationForm.fill(entry.facts(), Form.blank(), t).atVersion(entry.version()), null, t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable OrganisationId id, Form form, Words t) {
        OrganisationQueries.OrganisationVersion entry = organisations.findById(id);
        return form.submit(
                answers -> new OrganisationChange(answers.version(), OrganisationForm.read(form, answers)),
                change -> {
                    organisationService.update(id, change.version(), change.facts());
                    return SeeOther.to(OrganisationPageAssembler.url(id)).withNotice("people.saved");
                },
                () -> edition(entry, form, null, t),
                since -> conflict(entry, form, since, t));
    }

    private ModelAndView conflict(OrganisationQueries.OrganisationVersion now, Form mine, int since, Words t) {
        Conflict both = ContactPointForm.between(
                mine,
                since,
                organisations
                        .findFactsAt(now.id(), since)
                        .map(facts -> OrganisationForm.fill(facts, Form.blank(), t))
                        .orElseGet(Form::blank),
                OrganisationForm.fill(now.facts(), Form.blank(), t).atVersion(now.version()),
                organisations.findChanges(now.id()),
                OrganisationForm.FIELDS,
                (field, value) -> OrganisationForm.formatValue(field, value, t));
        return edition(now, ContactPointForm.unpack(mine), both, t);
    }

    private ModelAndView edition(
            OrganisationQueries.OrganisationVersion entry, Form form, @Nullable Conflict conflict, Words t) {
        String url = OrganisationPageAssembler.url(entry.id());
        return PageView.of(
                "directory/people/organisation-form",
                new OrganisationFormPage(
                        entry.facts().name(),
                        url + "/edit",
                        url,
                        form,
                        conflict,
                        OrganisationFormPage.OrganisationChoices.of(t),
                        null,
                        null));
    }

    @GetMapping("/{id}/remove")
    ModelAndView remove(@PathVariable OrganisationId id) {
        OrganisationQueries.OrganisationVersion entry = organisations.findById(id);
        return removal(entry, Form.blank().atVersion(entry.version()));
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable OrganisationId id, Form form) {
        OrganisationQueries.OrganisationVersion entry = organisations.findById(id);
        return form.submit(
                answers -> answers.version(),
                version -> organisationService.delete(id, version),
                SeeOther.to(OrganisationListPage.LIST)
                        .withNotice("people.organisation.removed")
                        .withUndo(OrganisationPageAssembler.url(id) + "/remove/undo"),
                () -> removal(entry, form));
    }

    @PostMapping("/{id}/remove/undo")
    ModelAndView bringBack(@PathVariable OrganisationId id) {
        organisationService.restore(id);
        return SeeOther.to(OrganisationPageAssembler.url(id)).withNotice("people.organisation.back");
    }

    private static ModelAndView removal(OrganisationQueries.OrganisationVersion entry, Form form) {
        String url = OrganisationPageAssembler.url(entry.id());
        return PageView.of(
                "directory/people/removal", new RecordDeletionPage(entry.facts().name(), url, "organisation", form));
    }
}
