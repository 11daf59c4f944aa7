package org.convergence.example;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.MemberKind;
import org.convergence.resources.membership.MembershipId;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountService;
import org.convergence.resources.membership.domain.MembershipEnding;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The members of the example, with the decisions that admitted them, their dues and their declared headcounts. */
@Component
class MembershipChapter {

    private final CategoryService categories;
    private final AdmissionService admission;
    private final HeadcountService headcounts;
    private final DuesChapter dues;
    private final DelegationChapter delegations;
    private final AuditedOperations operations;

    MembershipChapter(
            CategoryService categories,
            AdmissionService admission,
            HeadcountService headcounts,
            DuesChapter dues,
            DelegationChapter delegations,
            AuditedOperations operations) {
        this.categories = categories;
        this.admission = admission;
        this.headcounts = headcounts;
        this.dues = dues;
        this.delegations = delegations;
        this.operations = operations;
    }

    void enter(Actor who, ExampleDirectory directory, ExampleCalendar calendar) {
        Map<String, CategoryId> known = new HashMap<>();
        for (ExampleFile.ExampleLine line : ExampleFile.lines("categories.csv")) {
            var facts = new CategoryFacts(
                    line.text("code"),
                    line.text("nom"),
                    MemberKind.valueOf(line.text("genre")),
                    line.text("description"),
                    line.text("article"),
                    line.number("effectif minimal"),
                    null);
            known.put(facts.code(), operations.callAs(who, "membership.add", () -> categories.add(facts)));
        }
        dues.enter(who, known);
        delegations.enter(who, known);
        for (ExampleFile.ExampleLine line : ExampleFile.lines("membres.csv")) {
            OrganisationId organisation = directory.organisation(line.text("organisation"));
            CategoryId category = Objects.requireNonNull(known.get(line.text("catégorie")));
            admit(who, organisation, category, line);
            declare(who, organisation, line, calendar);
        }
    }

    private void admit(Actor who, OrganisationId organisation, CategoryId category, ExampleFile.ExampleLine line) {
        LocalDate since = LocalDate.parse(line.text("depuis"));
        var decision = new Decision(line.text("instance"), since, line.orNull("numéro"), null);
        MembershipId id = operations.callAs(
                who,
                "membership.admit",
                () -> admission.admit(new MembershipFacts(organisation, category, since, decision)));
        String until = line.text("jusqu’à");
        if (!until.isEmpty()) {
            operations.runAs(
                    who,
                    "membership.end",
                    () -> admission.end(
                            id,
                            1,
                            new MembershipEnding(LocalDate.parse(until), "Fusion avec un autre syndicat", null)));
        }
    }

    /** Declares headcounts at the end of the last two years, for members that answered. */
    private void declare(
            Actor who, OrganisationId organisation, ExampleFile.ExampleLine line, ExampleCalendar calendar) {
        int year = calendar.today().getYear();
        declare(who, organisation, line, line.number("effectif d’avant"), LocalDate.of(year - 2, 12, 31));
        declare(who, organisation, line, line.number("effectif"), LocalDate.of(year - 1, 12, 31));
    }

    private void declare(
            Actor who,
            OrganisationId organisation,
            ExampleFile.ExampleLine line,
            @Nullable Integer number,
            LocalDate day) {
        if (number != null) {
            var facts = new HeadcountFacts(
                    organisation,
                    day,
                    number,
                    HeadcountStatus.valueOf(line.text("sûreté")),
                    line.orNull("dit par"),
                    null);
            operations.callAs(who, "membership.declare", () -> headcounts.declare(facts));
        }
    }
}
