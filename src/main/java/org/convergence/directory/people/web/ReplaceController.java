package org.convergence.directory.people.web;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.merging.Replacement;
import org.convergence.directory.people.domain.merging.Replacement.Read;
import org.convergence.directory.people.domain.merging.Take;
import org.convergence.directory.people.domain.merging.TakingApart;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
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
class ReplaceController {

    private final Replacement replacement;
    private final TakingApart takingApart;
    private final ReplacePages pages;

    ReplaceController(Replacement replacement, TakingApart takingApart, ReplacePages pages) {
        this.replacement = replacement;
        this.takingApart = takingApart;
        this.pages = pages;
    }

    /** The input of the page, with the versions that it showed. */
    private record Chosen(Read other, Read kept, Map<String, Take> takes) {}

    @GetMapping("/persons/{id}/replace")
    ModelAndView person(@PathVariable UUID id, Form asked, Words t) {
        return show(ReplacePages.PERSONS, id, asked, t);
    }

    @GetMapping("/organisations/{id}/replace")
    ModelAndView organisation(@PathVariable UUID id, Form asked, Words t) {
        return show(ReplacePages.ORGANISATIONS, id, asked, t);
    }

    private ModelAndView show(String kind, UUID id, Form asked, Words t) {
        return leading(kind, id, () -> {
            UUID other = Asked.id(asked.value("other"));
            return other == null || other.equals(id)
                    ? pages.choosing(kind, id, Form.blank(), t)
                    : pages.comparing(kind, id, other, asked, t);
        });
    }

    @PostMapping("/persons/{id}/replace/with")
    ModelAndView withPerson(@PathVariable UUID id, Form form, Words t) {
        return with(ReplacePages.PERSONS, id, form, t);
    }

    @PostMapping("/organisations/{id}/replace/with")
    ModelAndView withOrganisation(@PathVariable UUID id, Form form, Words t) {
        return with(ReplacePages.ORGANISATIONS, id, form, t);
    }

    private ModelAndView with(String kind, UUID id, Form form, Words t) {
        return form.submit(
                answers -> pages.chosen(kind, id, form),
                other -> Go.to(ReplaceForms.comparing(kind, id, other, "")),
                () -> pages.choosing(kind, id, form, t));
    }

    @PostMapping("/persons/{id}/replace")
    ModelAndView replacePerson(@PathVariable UUID id, Form form, Words t) {
        return replace(ReplacePages.PERSONS, id, form, t, all -> {
            replacement.replacePerson(all.other(), all.kept(), all.takes());
            return all.other().id();
        });
    }

    @PostMapping("/organisations/{id}/replace")
    ModelAndView replaceOrganisation(@PathVariable UUID id, Form form, Words t) {
        return replace(ReplacePages.ORGANISATIONS, id, form, t, all -> {
            replacement.replaceOrganisation(all.other(), all.kept(), all.takes());
            return all.other().id();
        });
    }

    private ModelAndView replace(String kind, UUID id, Form form, Words t, Function<Chosen, UUID> act) {
        UUID other = Asked.id(form.value("other"));
        if (other == null) {
            return pages.choosing(kind, id, Form.blank(), t);
        }
        return leading(
                kind,
                id,
                () -> form.submit(
                        answers -> new Chosen(
                                new Read(other, answers.whole("otherVersion", 0, Integer.MAX_VALUE - 1)),
                                new Read(id, answers.version()),
                                ReplaceForms.read(form, answers)),
                        all -> Go.to(ReplaceForms.next(kind, id, form))
                                .saying("people.replace.done")
                                .undo("/directory/people/replaced/" + act.apply(all) + "/undo"),
                        () -> pages.comparing(kind, id, other, form, t),
                        since -> pages.comparing(kind, id, other, form, t)));
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
            return Go.to(ReplaceForms.url(kind, kept == null ? id : kept)).warning("people.replace.already");
        }
    }

    @PostMapping("/replaced/{id}/undo")
    ModelAndView takeApart(@PathVariable UUID id) {
        Party back = takingApart.takeApart(id);
        String kind = back instanceof PersonId ? ReplacePages.PERSONS : ReplacePages.ORGANISATIONS;
        return Go.to(ReplaceForms.url(kind, id)).saying("people.replace.undone");
    }
}
