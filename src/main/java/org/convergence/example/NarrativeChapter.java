package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.cooperation.fieldwork.PartnerPassageSource;
import org.convergence.cooperation.fieldwork.PartnerPassageSource.PassageAnswer;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.domain.NarrativeFact;
import org.convergence.cooperation.narrative.domain.NarrativeFact.FactKind;
import org.convergence.cooperation.narrative.domain.NarrativeFactQueries;
import org.convergence.cooperation.narrative.domain.NarrativePassage.NarrativePassageId;
import org.convergence.cooperation.narrative.domain.NarrativePassage.PassageContent;
import org.convergence.cooperation.narrative.domain.NarrativePassageService;
import org.convergence.cooperation.narrative.domain.NarrativeQueries;
import org.convergence.cooperation.narrative.domain.NarrativeReportService;
import org.convergence.cooperation.narrative.domain.NarrativeReportService.NewNarrativeReport;
import org.convergence.cooperation.narrative.domain.NarrativeSection;
import org.convergence.cooperation.narrative.domain.NarrativeSection.NarrativeSectionContent;
import org.convergence.cooperation.narrative.domain.NarrativeSectionService;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.domain.ProjectService;
import org.convergence.directory.people.OrganisationId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.PastedQuestions;
import org.convergence.resources.grant.AgreementDueId;
import org.convergence.resources.grant.AgreementDueKind;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.AgreementScope;
import org.convergence.resources.grant.domain.AgreementDueService;
import org.convergence.resources.grant.domain.AgreementDueService.AgreementDueFacts;
import org.convergence.resources.grant.domain.AgreementFacts;
import org.convergence.resources.grant.domain.AgreementService;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.CostClass;
import org.springframework.stereotype.Component;

/** Reports of one project in the shapes of two funders: one filed for each with the partner's yes, one in preparation. */
@Component
record NarrativeChapter(
        NarrativeReportService reports,
        NarrativeSectionService sections,
        NarrativePassageService passages,
        NarrativeQueries queries,
        NarrativeFactQueries facts,
        ProjectService projects,
        AgreementService agreements,
        AgreementDueService dues,
        AuditedOperations operations) {

    private static final String FOUNDATION = """
            1. Résultats atteints (350 mots)
            Comparez chaque résultat à sa cible, et expliquez les écarts.

            2. Personnes rejointes (200 mots)
            Selon le sexe. Distinguez les participations et les personnes.

            3. Partenariat (150 mots)
            Décrivez le rôle de vos partenaires.

            4. Risques et leçons (1 500 caractères, espaces compris)
            """;

    private static final String UNION = """
            Ce qui a changé depuis un an (300 mots)

            Vos partenaires, dans leurs mots (120 mots)

            La suite (100 mots)
            """;

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar, ProjectId project) {
        Actor writer = hands.actorOf(ExampleUser.IDRISS);
        Actor coordinator = hands.coordinator();
        OrganisationId partner = directory.organisation("ujb");
        LocalDate today = calendar.today();
        LocalDate start = calendar.previousStart();

        AgreementId agreement = agreement(coordinator, directory.organisation("fdf"), start);
        operations.runAs(coordinator, "project.add-agreement", () -> projects.addAgreement(project, agreement.value()));
        AgreementDueId first = due(coordinator, agreement, "Rapport de la première année", today.minusDays(10));
        AgreementDueId last = due(coordinator, agreement, "Rapport final", start.plusMonths(25));

        NarrativeReportId filed = open(
                writer,
                new NewNarrativeReport(
                        project,
                        first,
                        null,
                        "Racines communes – première année",
                        Language.FRENCH,
                        start,
                        start.plusMonths(12).minusDays(1)),
                FOUNDATION);
        write(
                writer,
                filed,
                0,
                "L’année a servi à former, puis à accompagner. Les camps du Guanajuato sont plus nombreux que prévu à le"
                        + " demander.",
                FactKind.RESULT,
                3);
        write(writer, filed, 1, "Nous comptons à la porte, sans liste de noms.", FactKind.PEOPLE, 1);
        write(
                writer,
                filed,
                2,
                "Le projet se décide à deux, à la rencontre du premier lundi du mois.",
                FactKind.ACTIVITY,
                1);
        write(writer, filed, 3, "Nous avons appris à prévoir la garde des enfants dès l’invitation.", FactKind.RISK, 2);
        NarrativePassageId yes = passage(
                writer,
                filed,
                2,
                partner,
                "L’Unión choisit les promotrices, ouvre ses deux maisons d’accueil et relit chaque texte avant sa sortie.",
                "La Unión elige a las promotoras, abre sus dos casas y relee cada texto antes de que salga.");
        file(writer, coordinator, filed, partner, yes);

        NarrativeReportId second = open(
                writer,
                new NewNarrativeReport(
                        project,
                        null,
                        directory.organisation("cosl"),
                        "Ce que le Fonds a rendu possible au Bajío",
                        Language.FRENCH,
                        start.plusMonths(6),
                        today),
                UNION);
        write(
                writer,
                second,
                0,
                "Les déléguées nous disent qu’on les écoute davantage quand elles viennent à deux.",
                FactKind.RESULT,
                1);
        write(
                writer,
                second,
                2,
                "Les promotrices formeront elles-mêmes les suivantes; nous payons la route et la garde des enfants.",
                FactKind.ACTIVITY,
                1);
        NarrativePassageId agreed = passage(
                writer,
                second,
                1,
                partner,
                "L’Unión accompagne elle-même les plaintes dans la plupart des campements.",
                "La Unión acompaña ella misma las quejas en la mayoría de los campamentos.");
        file(writer, coordinator, second, partner, agreed);

        NarrativeReportId next = open(
                writer,
                new NewNarrativeReport(
                        project,
                        last,
                        null,
                        "Racines communes – rapport final",
                        Language.FRENCH,
                        start.plusMonths(12),
                        start.plusYears(2).minusDays(1)),
                FOUNDATION);
        write(writer, next, 0, "La deuxième année a donné la parole aux promotrices.", FactKind.RESULT, 1);
        passage(
                writer,
                next,
                2,
                partner,
                "L’Unión décide des campements où le projet ira, et du moment.",
                "La Unión decide a qué campamentos irá el proyecto, y cuándo.");
    }

    /** Files a report to which its partner says yes by its link. */
    private void file(
            Actor writer,
            Actor coordinator,
            NarrativeReportId report,
            OrganisationId partner,
            NarrativePassageId passage) {
        operations.runAs(
                PartnerPassageSource.BY_LINK,
                "fieldwork.answer-reading",
                () -> passages.answer(
                        partner, passage.value(), queries.findPassage(passage).version(), PassageAnswer.YES, ""));
        operations.runAs(writer, "narrative.submit", () -> reports.submit(report, version(report)));
        operations.runAs(coordinator, "narrative.approve", () -> reports.approve(report, version(report)));
        operations.runAs(writer, "narrative.file", () -> reports.file(report, version(report)));
    }

    private AgreementId agreement(Actor who, OrganisationId funder, LocalDate start) {
        return operations.callAs(
                who,
                "grant.agreement.record",
                () -> agreements.record(
                        new AgreementFacts(
                                "FDF-118",
                                "Racines communes",
                                funder,
                                null,
                                "CAD",
                                start,
                                start.plusYears(2).minusDays(1),
                                AgreementScope.PROJECT,
                                "Un rapport par année, dans les sections de la fondation.",
                                null,
                                null,
                                false),
                        List.of(new BudgetLineFacts("1", "Formations", CostClass.DIRECT, new BigDecimal("18000")))));
    }

    private AgreementDueId due(Actor who, AgreementId agreement, String what, LocalDate day) {
        return operations.callAs(
                who,
                "grant.agreement.add-due",
                () -> dues.addDue(
                        agreement, new AgreementDueFacts(AgreementDueKind.DELIVERABLE, what, "5", day, null, null)));
    }

    private NarrativeReportId open(Actor who, NewNarrativeReport report, String pasted) {
        NarrativeReportId id = operations.callAs(who, "narrative.open", () -> reports.open(report));
        operations.runAs(who, "narrative.add-sections", () -> sections.add(id, PastedQuestions.parse(pasted)));
        return id;
    }

    private int version(NarrativeReportId report) {
        return queries.findById(report).version();
    }

    private NarrativeSection section(Actor who, NarrativeReportId report, int position) {
        return operations.callAs(
                who, "narrative.write", () -> queries.findSections(report).get(position));
    }

    /** Writes a section, then inserts the first facts of a kind. */
    private void write(Actor who, NarrativeReportId report, int position, String text, FactKind kind, int most) {
        NarrativeSection before = section(who, report, position);
        NarrativeSectionContent content = before.content();
        operations.runAs(
                who,
                "narrative.write",
                () -> sections.write(
                        before.typedId(),
                        before.version(),
                        new NarrativeSectionContent(
                                content.heading(), content.instruction(), content.most(), content.unit(), text),
                        null));
        List<NarrativeFact> chosen = operations.callAs(
                who,
                "narrative.write",
                () -> facts.find(queries.findById(report)).all().stream()
                        .filter(each -> each.reference().kind() == kind)
                        .limit(most)
                        .toList());
        for (NarrativeFact fact : chosen) {
            NarrativeSection now = section(who, report, position);
            operations.runAs(
                    who,
                    "narrative.write",
                    () -> sections.write(now.typedId(), now.version(), now.content(), fact.reference()));
        }
    }

    /** Writes a passage and shows it to its partner. */
    private NarrativePassageId passage(
            Actor who,
            NarrativeReportId report,
            int position,
            OrganisationId partner,
            String text,
            String translation) {
        NarrativeSection section = section(who, report, position);
        return operations.callAs(who, "narrative.write-passage", () -> {
            NarrativePassageId id = passages.findOrAdd(section.typedId(), partner);
            passages.write(id, queries.findPassage(id).version(), new PassageContent(text, translation));
            passages.show(report);
            return id;
        });
    }
}
