package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.time.domain.Week;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.resources.subsidy.domain.ClaimProofService;
import org.convergence.resources.subsidy.domain.Subsidy.ApprovedWage;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyContent;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyId;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyState;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyStepKind;
import org.convergence.resources.subsidy.domain.SubsidyClaim.SubsidyClaimId;
import org.convergence.resources.subsidy.domain.SubsidyClaimQueries;
import org.convergence.resources.subsidy.domain.SubsidyClaimService;
import org.convergence.resources.subsidy.domain.SubsidyProgramme;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.SubsidyProgrammeId;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.WageTerms;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.WageTerms.HourlyCap;
import org.convergence.resources.subsidy.domain.SubsidyProgrammeService;
import org.convergence.resources.subsidy.domain.SubsidyQueries;
import org.convergence.resources.subsidy.domain.SubsidyService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Wage subsidies: three programmes, two positions with empty weeks between them, one claim paid and one prepared. */
@Component
record SubsidyChapter(
        SubsidyProgrammeService programmes,
        SubsidyService subsidies,
        SubsidyQueries queries,
        SubsidyClaimService claims,
        ClaimProofService proofs,
        SubsidyClaimQueries claimQueries,
        AuditedOperations operations) {

    private static final String PAYSLIPS = "Talons de paie de la période\nFeuilles de temps signées";

    void enter(ExampleActors hands, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        Actor accountant = hands.actorOf(ExampleUser.GUYLAINE);
        operations.callAs(
                accountant,
                "subsidy.programme",
                () -> programme(
                        "Insertion en emploi",
                        "Services Québec",
                        "40",
                        HourlyCap.MINIMUM_WAGE,
                        null,
                        20,
                        false,
                        today));
        SubsidyProgrammeId experience = operations.callAs(
                accountant,
                "subsidy.programme",
                () -> programme(
                        "Expérience de travail",
                        "Services Québec",
                        "100",
                        HourlyCap.MINIMUM_WAGE,
                        null,
                        30,
                        true,
                        today));
        SubsidyProgrammeId placement = operations.callAs(
                accountant,
                "subsidy.programme",
                () -> programme("Stage étudiant", "ECO Canada", "50", HourlyCap.NONE, "5000", 16, false, today));
        PersonId nadege = new PersonId(
                Objects.requireNonNull(hands.actorOf(ExampleUser.NADEGE).personId()));
        SubsidyId first = operations.callAs(accountant, "subsidy.open", () -> {
            UUID contract = queries.findContracts(nadege).get(0).id();
            return subsidies.create(content(
                    experience,
                    "Agente de mobilisation",
                    nadege,
                    contract,
                    accountant,
                    today.minusWeeks(14),
                    today.plusWeeks(16),
                    30,
                    Map.of(
                            SubsidyStepKind.FINAL_REPORT, today.plusWeeks(17),
                            SubsidyStepKind.LAST_CLAIM, today.plusWeeks(18))));
        });
        operations.runAs(accountant, "subsidy.step", () -> {
            subsidies.completeStep(first, SubsidyStepKind.APPLICATION, today.minusWeeks(22));
            subsidies.completeStep(first, SubsidyStepKind.POSTING, today.minusWeeks(19));
            subsidies.completeStep(first, SubsidyStepKind.CHOICE, today.minusWeeks(16));
            subsidies.completeStep(first, SubsidyStepKind.AGREEMENT, today.minusWeeks(15));
            subsidies.completeStep(first, SubsidyStepKind.FIRST_DAY, today.minusWeeks(14));
        });
        Week week = Week.of(today);
        SubsidyClaimId paid =
                claim(accountant, first, week.plus(-4).monday(), week.plus(-3).sunday(), null);
        operations.runAs(accountant, "subsidy.claim.send", () -> {
            proofs.provide(paid, 1, true);
            proofs.provide(paid, 2, true);
            claims.send(paid, 1, today.minusDays(9), "SQ-0417");
        });
        operations.runAs(accountant, "subsidy.claim.pay", () -> {
            BigDecimal amount = claimQueries.findById(paid).amount();
            claims.pay(paid, 2, today.minusDays(2), amount);
        });
        SubsidyClaimId prepared =
                claim(accountant, first, week.plus(-2).monday(), week.plus(-2).sunday(), today.plusDays(5));
        operations.runAs(accountant, "subsidy.claim.proof", () -> proofs.provide(prepared, 1, true));
        SubsidyId second = operations.callAs(
                accountant,
                "subsidy.open",
                () -> subsidies.create(content(
                        placement,
                        "Stage en transition juste",
                        null,
                        null,
                        accountant,
                        today.plusWeeks(22),
                        today.plusWeeks(34).minusDays(3),
                        12,
                        Map.of(
                                SubsidyStepKind.POSTING, today.plusWeeks(6),
                                SubsidyStepKind.CHOICE, today.plusWeeks(14)))));
        operations.runAs(
                accountant,
                "subsidy.step",
                () -> subsidies.completeStep(second, SubsidyStepKind.APPLICATION, today.minusWeeks(3)));
    }

    private SubsidyClaimId claim(Actor who, SubsidyId subsidy, LocalDate from, LocalDate to, @Nullable LocalDate due) {
        return operations.callAs(who, "subsidy.claim.prepare", () -> claims.prepare(subsidy, from, to, due));
    }

    private SubsidyProgrammeId programme(
            String name,
            String funder,
            String percent,
            HourlyCap cap,
            @Nullable String most,
            int weeks,
            boolean complement,
            LocalDate checked) {
        return programmes.create(SubsidyProgramme.of(
                name,
                funder,
                null,
                BigDecimal.valueOf(40),
                weeks,
                new WageTerms(
                        new BigDecimal(percent),
                        cap,
                        null,
                        most == null ? null : new BigDecimal(most),
                        false,
                        complement),
                PAYSLIPS,
                "Exemple fictif\u00a0: vérifiez le guide du programme",
                checked));
    }

    private static SubsidyContent content(
            SubsidyProgrammeId programme,
            String position,
            @Nullable PersonId person,
            @Nullable UUID contract,
            Actor responsible,
            LocalDate from,
            LocalDate to,
            int weeks,
            Map<SubsidyStepKind, LocalDate> due) {
        return new SubsidyContent(
                programme,
                position,
                null,
                SubsidyState.APPROVED,
                person,
                contract,
                new PersonId(Objects.requireNonNull(responsible.personId())),
                from,
                to,
                new ApprovedWage(weeks, BigDecimal.valueOf(30), new BigDecimal("24"), new BigDecimal("12")),
                null,
                null,
                due,
                null,
                null);
    }
}
