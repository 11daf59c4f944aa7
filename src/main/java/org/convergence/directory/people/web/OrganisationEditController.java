package org.convergence.directory.people.web;

import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationReading;
import org.convergence.directory.people.domain.OrganisationRegister;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Conflict;
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

/** Changing and deleting an organisation, with edit conflicts. */
@Controller
@RequestMapping("/directory/people/organisations")
@Requires(PeoplePermissions.EDIT)
class OrganisationEditController {

    private final OrganisationReading reading;
    private final OrganisationRegister register;

    OrganisationEditController(OrganisationReading reading, OrganisationRegister register) {
        this.reading = reading;
        this.register = register;
    }

    private record Change(int version, OrganisationFacts facts) {}

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Words t) {
        OrganisationReading.Entry entry = reading.find(new OrganisationId(id));
        return edition(
                entry, OrganisationForms.of(entry.facts(), Form.blank(), t).at(entry.version()), null, t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        OrganisationId organisation = new OrganisationId(id);
        OrganisationReading.Entry entry = reading.find(organisation);
        return form.submit(
                answers -> new Change(answers.version(), OrganisationForms.read(form, answers)),
                change -> {
                    register.change(organisation, change.version(), change.facts());
                    return Go.to(OrganisationPages.url(organisation)).saying("people.saved");
                },
                () -> edition(entry, form, null, t),
                since -> conflict(entry, form, since, t));
    }

    private ModelAndView conflict(OrganisationReading.Entry now, Form mine, int since, Words t) {
        Conflict both = TwoVersions.between(
                mine,
                since,
                reading.factsAt(now.id(), since)
                        .map(facts -> OrganisationForms.of(facts, Form.blank(), t))
                        .orElseGet(Form::blank),
                OrganisationForms.of(now.facts(), Form.blank(), t).at(now.version()),
                reading.changes(now.id()),
                OrganisationForms.FIELDS,
                (field, value) -> OrganisationForms.shown(field, value, t));
        return edition(now, Points.unpack(mine), both, t);
    }

    private ModelAndView edition(OrganisationReading.Entry entry, Form form, @Nullable Conflict conflict, Words t) {
        String url = OrganisationPages.url(entry.id());
        return Page.of(
                "directory/people/organisation-form",
                new OrganisationFormPage(
                        entry.facts().name(),
                        url + "/edit",
                        url,
                        form,
                        conflict,
                        OrganisationFormPage.Choices.of(t),
                        null,
                        null));
    }

    @GetMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id) {
        OrganisationReading.Entry entry = reading.find(new OrganisationId(id));
        return removal(entry, Form.blank().at(entry.version()));
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id, Form form) {
        OrganisationId organisation = new OrganisationId(id);
        OrganisationReading.Entry entry = reading.find(organisation);
        return form.submit(
                answers -> answers.version(),
                version -> {
                    register.remove(organisation, version);
                    return Go.to(OrganisationsAsked.LIST)
                            .saying("people.organisation.removed")
                            .undo(OrganisationPages.url(organisation) + "/remove/undo");
                },
                () -> removal(entry, form));
    }

    @PostMapping("/{id}/remove/undo")
    ModelAndView bringBack(@PathVariable UUID id) {
        OrganisationId organisation = new OrganisationId(id);
        register.bringBack(organisation);
        return Go.to(OrganisationPages.url(organisation)).saying("people.organisation.back");
    }

    private static ModelAndView removal(OrganisationReading.Entry entry, Form form) {
        String url = OrganisationPages.url(entry.id());
        return Page.of("directory/people/removal", new RemovalPage(entry.facts().name(), url, "organisation", form));
    }
}
