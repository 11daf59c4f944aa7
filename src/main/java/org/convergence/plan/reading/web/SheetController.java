package org.convergence.plan.reading.web;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.reading.ReadingPermissions;
import org.convergence.plan.reading.domain.PlanImportService;
import org.convergence.plan.reading.domain.sheet.Sheet;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLineCorrection;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLineKind;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLinesCorrection;
import org.convergence.plan.reading.web.PlanPreviewPage.PlanUploadPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.FirstStep;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Takes a file, shows the plan as read, corrects it line by line, then creates it. */
@Controller
@RequestMapping("/plan/reading")
@Requires(ReadingPermissions.IMPORT)
record SheetController(PlanImportService planImportService, OrganisationSettings settings) {

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_WORDS = 300;
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    private record SheetChange(int version, SheetLineCorrection wanted) {}

    private record SheetLinesChange(int version, Set<Integer> lines, SheetLinesCorrection wanted) {}

    private record PlanCreationInput(
            int version,
            String title,
            PlanKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    @GetMapping("/{draft}")
    ModelAndView show(@PathVariable UUID draft, @RequestParam(required = false) @Nullable Integer row) {
        return page(preview(draft, row));
    }

    private static ModelAndView page(PlanPreviewPage page) {
        return PageView.of("plan/reading/sheet", page);
    }

    private PlanPreviewPage preview(UUID draft, @Nullable Integer row) {
        PlanImportService.ImportDraft read = planImportService.findById(draft);
        return new PlanPreviewPage(
                read,
                row,
                PlanPreviewPage.rowForm(read, row),
                Form.named("lines").atVersion(read.version()),
                creation(read));
    }

    /** The proposed period is that of the file, else the current year. */
    private Form creation(PlanImportService.ImportDraft read) {
        LocalDate start = settings.current().fiscalYearOf(settings.today());
        LocalDate to = read.sheet().to();
        return Form.named("plan")
                .with("title", titleWithYears(read.sheet()))
                .with("kind", PlanKind.ANNUAL)
                .with("from", to == null ? start : read.sheet().from())
                .with("to", to == null ? start.plusYears(1).minusDays(1) : to)
                .atVersion(read.version());
    }

    /** A title without a year gets those of the period that the file gives: plans are told apart by it. */
    private static String titleWithYears(Sheet sheet) {
        LocalDate from = sheet.from();
        LocalDate to = sheet.to();
        if (sheet.title().isEmpty()
                || from == null
                || to == null
                || YEAR.matcher(sheet.title()).find()) {
            return sheet.title();
        }
        String years = from.getYear() == to.getYear() ? "" + from.getYear() : from.getYear() + "-" + to.getYear();
        return sheet.title() + " " + years;
    }

    @PostMapping("/{draft}/rows/{row}")
    ModelAndView correct(
            @PathVariable UUID draft,
            @PathVariable int row,
            @RequestParam(defaultValue = "save") String gesture,
            Form form) {
        return form.submit(
                answers -> new SheetChange(answers.version(), correction(answers)),
                change -> {
                    int near = gesture.equals("join")
                            ? planImportService.findById(draft).sheet().previousId(row)
                            : row;
                    planImportService.update(draft, change.version(), gesture(gesture, row, change.wanted()));
                    boolean goesOn = List.of("up", "down", "split").contains(gesture);
                    return SeeOther.to("/plan/reading/" + draft + (goesOn ? "?row=" + row : "") + "#row-" + near)
                            .withNotice("reading.corrected")
                            .withUndo(undoUrl(draft, change.version()));
                },
                () -> page(preview(draft, row).withRow(form)));
    }

    @PostMapping("/{draft}/rows")
    ModelAndView correctAll(@PathVariable UUID draft, Form form) {
        return form.submit(
                SheetController::linesChange,
                change -> {
                    planImportService.update(
                            draft, change.version(), sheet -> sheet.correctAll(change.lines(), change.wanted()));
                    return SeeOther.to("/plan/reading/" + draft + "#row-"
                                    + change.lines().iterator().next())
                            .withNotice("reading.many.corrected", change.lines().size())
                            .withUndo(undoUrl(draft, change.version()));
                },
                () -> page(preview(draft, null).withLines(form)));
    }

    private static SheetLinesChange linesChange(FormValues answers) {
        Set<Integer> lines = new LinkedHashSet<>();
        for (String line : answers.form().values("line")) {
            TextParser.wholeNumber(line).ifPresent(lines::add);
        }
        if (lines.isEmpty()) {
            answers.reject("line", "reading.many.none");
        }
        return new SheetLinesChange(
                answers.version(),
                lines,
                answers.form().value("gesture").equals("drop")
                        ? new SheetLinesCorrection(SheetLineKind.UNPLACED, null, null, null)
                        : new SheetLinesCorrection(
                                answers.optionalChoice("kind", SheetLineKind.class),
                                answers.optionalChoice("area", Area.class),
                                answers.optionalChoice("commitment", Commitment.class),
                                answers.optionalWholeNumber("under", 1, Integer.MAX_VALUE - 1)));
    }

    private static String undoUrl(UUID draft, int version) {
        return "/plan/reading/" + draft + "/undo/" + (version + 1);
    }

    @PostMapping("/{draft}/undo/{version}")
    ModelAndView undo(@PathVariable UUID draft, @PathVariable int version) {
        planImportService.undo(draft, version);
        return SeeOther.to("/plan/reading/" + draft).withNotice("reading.undone");
    }

    /** The typed corrections are saved, whichever button was pressed. */
    private static UnaryOperator<Sheet> gesture(String gesture, int row, SheetLineCorrection wanted) {
        return switch (gesture) {
            case "up" -> sheet -> sheet.correct(row, wanted).moveUp(row);
            case "down" -> sheet -> sheet.correct(row, wanted).moveDown(row);
            case "split" -> sheet -> sheet.correct(row, wanted).split(row);
            case "join" -> sheet -> sheet.correct(row, wanted).join(row);
            case "drop" -> sheet -> sheet.correct(row, wanted).drop(row);
            default -> sheet -> sheet.correct(row, wanted);
        };
    }

    private static SheetLineCorrection correction(FormValues answers) {
        Commitment commitment = answers.optionalChoice("commitment", Commitment.class);
        return new SheetLineCorrection(
                answers.choice("kind", SheetLineKind.class),
                shortText(answers, "code", 20),
                shortText(answers, "title", 500),
                shortText(answers, "text", LONGEST_TEXT),
                answers.optionalChoice("area", Area.class),
                commitment == null ? Commitment.FIRM : commitment,
                shortText(answers, "responsible", LONGEST_WORDS),
                shortText(answers, "due", LONGEST_WORDS),
                shortText(answers, "rhythm", LONGEST_WORDS),
                answers.optionalWholeNumber("under", 1, Integer.MAX_VALUE - 1));
    }

    private static String shortText(FormValues answers, String field, int max) {
        return requireNonNullElse(answers.optionalText(field, max), "");
    }

    @PostMapping("/{draft}/create")
    ModelAndView create(@PathVariable UUID draft, Form form) {
        return form.submit(
                answers -> new PlanCreationInput(
                        answers.version(),
                        answers.text("title", 300),
                        answers.choice("kind", PlanKind.class),
                        answers.optionalDate("from"),
                        answers.optionalDate("to")),
                wanted -> {
                    PlanId plan = planImportService.create(
                            draft, wanted.version(), wanted.title(), wanted.kind(), wanted.from(), wanted.to());
                    return SeeOther.to("/plan/actionplan/" + plan.value()).withNotice("reading.created");
                },
                () -> page(preview(draft, null).withCreation(form)));
    }

    @GetMapping
    ModelAndView start() {
        return start(Form.blank());
    }

    private ModelAndView start(Form form) {
        return PageView.of("plan/reading/start", new PlanUploadPage(form, planImportService.findPending()));
    }

    @PostMapping
    ModelAndView read(Form form) {
        return form.submit(
                answers -> {
                    List<MultipartFile> files = answers.files("file");
                    if (files.isEmpty()) {
                        form.reject("file", "reading.file.missing");
                    }
                    return files;
                },
                files -> {
                    MultipartFile file = files.get(0);
                    String name = file.getOriginalFilename();
                    UUID draft = planImportService.createDraft(name == null ? "" : name, file);
                    return SeeOther.to("/plan/reading/" + draft);
                },
                () -> start(form));
    }

    @PostMapping("/{draft}/discard")
    ModelAndView discard(@PathVariable UUID draft) {
        planImportService.delete(draft);
        return SeeOther.to("/plan/reading").withNotice("reading.discarded");
    }

    @Bean
    static AddButtonEntry readingEntry() {
        return AddButtonEntry.of(100, "reading.add", "/plan/reading", ReadingPermissions.IMPORT)
                .firstUnder("/plan/actionplan");
    }

    /** The plan that the organisation already has. */
    @Bean
    static FirstStep planStep() {
        return FirstStep.of(
                10,
                "reading.step",
                ReadingPermissions.IMPORT,
                "/plan/reading",
                "SELECT EXISTS (SELECT FROM plan.actionplan_summary)");
    }
}
