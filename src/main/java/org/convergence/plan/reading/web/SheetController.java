package org.convergence.plan.reading.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.reading.ReadingPermissions;
import org.convergence.plan.reading.domain.PlanImport;
import org.convergence.plan.reading.domain.sheet.Correction;
import org.convergence.plan.reading.domain.sheet.Row;
import org.convergence.plan.reading.domain.sheet.RowKind;
import org.convergence.plan.reading.domain.sheet.Sheet;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows a plan as read, corrects it line by line, then creates it. */
@Controller
@RequestMapping("/plan/reading/{draft}")
@Requires(ReadingPermissions.IMPORT)
class SheetController {

    private static final int LONGEST_TEXT = 20_000;

    private final PlanImport reading;
    private final OrganisationSettings settings;

    SheetController(PlanImport reading, OrganisationSettings settings) {
        this.reading = reading;
        this.settings = settings;
    }

    private record Change(int version, Correction wanted) {}

    private record Creation(
            int version,
            String title,
            PlanKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    @GetMapping
    ModelAndView show(@PathVariable UUID draft, @RequestParam(required = false) @Nullable Integer row) {
        PlanImport.Draft read = reading.open(draft);
        return page(read, row, rowForm(read, row), creation(read));
    }

    private static ModelAndView page(PlanImport.Draft read, @Nullable Integer row, Form line, Form creation) {
        return Page.of("plan/reading/sheet", new SheetPage(read, row, line, creation));
    }

    private static Form rowForm(PlanImport.Draft read, @Nullable Integer id) {
        Form form = Form.named("row").at(read.version());
        if (id != null) {
            Row row = read.sheet().row(id);
            form.with("kind", row.kind())
                    .with("code", row.code())
                    .with("title", row.title())
                    .with("text", row.text())
                    .with("area", row.area())
                    .with("commitment", row.commitment());
        }
        return form;
    }

    /** The proposed period is the current year. */
    private Form creation(PlanImport.Draft read) {
        LocalDate start = settings.current().fiscalYearOf(settings.today());
        return Form.named("plan")
                .with("title", read.sheet().title())
                .with("kind", PlanKind.ANNUAL)
                .with("from", start)
                .with("to", start.plusYears(1).minusDays(1))
                .at(read.version());
    }

    @PostMapping("/rows/{row}")
    ModelAndView correct(
            @PathVariable UUID draft,
            @PathVariable int row,
            @RequestParam(defaultValue = "save") String gesture,
            Form form) {
        return form.submit(
                answers -> new Change(answers.version(), correction(answers)),
                change -> {
                    int near =
                            gesture.equals("join") ? reading.open(draft).sheet().before(row) : row;
                    reading.change(draft, change.version(), gesture(gesture, row, change.wanted()));
                    boolean goesOn = List.of("up", "down", "split").contains(gesture);
                    return Go.to("/plan/reading/" + draft + (goesOn ? "?row=" + row : "") + "#row-" + near)
                            .saying("reading.corrected");
                },
                () -> {
                    PlanImport.Draft read = reading.open(draft);
                    return page(read, row, form.at(read.version()), creation(read));
                });
    }

    /** The typed corrections are saved, whichever button was pressed. */
    private static UnaryOperator<Sheet> gesture(String gesture, int row, Correction wanted) {
        return switch (gesture) {
            case "up" -> sheet -> sheet.correct(row, wanted).up(row);
            case "down" -> sheet -> sheet.correct(row, wanted).down(row);
            case "split" -> sheet -> sheet.correct(row, wanted).split(row);
            case "join" -> sheet -> sheet.correct(row, wanted).join(row);
            case "drop" -> sheet -> sheet.correct(row, wanted).drop(row);
            default -> sheet -> sheet.correct(row, wanted);
        };
    }

    private static Correction correction(Answers answers) {
        String code = answers.optionalText("code", 20);
        String title = answers.optionalText("title", 500);
        String text = answers.optionalText("text", LONGEST_TEXT);
        Commitment commitment = answers.optionalChoice("commitment", Commitment.class);
        return new Correction(
                answers.choice("kind", RowKind.class),
                code == null ? "" : code,
                title == null ? "" : title,
                text == null ? "" : text,
                answers.optionalChoice("area", Area.class),
                commitment == null ? Commitment.FIRM : commitment,
                answers.optionalWhole("under", 1, Integer.MAX_VALUE - 1));
    }

    @PostMapping("/create")
    ModelAndView create(@PathVariable UUID draft, Form form) {
        return form.submit(
                answers -> new Creation(
                        answers.version(),
                        answers.text("title", 300),
                        answers.choice("kind", PlanKind.class),
                        answers.optionalDate("from"),
                        answers.optionalDate("to")),
                wanted -> {
                    PlanId plan = reading.create(
                            draft, wanted.version(), wanted.title(), wanted.kind(), wanted.from(), wanted.to());
                    return Go.to("/plan/actionplan/" + plan.value()).saying("reading.created");
                },
                () -> {
                    PlanImport.Draft read = reading.open(draft);
                    return page(read, null, Form.named("row").at(read.version()), form.at(read.version()));
                });
    }
}
