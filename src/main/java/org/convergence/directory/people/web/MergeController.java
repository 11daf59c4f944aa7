package org.convergence.directory.people.web;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.merging.MergeService;
import org.convergence.directory.people.domain.merging.MergeService.RecordVersion;
import org.convergence.directory.people.domain.merging.MergeSource;
import org.convergence.directory.people.domain.merging.MergeUndoService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Merges two records, and separates them again. */
@Controller
@RequestMapping("/directory/people")
@Requires(PeoplePermissions.EDIT)
class MergeController {

    private final MergeService mergeService;
    private final MergeUndoService mergeUndoService;
    private final MergePageAssembler pages;

    MergeController(MergeService mergeService, MergeUndoService mergeUndoService, MergePageAssembler pages) {
        this.mergeService = mergeService;
        this.mergeUndoService = mergeUndoService;
        this.pages = pages;
    }

    /** The input of the page, with the versions that it showed. */
    private record MergeInput(RecordVersion other, RecordVersion kept, Map<String, MergeSource> takes) {}

    @GetMapping("/persons/{id}/replace")
    ModelAndView person(@PathVariable UUID id, Form asked, Words t) {
        return show(MergePageAssembler.PERSONS, id, asked, t);
    }

    @GetMapping("/organisations/{id}/replace")
    ModelAndView organisation(@PathVariable UUID id, Form asked, Words t) {
        return show(MergePageAssembler.ORGANISATIONS, id, asked, t);
    }

    private ModelAndView show(String kind, UUID id, Form asked, Words t) {
        return leading(kind, id, () -> {
            UUID other = TextParser.id(asked.value("other")).orElse(null);
            return other == null || other.equals(id)
                    ? pages.assembleChoice(kind, id, Form.blank(), t)
                    : pages.assembleComparison(kind, id, other, asked, t);
        });
    }

    @PostMapping("/persons/{id}/replace/with")
    ModelAndView withPerson(@PathVariable UUID id, Form form, Words t) {
        return with(MergePageAssembler.PERSONS, id, form, t);
    }

    @PostMapping("/organisations/{id}/replace/with")
    ModelAndView withOrganisation(@PathVariable UUID id, Form form, Words t) {
        return with(MergePageAssembler.ORGANISATIONS, id, form, t);
    }

    private ModelAndView with(String kind, UUID id, Form form, Words t) {
        return form.submit(
                answers -> pages.chosen(kind, id, form),
                other -> SeeOther.to(MergeForm.comparisonUrl(kind, id, other, "")),
                () -> pages.assembleChoice(kind, id, form, t));
    }

    @PostMapping("/persons/{id}/replace")
    ModelAndView replacePerson(@PathVariable UUID id, Form form, Words t) {
        return replace(MergePageAssembler.PERSONS, id, form, t, all -> {
            mergeService.mergePeople(all.other(), all.kept(), all.takes());
            return all.other().id();
        });
    }

    @PostMapping("/organisations/{id}/replace")
    ModelAndView replaceOrganisation(@PathVariable UUID id, Form form, Words t) {
        return replace(MergePageAssembler.ORGANISATIONS, id, form, t, all -> {
            mergeService.mergeOrganisations(all.other(), all.kept(), all.takes());
            return all.other().id();
        });
    }

    private ModelAndView replace(String kind, UUID id, Form form, Words t, Function<MergeInput, UUID> act) {
        UUID other = TextParser.id(form.value("other")).orElse(null);
        if (other == null) {
            return pages.assembleChoice(kind, id, Form.blank(), t);
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
                        () -> pages.assembleComparison(kind, id, other, form, t),
                        since -> pages.assembleComparison(kind, id, other, form, t)));
    }

    /** Where one of the two was merged meanwhile, redirects to the kept record with a notice. */
    private ModelAndView leading(String kind, UUID id, Supplier<ModelAndView> page) {
        try {
            return page.get();
        } catch (NotFound gone) {
            UUID kept = pages.keptFor(id);
            if (kept == null && !pages.exists(kind, id)) {
                throw gone;
            }
            return SeeOther.to(MergeForm.url(kind, kept == null ? id : kept)).withWarning("people.replace.already");
        }
    }

    @PostMapping("/replaced/{id}/undo")
    ModelAndView takeApart(@PathVariable UUID id) {
        Party back = mergeUndoService.undoMerge(id);
        String kind = back instanceof PersonId ? MergePageAssembler.PERSONS : MergePageAssembler.ORGANISATIONS;
        return SeeOther.to(MergeForm.url(kind, id)).withNotice("people.replace.undone");
    }
}
