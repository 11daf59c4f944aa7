package org.convergence.example;

import java.time.LocalDate;
import java.util.List;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.example.ExampleFile.ExampleLine;
import org.convergence.plan.report.ReportId;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates the example organisation in an empty database, in one transaction. */
@Component
class ExampleOrganisation {

    private final OrganisationSettings settings;
    private final ExampleAccounts cast;
    private final DirectoryChapter directoryChapter;
    private final PlanChapter plans;
    private final FollowUpChapter followUps;
    private final RealisationChapter realisations;
    private final ReportChapter reports;
    private final HowToChapter howTos;
    private final HandoverChapter handovers;
    private final DirectionsChapter directions;
    private final OfficeChapter office;
    private final AdvocacyChapter advocacy;
    private final AssemblyChapter assemblies;
    private final TransactionTemplate transactions;

    ExampleOrganisation(
            OrganisationSettings settings,
            ExampleAccounts cast,
            DirectoryChapter directoryChapter,
            OfficeChapter office,
            AdvocacyChapter advocacy,
            AssemblyChapter assemblies,
            PlatformTransactionManager transactionManager,
            PlanChapter plans,
            FollowUpChapter followUps,
            RealisationChapter realisations,
            ReportChapter reports,
            HowToChapter howTos,
            HandoverChapter handovers,
            DirectionsChapter directions) {
        this.settings = settings;
        this.cast = cast;
        this.directoryChapter = directoryChapter;
        this.office = office;
        this.advocacy = advocacy;
        this.assemblies = assemblies;
        this.transactions = new TransactionTemplate(transactionManager);
        this.plans = plans;
        this.followUps = followUps;
        this.realisations = realisations;
        this.reports = reports;
        this.howTos = howTos;
        this.handovers = handovers;
        this.directions = directions;
    }

    void enter() {
        transactions.executeWithoutResult(status -> {
            ExampleCalendar calendar = ExampleCalendar.of(settings.today());
            ExampleActors invited = new ExampleActors(cast.foundOrganisation(calendar));
            ExampleDirectory directory = directoryChapter.enter(invited.coordinator(), calendar);
            ExampleActors hands = cast.linkPersons(invited, directory);
            previous(hands, directory, calendar);
            ExampleYear year = current(hands, directory, calendar);
            office.enter(hands, directory, calendar);
            advocacy.enter(hands, directory, calendar);
            notes(hands, year, assemblies.enter(hands, directory, calendar), calendar);
        });
    }

    /** The previous year, from its plan to its filed report. */
    private void previous(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        List<ExampleLine> followed = ExampleFile.lines("suivi-precedent.csv");
        ExampleYear year = plans.draft(hands.coordinator(), "plan-precedent.txt", calendar.previousStart());
        followUps.setTargets(hands.coordinator(), year, followed);
        plans.adopt(hands.coordinator(), year, calendar);
        followUps.follow(hands, year, followed, directory, calendar);
        followUps.drop(hands.coordinator(), year, followed, calendar);
        realisations.record(
                hands, year, ExampleFile.lines("realisations-precedentes.csv"), followed, directory, calendar);
        plans.close(hands.coordinator(), year, calendar);
        ReportId report = reports.write(hands.coordinator(), year, "rapport-precedent.md");
        reports.file(hands.coordinator(), report);
        reports.makeLeaflet(hands.coordinator(), directory.organisation("scl"), year);
    }

    /** The current year. */
    private ExampleYear current(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        List<ExampleLine> followed = ExampleFile.lines("suivi-courant.csv");
        ExampleYear year = plans.draft(hands.coordinator(), "plan-courant.txt", calendar.yearStart());
        followUps.setTargets(hands.coordinator(), year, followed);
        plans.adopt(hands.coordinator(), year, calendar);
        followUps.follow(hands, year, followed, directory, calendar);
        howTos.write(hands, year, "marches-a-suivre.md");
        followUps.amend(hands.coordinator(), year, ExampleFile.lines("modifications-courantes.csv"), calendar);
        realisations.record(
                hands, year, ExampleFile.lines("realisations-courantes.csv"), followed, directory, calendar);
        handovers.handOver(hands, year, directory);
        reports.write(hands.coordinator(), year, "rapport-courant.md");
        directions.adopt(hands.coordinator(), year, calendar);
        directions.prepare(hands.coordinator(), year);
        return year;
    }

    /** The notes to the board, for its latest meeting and for the next. */
    private void notes(
            ExampleActors hands, ExampleYear year, AssemblyChapter.BoardMeetings board, ExampleCalendar calendar) {
        LocalDate told = board.lastDay().minusDays(7);
        ReportId last =
                reports.writeNote(hands.coordinator(), year, year.start(), told, board.lastDay(), "note-precedente.md");
        reports.handIn(hands.coordinator(), last, board.last().value());
        reports.writeNote(
                hands.coordinator(), year, told.plusDays(1), calendar.today(), board.nextDay(), "note-courante.md");
    }
}
