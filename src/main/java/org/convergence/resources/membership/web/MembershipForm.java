package org.convergence.resources.membership.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.DecisionForm;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.domain.AdmissionService.MembershipDetails;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.MembershipEnding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and fills the forms of a membership and of its end. */
@Component
record MembershipForm(CategoryService service) {

    /** The fields of a membership, without its member. */
    record MembershipInput(
            int version,
            CategoryId category,
            LocalDate since,
            @Nullable Decision decision) {}

    /** The fields of an end. */
    record MembershipEndInput(int version, MembershipEnding ending) {}

    List<Option> categories() {
        return service.findAll().stream()
                .map(it -> Option.of(it.typedId(), it.label()))
                .toList();
    }

    MembershipInput read(FormValues answers) {
        return new MembershipInput(
                answers.version(),
                new CategoryId(answers.id("category")),
                answers.date("since"),
                DecisionForm.readOptional(answers));
    }

    MembershipEndInput readEnd(FormValues answers) {
        return new MembershipEndInput(
                answers.version(),
                new MembershipEnding(
                        answers.date("until"),
                        answers.optionalText("reason", 500),
                        DecisionForm.readOptional(answers)));
    }

    static Form toForm(MembershipDetails it) {
        Form form = Form.blank()
                .atVersion(it.version())
                .with("category", it.facts().category())
                .with("since", it.facts().since());
        Decision decision = it.facts().decision();
        return decision == null ? form : DecisionForm.fill(form, decision);
    }

    static Form toEndForm(MembershipDetails it, LocalDate today) {
        Form form = Form.blank().atVersion(it.version());
        MembershipEnding ending = it.ending();
        if (ending == null) {
            return form.with("until", today);
        }
        form.with("until", ending.until()).with("reason", ending.reason());
        return ending.decision() == null ? form : DecisionForm.fill(form, ending.decision());
    }
}
