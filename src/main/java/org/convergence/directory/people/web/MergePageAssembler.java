package org.convergence.directory.people.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.directory.people.domain.merging.AliasRepository;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Assembles the pages that merge two records. */
@Component
class MergePageAssembler {

    static final String PERSONS = "persons";
    static final String ORGANISATIONS = "organisations";

    private static final String FIELD = "with";

    private final PersonQueries persons;
    private final OrganisationQueries organisations;
    private final PartyChooser chooser;
    private final AliasRepository aliases;

    MergePageAssembler(
            PersonQueries persons, OrganisationQueries organisations, PartyChooser chooser, AliasRepository aliases) {
        this.persons = persons;
        this.organisations = organisations;
        this.chooser = chooser;
        this.aliases = aliases;
    }

    private record MergeSide(String name, int version, Map<String, String> shown) {}

    private MergeSide side(String kind, UUID id, Words t) {
        if (kind.equals(PERSONS)) {
            PersonQueries.PersonVersion entry = persons.findById(new PersonId(id));
            return new MergeSide(
                    entry.facts().displayName(), entry.version(), MergeForm.formatValues(entry.facts(), t));
        }
        OrganisationQueries.OrganisationVersion entry = organisations.findById(new OrganisationId(id));
        return new MergeSide(entry.facts().name(), entry.version(), MergeForm.formatValues(entry.facts(), t));
    }

    @Nullable
    UUID keptFor(UUID id) {
        return aliases.findKeptId(id).orElse(null);
    }

    boolean exists(String kind, UUID id) {
        try {
            if (kind.equals(PERSONS)) {
                persons.findById(new PersonId(id));
            } else {
                organisations.findById(new OrganisationId(id));
            }
            return true;
        } catch (NotFound gone) {
            return false;
        }
    }

    /** The page that chooses the duplicate. */
    ModelAndView assembleChoice(String kind, UUID id, Form form, Words t) {
        ChooserField field = kind.equals(PERSONS)
                ? chooser.persons(form, FIELD, 1, List.of())
                : chooser.organisations(form, FIELD, 1, List.of());
        MergeSide kept = side(kind, id, t);
        String url = MergeForm.url(kind, id);
        return page(new MergePage(kind, kept.name(), url, url, null, List.of(), List.of(), form, field));
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
    ModelAndView assembleComparison(String kind, UUID id, UUID other, Form form, Words t) {
        MergeSide kept = side(kind, id, t);
        MergeSide goes = side(kind, other, t);
        List<MergePage.MergeField> fields = MergeForm.differing(kept.shown(), goes.shown(), t);
        MergeForm.propose(fields, form);
        form.atVersion(kept.version()).with("other", other).with("otherVersion", goes.version());
        return page(new MergePage(
                kind,
                kept.name(),
                MergeForm.url(kind, id),
                MergeForm.nextUrl(kind, id, form),
                new MergePage.MergeDuplicate(
                        goes.name(),
                        MergeForm.url(kind, other),
                        MergeForm.comparisonUrl(kind, other, id, form.value(MergeForm.FROM))),
                fields,
                MergeForm.same(kept.shown(), goes.shown(), t),
                form,
                null));
    }

    private static ModelAndView page(MergePage page) {
        return PageView.of("directory/people/replace", page);
    }
}
