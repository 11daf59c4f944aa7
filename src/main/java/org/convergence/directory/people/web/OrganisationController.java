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

/** One organisation: its page, entering it, changing it, striking it out. */
@Controller
@RequestMapping("/directory/people/organisations")
@Requires(PeoplePermissions.EDIT)
class OrganisationController {

    static final int MOST_PARENTS = 10;

    private final OrganisationReading reading;
    private final OrganisationRegister register;
    private final Newcomers newcomers;
    private final OrganisationPages pages;
    private final Chooser chooser;

    OrganisationController(
            OrganisationReading reading,
            OrganisationRegister register,
            Newcomers newcomers,
            OrganisationPages pages,
            Chooser chooser) {
        this.reading = reading;
        this.register = register;
        this.newcomers = newcomers;
        this.pages = pages;
        this.chooser = chooser;
    }

    private record Entry(OrganisationFacts facts, Chosen<OrganisationId> parents) {}

    private record Change(int version, OrganisationFacts facts) {}

    @GetMapping("/{id}")
    @Requires(PeoplePermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return Page.of("directory/people/organisation", pages.of(new OrganisationId(id), t));
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
        return form(new OrganisationFormPage(
                null,
                OrganisationsAsked.LIST + "/new",
                OrganisationsAsked.LIST,
                form,
                null,
                choices(t),
                chooser.organisations(form, "parents", MOST_PARENTS, List.of()),
                called == null
                        ? null
                        : new OrganisationPage.Link(called.inFull(), OrganisationPages.url(called.id()))));
    }

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
        Form before = reading.factsAt(now.id(), since)
                .map(facts -> Points.pack(OrganisationForms.of(facts, Form.blank(), t)))
                .orElseGet(Form::blank);
        Form theirs =
                Points.pack(OrganisationForms.of(now.facts(), Form.blank(), t)).at(now.version());
        String who = reading.changes(now.id()).stream()
                .findFirst()
                .map(each -> each.who())
                .orElse(null);
        Conflict both = Conflict.between(
                Points.pack(mine),
                before,
                theirs,
                since,
                who,
                OrganisationForms.FIELDS,
                (field, value) -> OrganisationForms.shown(field, value, t));
        return edition(now, Points.unpack(mine), both, t);
    }

    private ModelAndView edition(OrganisationReading.Entry entry, Form form, @Nullable Conflict conflict, Words t) {
        String url = OrganisationPages.url(entry.id());
        return form(new OrganisationFormPage(
                entry.facts().name(), url + "/edit", url, form, conflict, choices(t), null, null));
    }

    private static ModelAndView form(OrganisationFormPage page) {
        return Page.of("directory/people/organisation-form", page);
    }

    private static OrganisationFormPage.Choices choices(Words t) {
        return new OrganisationFormPage.Choices(Saying.kinds(t), Saying.places(t));
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
