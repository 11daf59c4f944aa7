package org.convergence.directory.people.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.directory.people.domain.merging.AliasRepository;
import org.convergence.directory.people.domain.merging.MergeService;
import org.convergence.directory.people.domain.merging.MergeService.RecordVersion;
import org.convergence.directory.people.domain.merging.RecordMerge.MergeSource;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Merges two records side by side, and separates them again. */
@Controller
@RequestMapping("/directory/people")
@Requires(PeoplePermissions.EDIT)
record MergeController(
        MergeService mergeService,
        PersonQueries persons,
        OrganisationQueries organisations,
        PartyChooser chooser,
        AliasRepository aliases) {

    static final String PERSONS = "persons";
    static final String ORGANISATIONS = "organisations";
    private static final String FIELD = "with";

    /** The input of the page, with the versions that it showed. */
    private record MergeInput(RecordVersion other, RecordVersion kept, Map<String, MergeSource> takes) {}

    @GetMapping("/persons/{id}/replace")
    ModelAndView person(@PathVariable UUID id, Form asked, Words t) {
        return show(MergeController.PERSONS, id, asked, t);
    }

    @GetMapping("/organisations/{id}/replace")
    ModelAndView organisation(@PathVariable UUID id, Form asked, Words t) {
        return show(MergeController.ORGANISATIONS, id, asked, t);
    }

    private ModelAndView show(String kind, UUID id, Form asked, Words t) {
        return leading(kind, id, () -> {
            UUID other = TextParser.id(asked.value("other")).orElse(null);
            return other == null || other.equals(id)
                    ? assembleChoice(kind, id, Form.blank(), t)
                    : assembleComparison(kind, id, other, asked, t);
        });
    }

    @PostMapping("/persons/{id}/replace/with")
    ModelAndView withPerson(@PathVariable UUID id, Form form, Words t) {
        return with(MergeController.PERSONS, id, form, t);
    }

    @PostMapping("/organisations/{id}/replace/with")
    ModelAndView withOrganisation(@PathVariable UUID id, Form form, Words t) {
        return with(MergeController.ORGANISATIONS, id, form, t);
    }

    private ModelAndView with(String kind, UUID id, Form form, Words t) {
        return form.submit(
                answers -> chosen(kind, id, form),
                other -> SeeOther.to(MergeForm.comparisonUrl(kind, id, other, "")),
                () -> assembleChoice(kind, id, form, t));
    }

    @PostMapping("/persons/{id}/replace")
    ModelAndView replacePerson(@PathVariable UUID id, Form form, Words t) {
        return replace(MergeController.PERSONS, id, form, t, all -> {
            mergeService.mergePeople(all.other(), all.kept(), all.takes());
            return all.other().id();
        });
    }

    @PostMapping("/organisations/{id}/replace")
    ModelAndView replaceOrganisation(@PathVariable UUID id, Form form, Words t) {
        return replace(MergeController.ORGANISATIONS, id, form, t, all -> {
            mergeService.mergeOrganisations(all.other(), all.kept(), all.takes());
            return all.other().id();
        });
    }

    private ModelAndView replace(String kind, UUID id, Form form, Words t, Function<MergeInput, UUID> act) {
        UUID other = TextParser.id(form.value("other")).orElse(null);
        if (other == null) {
            return assembleChoice(kind, id, Form.blank(), t);
        }
        return leading(
                kind,
                id,
                () -> form.submit(
                        answers -> new MergeInput(
                                new RecordVersion(other, answers.wholeNumber("otherVersion", 0, Integer.MAX_VALUE - 1)),
                                new RecordVersion(id, answers.version()),
                                MergeForm.read(form, answers)),
                        all -> SeeOther.to(MergeForm.nextUrl(kind, id, form))
                                .withNotice("people.replace.done")
                                .withUndo("/directory/people/replaced/" + act.apply(all) + "/undo"),
                        () -> assembleComparison(kind, id, other, form, t),
                        since -> assembleComparison(kind, id, other, form, t)));
    }

    /** Where one of the two was merged meanwhile, redirects to the kept record with a notice. */
    private ModelAndView leading(String kind, UUID id, Supplier<ModelAndView> page) {
        try {
            return page.get();
        } catch (NotFound gone) {
            UUID kept = keptFor(id);
            if (kept == null && !exists(kind, id)) {
                throw gone;
            }
            return SeeOther.to(MergeForm.url(kind, kept == null ? id : kept)).withWarning("people.replace.already");
        }
    }

    @PostMapping("/replaced/{id}/undo")
    ModelAndView takeApart(@PathVariable UUID id) {
        Party back = mergeService.undoMerge(id);
        String kind = back instanceof PersonId ? MergeController.PERSONS : MergeController.ORGANISATIONS;
        return SeeOther.to(MergeForm.url(kind, id)).withNotice("people.replace.undone");
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
