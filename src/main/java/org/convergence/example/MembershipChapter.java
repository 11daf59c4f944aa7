package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.resources.delegation.domain.BylawService;
import org.convergence.resources.delegation.domain.StepTable;
import org.convergence.resources.delegation.domain.StepTable.DelegationStep;
import org.convergence.resources.dues.RateShape;
import org.convergence.resources.dues.domain.Bracket;
import org.convergence.resources.dues.domain.Rate;
import org.convergence.resources.dues.domain.RateService;
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
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The members of the example, with the decisions that admitted them, their dues and their declared headcounts. */
@Component
record MembershipChapter(
        CategoryService categories,
        AdmissionService admission,
        HeadcountService headcounts,
        AuditedOperations operations,
        RateService rates,
        BylawService bylaws) {

    private static final LocalDate SINCE = LocalDate.of(2019, 10, 23);

    private static final Map<String, StepTable> TABLES = Map.of(
            "A", new StepTable(List.of(new DelegationStep(0, 6, 6), new DelegationStep(50_000, 8, 8))),
            "B",
                    new StepTable(List.of(
                            new DelegationStep(0, 1, 1),
                            new DelegationStep(101, 2, 2),
                            new DelegationStep(1_001, 3, 3),
                            new DelegationStep(10_001, 5, 5))),
            "C", new StepTable(List.of(new DelegationStep(0, 2, 1))),
            "D", new StepTable(List.of(new DelegationStep(0, 1, 1))));

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
        adoptRates(who, known);
        adoptDelegates(who, known);
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

    /** The dues rates of each category, as the assembly adopted them. */
    private void adoptRates(Actor who, Map<String, CategoryId> categories) {
        for (ExampleFile.ExampleLine line : ExampleFile.lines("taux.csv")) {
            LocalDate since = LocalDate.parse(line.text("depuis"));
            var rate = new Rate(
                    RateShape.valueOf(line.text("façon")),
                    CurrencyUnit.of("CAD"),
                    new BigDecimal(line.text("montant")),
                    brackets(line),
                    amount(line, "au moins"),
                    amount(line, "au plus"));
            var decision = new Decision(line.text("instance"), since, line.orNull("numéro"), null);
            CategoryId category = Objects.requireNonNull(categories.get(line.text("catégorie")));
            operations.callAs(who, "dues.adopt", () -> rates.adopt(category, since, rate, decision));
        }
    }

    private static List<Bracket> brackets(ExampleFile.ExampleLine line) {
        List<Bracket> brackets = new ArrayList<>();
        for (String word : line.words("tranches")) {
            String[] both = word.split("=", 2);
            brackets.add(new Bracket(Integer.parseInt(both[0]), new BigDecimal(both[1])));
        }
        return brackets;
    }

    private static @Nullable BigDecimal amount(ExampleFile.ExampleLine line, String column) {
        String text = line.orNull(column);
        return text == null ? null : new BigDecimal(text);
    }

    /** The delegates that the by-laws give each category, as the assembly adopted them. */
    private void adoptDelegates(Actor who, Map<String, CategoryId> categories) {
        var decision = new Decision("AGA", SINCE, "AGA-2019-05", null);
        List.of("A", "B", "C", "D")
                .forEach(code -> operations.callAs(
                        who,
                        "delegation.adopt",
                        () -> bylaws.adopt(
                                Objects.requireNonNull(categories.get(code)),
                                SINCE,
                                Objects.requireNonNull(TABLES.get(code)),
                                "Règlements généraux, article 9",
                                decision)));
    }
}
