package org.convergence.example;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReportCommand;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.Reports;
import org.convergence.plan.report.SectionRef;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.resources.impact.domain.LeafletPeriod;
import org.convergence.resources.impact.domain.LeafletService;
import org.springframework.stereotype.Component;

/**
 * The reports: last year's, to the assembly, filed; this year's, begun; notes to the board, one in the papers of its
 * latest meeting, one begun for the next; and a leaflet for a member.
 */
@Component
record ReportChapter(Reports reports, PlanBoardQueries boards, LeafletService leaflets, AuditedOperations operations) {

    private static final String HEADING = "(?m)^#{1,2} (.+)$";

    /** Begins the report of a year and writes the texts of a file, each under the heading of its section. */
    ReportId write(Actor who, ExampleYear year, String file) {
        LocalDate due = year.end().plusMonths(3);
        var facts = new BeginReportCommand(
                year.plan(),
                Audience.ANNUAL,
                ExampleCalendar.fillYears("Rapport d’activités {A}-{A+1}", year.start()),
                year.start(),
                year.end(),
                due,
                "fr",
                who.label());
        return write(who, year, facts, file);
    }

    /** Begins a note to the board on a period and writes the texts of a file. */
    ReportId writeNote(Actor who, ExampleYear year, LocalDate from, LocalDate to, LocalDate meeting, String file) {
        String title = "Note de suivi au conseil d’administration";
        var facts = new BeginReportCommand(year.plan(), Audience.BOARD, title, from, to, meeting, "fr", who.label());
        return write(who, year, facts, file);
    }

    void handIn(Actor who, ReportId report, UUID meeting) {
        operations.runAs(who, "report.put", () -> reports.handIn(report, meeting, List.of()));
    }

    private ReportId write(Actor who, ExampleYear year, BeginReportCommand facts, String file) {
        ReportId report = operations.callAs(who, "report.begin", () -> reports.begin(facts));
        Map<String, SectionRef> sections =
                sections(operations.callAs(who, "actionplan.text", () -> boards.findTree(year.plan())));
        texts(file)
                .forEach((heading, text) -> operations.runAs(
                        who,
                        "report.write-section",
                        () -> reports.write(report, Objects.requireNonNull(sections.get(heading), heading), text)));
        return report;
    }

    void file(Actor who, ReportId report) {
        operations.runAs(who, "report.file", () -> reports.file(report));
    }

    /** Makes a leaflet on what membership made possible in a year. */
    void makeLeaflet(Actor who, OrganisationId member, ExampleYear year) {
        operations.callAs(
                who, "impact.make", () -> leaflets.make(member, new LeafletPeriod(year.start(), year.end()), null));
    }

    private static Map<String, SectionRef> sections(PlanTree tree) {
        Map<String, SectionRef> sections = new HashMap<>();
        sections.put("Introduction", SectionRef.FOREWORD);
        sections.put("Conclusion", SectionRef.CLOSING);
        sections.put("L’essentiel", SectionRef.ESSENTIAL);
        sections.put("Décisions", SectionRef.DECISIONS);
        int rank = 0;
        for (PlanTree.ObjectiveNode objective : tree.objectives()) {
            sections.put("Objectif " + ++rank, SectionRef.of(new ObjectiveId(objective.id())));
            for (PlanTree.MeansNode means : objective.means()) {
                sections.put(String.valueOf(means.code()), SectionRef.of(new MeansId(means.id())));
            }
        }
        return sections;
    }

    private static Map<String, String> texts(String file) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String block : ExampleFile.text(file).split("(?m)(?=^#{1,2} )", -1)) {
            if (!block.isBlank()) {
                String heading = block.lines().findFirst().orElse("").replaceAll(HEADING, "$1");
                texts.put(heading, block.substring(block.indexOf('\n') + 1).strip());
            }
        }
        return texts;
    }
}
