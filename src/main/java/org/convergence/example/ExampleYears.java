package org.convergence.example;

import java.time.LocalDate;
import java.util.List;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.example.ExampleFile.ExampleLine;
import org.convergence.plan.report.ReportId;
import org.springframework.stereotype.Component;

/** Two years of work, chapter by chapter. */
@Component
record ExampleYears(
        PlanChapter plans,
        FollowUpChapter followUps,
        RealisationChapter realisations,
        ReportChapter reports,
        HowToChapter howTos,
        HandoverChapter handovers,
        DirectionsChapter directions) {

    /** The previous year, from its plan to its filed report. */
    void previous(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
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
    ExampleYear current(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
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
    void notes(ExampleActors hands, ExampleYear year, AssemblyChapter.BoardMeetings board, ExampleCalendar calendar) {
        LocalDate told = board.lastDay().minusDays(7);
        ReportId last =
                reports.writeNote(hands.coordinator(), year, year.start(), told, board.lastDay(), "note-precedente.md");
        reports.handIn(hands.coordinator(), last, board.last().value());
        reports.writeNote(
                hands.coordinator(), year, told.plusDays(1), calendar.today(), board.nextDay(), "note-courante.md");
    }
}
