package org.convergence.directory.people.web;

import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.domain.OrganisationService;
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

/** Changing and deleting an organisation, with edit conflicts. */
@Controller
@RequestMapping("/directory/people/organisations")
@Requires(PeoplePermissions.EDIT)
class OrganisationEditController {

    private final OrganisationQueries organisations;
    private final OrganisationService organisationService;

    OrganisationEditController(OrganisationQueries organisations, OrganisationService organisationService) {
        this.organisations = organisations;
        this.organisationService = organisationService;
    }

    private record OrganisationChange(int version, OrganisationFacts facts) {}

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Words t) {
        OrganisationQueries.OrganisationVersion entry = organisations.findById(new OrganisationId(id));
        return edition(
                entry, OrganisationForm.fill(entry.facts(), Form.blank(), t).atVersion(entry.version()), null, t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        OrganisationId organisation = new OrganisationId(id);
        OrganisationQueries.OrganisationVersion entry = organisations.findById(organisation);
        return form.submit(
                answers -> new OrganisationChange(answers.version(), OrganisationForm.read(form, answers)),
                change -> {
                    organisationService.update(organisation, change.version(), change.facts());
                    return SeeOther.to(OrganisationPageAssembler.url(organisation))
                            .withNotice("people.saved");
                },
                () -> edition(entry, form, null, t),
                since -> conflict(entry, form, since, t));
    }

    private ModelAndView conflict(OrganisationQueries.OrganisationVersion now, Form mine, int since, Words t) {
        Conflict both = DirectoryConflicts.between(
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
    ModelAndView remove(@PathVariable UUID id) {
        OrganisationQueries.OrganisationVersion entry = organisations.findById(new OrganisationId(id));
        return removal(entry, Form.blank().atVersion(entry.version()));
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id, Form form) {
        OrganisationId organisation = new OrganisationId(id);
        OrganisationQueries.OrganisationVersion entry = organisations.findById(organisation);
        return form.submit(
                answers -> answers.version(),
                version -> {
                    organisationService.delete(organisation, version);
                    return SeeOther.to(OrganisationListPage.LIST)
                            .withNotice("people.organisation.removed")
                            .withUndo(OrganisationPageAssembler.url(organisation) + "/remove/undo");
                },
                () -> removal(entry, form));
    }

    @PostMapping("/{id}/remove/undo")
    ModelAndView bringBack(@PathVariable UUID id) {
        OrganisationId organisation = new OrganisationId(id);
        organisationService.restore(organisation);
        return SeeOther.to(OrganisationPageAssembler.url(organisation)).withNotice("people.organisation.back");
    }

    private static ModelAndView removal(OrganisationQueries.OrganisationVersion entry, Form form) {
        String url = OrganisationPageAssembler.url(entry.id());
        return PageView.of(
                "directory/people/removal", new RecordDeletionPage(entry.facts().name(), url, "organisation", form));
    }
}
