package org.convergence.example;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.domain.PlanAdoption;
import org.convergence.plan.actionplan.domain.PlanBoards;
import org.convergence.plan.reading.domain.PlanImport;
import org.convergence.plan.reading.domain.sheet.Correction;
import org.convergence.plan.reading.domain.sheet.Row;
import org.convergence.plan.reading.domain.sheet.RowKind;
import org.convergence.plan.reading.domain.sheet.Sheet;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** The two plans: read from text as for any user, corrected, created, adopted, and the earlier one closed. */
@Component
class PlanChapter {

    /** The areas that the reading gets wrong, and the coordinator corrects. */
    private static final Map<String, Area> AREAS =
            Map.of("1.1", Area.EDUCATION, "3.1", Area.ADVOCACY, "3.3", Area.ADVOCACY);

    private static final String BOARD = "Conseil d’administration";

    private final PlanImport reading;
    private final PlanBoards boards;
    private final PlanAdoption adoption;
    private final Gestures gestures;

    PlanChapter(PlanImport reading, PlanBoards boards, PlanAdoption adoption, Gestures gestures) {
        this.reading = reading;
        this.boards = boards;
        this.adoption = adoption;
        this.gestures = gestures;
    }

    /** Creates a draft from the plan in a file. */
    ExampleYear draft(Actor who, String file, LocalDate start) {
        byte[] content = ExampleCalendar.written(ExampleFile.text(file), start).getBytes(StandardCharsets.UTF_8);
        UUID draft = gestures.by(who, "PlanImport.read", () -> reading.read(file, new ByteArrayResource(content)));
        gestures.doneBy(who, "PlanImport.change", () -> reading.change(draft, 0, PlanChapter::corrected));
        String title = ExampleCalendar.written("Plan d’action {A}-{A+1}", start);
        LocalDate end = start.plusYears(1).minusDays(1);
        PlanId plan = gestures.by(
                who, "PlanImport.create", () -> reading.create(draft, 1, title, PlanKind.ANNUAL, start, end));
        return ExampleYear.of(gestures.by(who, "PlanBoards.text", () -> boards.text(plan)), start);
    }

    private static Sheet corrected(Sheet sheet) {
        Sheet result = sheet;
        for (Row row : sheet.rows()) {
            Area area = row.kind() == RowKind.MEANS ? AREAS.get(row.code()) : null;
            if (area != null) {
                var better =
                        new Correction(row.kind(), row.code(), row.title(), row.text(), area, row.commitment(), null);
                result = result.correct(row.id(), better);
            }
        }
        return result;
    }

    /** The board adopts it two weeks before its year. */
    void adopt(Actor who, ExampleYear year, ExampleCalendar calendar) {
        LocalDate day = calendar.workingDay(year.start().minusDays(13));
        String number = ExampleCalendar.written("CA-{A}-18", day);
        gestures.doneBy(
                who,
                "PlanAdoption.adopt",
                () -> adoption.adopt(
                        year.plan(), boards.header(year.plan()).version(), new Decision(BOARD, day, number, null)));
    }

    /** It is closed two weeks after its year. */
    void close(Actor who, ExampleYear year, ExampleCalendar calendar) {
        LocalDate day = calendar.workingDay(year.end().plusDays(14));
        gestures.doneBy(who, "PlanAdoption.close", () -> adoption.close(year.plan(), day));
    }
}
