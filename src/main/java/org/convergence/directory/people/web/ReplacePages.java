package org.convergence.directory.people.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.Choosing;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.OrganisationReading;
import org.convergence.directory.people.domain.PersonReading;
import org.convergence.directory.people.domain.merging.Aliases;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Assembles the pages that merge two records. */
@Component
class ReplacePages {

    static final String PERSONS = "persons";
    static final String ORGANISATIONS = "organisations";

    private static final String FIELD = "with";

    private final PersonReading persons;
    private final OrganisationReading organisations;
    private final Chooser chooser;
    private final Aliases aliases;

    ReplacePages(PersonReading persons, OrganisationReading organisations, Chooser chooser, Aliases aliases) {
        this.persons = persons;
        this.organisations = organisations;
        this.chooser = chooser;
        this.aliases = aliases;
    }

    private record Side(String name, int version, Map<String, String> shown) {}

    private Side side(String kind, UUID id, Words t) {
        if (kind.equals(PERSONS)) {
            PersonReading.Entry entry = persons.find(new PersonId(id));
            return new Side(entry.facts().displayName(), entry.version(), ReplaceForms.shown(entry.facts(), t));
        }
        OrganisationReading.Entry entry = organisations.find(new OrganisationId(id));
        return new Side(entry.facts().name(), entry.version(), ReplaceForms.shown(entry.facts(), t));
    }

    @Nullable
    UUID keptFor(UUID id) {
        return aliases.keptFor(id).orElse(null);
    }

    boolean exists(String kind, UUID id) {
        try {
            if (kind.equals(PERSONS)) {
                persons.find(new PersonId(id));
            } else {
                organisations.find(new OrganisationId(id));
            }
            return true;
        } catch (NotFound gone) {
            return false;
        }
    }

    /** The page that chooses the duplicate. */
    ModelAndView choosing(String kind, UUID id, Form form, Words t) {
        Choosing field = kind.equals(PERSONS)
                ? chooser.persons(form, FIELD, 1, List.of())
                : chooser.organisations(form, FIELD, 1, List.of());
        Side kept = side(kind, id, t);
        String url = ReplaceForms.url(kind, id);
        return page(new ReplacePage(kind, kept.name(), url, url, null, List.of(), List.of(), form, field));
    }

    /** The chosen duplicate; problems are recorded on the form. */
    UUID chosen(String kind, UUID id, Form form) {
        List<? extends Party> chosen = kind.equals(PERSONS)
                ? chooser.chosenPersons(form, FIELD, 1).known()
                : chooser.chosenOrganisations(form, FIELD, 1).known();
        if (chosen.size() != 1 || chosen.get(0).value().equals(id)) {
            if (form.problem(FIELD) == null) {
                form.reject(FIELD, "people.replace.another");
            }
            return id;
        }
        return chosen.get(0).value();
    }

    /** The page with both records side by side. */
    ModelAndView comparing(String kind, UUID id, UUID other, Form form, Words t) {
        Side kept = side(kind, id, t);
        Side goes = side(kind, other, t);
        List<ReplacePage.Field> fields = ReplaceForms.differing(kept.shown(), goes.shown(), t);
        ReplaceForms.propose(fields, form);
        form.at(kept.version()).with("other", other).with("otherVersion", goes.version());
        return page(new ReplacePage(
                kind,
                kept.name(),
                ReplaceForms.url(kind, id),
                ReplaceForms.next(kind, id, form),
                new ReplacePage.Other(
                        goes.name(),
                        ReplaceForms.url(kind, other),
                        ReplaceForms.comparing(kind, other, id, form.value(ReplaceForms.FROM))),
                fields,
                ReplaceForms.same(kept.shown(), goes.shown(), t),
                form,
                null));
    }

    private static ModelAndView page(ReplacePage page) {
        return Page.of("directory/people/replace", page);
    }
}
