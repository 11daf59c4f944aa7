package org.convergence.example;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.domain.PlanAdoptionService;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.reading.domain.PlanImportService;
import org.convergence.plan.reading.domain.sheet.Sheet;
import org.convergence.plan.reading.domain.sheet.SheetLine;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLineCorrection;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLineKind;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** The two plans: read from text as for any user, corrected, created, adopted, and the earlier one closed. */
@Component
record PlanChapter(
        PlanImportService planImportService,
        PlanBoardQueries boards,
        PlanAdoptionService adoption,
        AuditedOperations operations) {

    /** The areas that the reading gets wrong, and the coordinator corrects. */
    private static final Map<String, Area> AREAS =
            Map.of("1.1", Area.EDUCATION, "3.1", Area.ADVOCACY, "3.3", Area.ADVOCACY);

    private static final String BOARD = "Conseil d’administration";

    /** Creates a draft from the plan in a file. */
    ExampleYear draft(Actor who, String file, LocalDate start) {
        byte[] content =
                ExampleCalendar.fillYears(ExampleFile.text(file), start).getBytes(StandardCharsets.UTF_8);
        UUID draft = operations.callAs(
                who, "reading.read", () -> planImportService.createDraft(file, new ByteArrayResource(content)));
        operations.runAs(who, "reading.change", () -> planImportService.update(draft, 0, PlanChapter::corrected));
        String title = ExampleCalendar.fillYears("Plan d’action {A}-{A+1}", start);
        LocalDate end = start.plusYears(1).minusDays(1);
        PlanId plan = operations.callAs(
                who, "reading.create", () -> planImportService.create(draft, 1, title, PlanKind.ANNUAL, start, end));
        return ExampleYear.of(operations.callAs(who, "actionplan.text", () -> boards.findTree(plan)), start);
    }

    private static Sheet corrected(Sheet sheet) {
        Sheet result = sheet;
        for (SheetLine row : sheet.rows()) {
            Area area = row.kind() == SheetLineKind.MEANS ? AREAS.get(row.code()) : null;
            if (area != null) {
                var better = new SheetLineCorrection(
                        row.kind(),
                        row.code(),
                        row.title(),
                        row.text(),
                        area,
                        row.commitment(),
                        row.responsible(),
                        row.due(),
                        row.details().rhythm(),
                        null);
                result = result.correct(row.id(), better);
            }
        }
        return result;
    }

    /** The board adopts it two weeks before its year. */
    void adopt(Actor who, ExampleYear year, ExampleCalendar calendar) {
        LocalDate day = calendar.workingDay(year.start().minusDays(13));
        String number = ExampleCalendar.fillYears("CA-{A}-18", day);
        operations.runAs(
                who,
                "actionplan.adopt",
                () -> adoption.adopt(
                        year.plan(), boards.findHeader(year.plan()).version(), new Decision(BOARD, day, number, null)));
    }

    /** Closes a plan two weeks after its year. */
    void close(Actor who, ExampleYear year, ExampleCalendar calendar) {
        LocalDate day = calendar.workingDay(year.end().plusDays(14));
        operations.runAs(who, "actionplan.close", () -> adoption.close(year.plan(), day));
    }
}
