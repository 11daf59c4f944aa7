package org.convergence.resources.membership.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.CitedDecisions;
import org.convergence.directory.people.Decision;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.domain.Admission.Standing;
import org.convergence.resources.membership.domain.CategoryKeeping;
import org.convergence.resources.membership.domain.Ending;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and fills the forms of a membership and of its end. */
@Component
class MembershipForms {

    private final CategoryKeeping categories;

    MembershipForms(CategoryKeeping categories) {
        this.categories = categories;
    }

    /** The fields of a membership, without its member. */
    record Said(
            int version,
            CategoryId category,
            LocalDate since,
            @Nullable Decision decision) {}

    /** The fields of an end. */
    record Ended(int version, Ending ending) {}

    List<Option> categories() {
        return categories.all().stream()
                .map(it -> Option.of(it.typedId(), it.label()))
                .toList();
    }

    Said read(Answers answers) {
        return new Said(
                answers.version(),
                new CategoryId(answers.id("category")),
                answers.date("since"),
                CitedDecisions.readOptional(answers));
    }

    Ended readEnd(Answers answers) {
        return new Ended(
                answers.version(),
                new Ending(
                        answers.date("until"),
                        answers.optionalText("reason", 500),
                        CitedDecisions.readOptional(answers)));
    }

    static Form of(Standing it) {
        Form form = Form.blank()
                .at(it.version())
                .with("category", it.facts().category())
                .with("since", it.facts().since());
        Decision decision = it.facts().decision();
        return decision == null ? form : CitedDecisions.fill(form, decision);
    }

    static Form end(Standing it, LocalDate today) {
        Form form = Form.blank().at(it.version());
        Ending ending = it.ending();
        if (ending == null) {
            return form.with("until", today);
        }
        form.with("until", ending.until()).with("reason", ending.reason());
        return ending.decision() == null ? form : CitedDecisions.fill(form, ending.decision());
    }
}
