package org.convergence.example;

import java.util.List;
import org.convergence.example.DirectoryChapter.Directory;
import org.convergence.example.ExampleFile.Line;
import org.convergence.plan.report.ReportId;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters the example organisation into a database without any, in one transaction: whole or not at all. */
@Component
class ExampleOrganisation {

    private final OrganisationSettings settings;
    private final Cast cast;
    private final DirectoryChapter directoryChapter;
    private final PlanChapter plans;
    private final FollowUpChapter followUps;
    private final RealisationChapter realisations;
    private final ReportChapter reports;
    private final TransactionTemplate transactions;

    ExampleOrganisation(
            OrganisationSettings settings,
            Cast cast,
            DirectoryChapter directoryChapter,
            PlanChapter plans,
            FollowUpChapter followUps,
            RealisationChapter realisations,
            ReportChapter reports,
            PlatformTransactionManager transactionManager) {
        this.settings = settings;
        this.cast = cast;
        this.directoryChapter = directoryChapter;
        this.plans = plans;
        this.followUps = followUps;
        this.realisations = realisations;
        this.reports = reports;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    void enter() {
        transactions.executeWithoutResult(status -> {
            ExampleCalendar calendar = ExampleCalendar.of(settings.today());
            Hands invited = new Hands(cast.found(calendar));
            Directory directory = directoryChapter.enter(invited.coordinator(), calendar);
            Hands hands = cast.known(invited, directory);
            enterThePreviousYear(hands, directory, calendar);
            enterTheCurrentYear(hands, directory, calendar);
        });
    }

    private void enterThePreviousYear(Hands hands, Directory directory, ExampleCalendar calendar) {
        List<Line> followed = ExampleFile.lines("suivi-precedent.csv");
        ExampleYear year = plans.draft(hands.coordinator(), "plan-precedent.txt", calendar.previousStart());
        followUps.aim(hands.coordinator(), year, followed);
        plans.adopt(hands.coordinator(), year, calendar);
        followUps.follow(hands, year, followed, directory, calendar);
        followUps.drop(hands.coordinator(), year, followed, calendar);
        realisations.record(
                hands, year, ExampleFile.lines("realisations-precedentes.csv"), followed, directory, calendar);
        plans.close(hands.coordinator(), year, calendar);
        ReportId report = reports.write(hands.coordinator(), year, "rapport-precedent.md");
        reports.file(hands.coordinator(), report);
    }

    private void enterTheCurrentYear(Hands hands, Directory directory, ExampleCalendar calendar) {
        List<Line> followed = ExampleFile.lines("suivi-courant.csv");
        ExampleYear year = plans.draft(hands.coordinator(), "plan-courant.txt", calendar.yearStart());
        followUps.aim(hands.coordinator(), year, followed);
        plans.adopt(hands.coordinator(), year, calendar);
        followUps.follow(hands, year, followed, directory, calendar);
        followUps.amend(hands.coordinator(), year, ExampleFile.lines("modifications-courantes.csv"), calendar);
        realisations.record(
                hands, year, ExampleFile.lines("realisations-courantes.csv"), followed, directory, calendar);
        reports.write(hands.coordinator(), year, "rapport-courant.md");
    }
}
