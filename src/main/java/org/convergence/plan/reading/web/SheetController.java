package org.convergence.plan.reading.web;

import java.time.LocalDate;
import java.util.List;
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
import org.convergence.plan.reading.domain.sheet.SheetLine;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLineCorrection;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLineKind;
import org.convergence.plan.reading.web.PlanPreviewPage.PlanUploadPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.FirstStep;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
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
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    private record SheetChange(int version, SheetLineCorrection wanted) {}

    private record PlanCreationInput(
            int version,
            String title,
            PlanKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    @GetMapping("/{draft}")
    ModelAndView show(@PathVariable UUID draft, @RequestParam(required = false) @Nullable Integer row) {
        PlanImportService.ImportDraft read = planImportService.findById(draft);
        return page(read, row, rowForm(read, row), creation(read));
    }

    private static ModelAndView page(
            PlanImportService.ImportDraft read, @Nullable Integer row, Form line, Form creation) {
        return PageView.of("plan/reading/sheet", new PlanPreviewPage(read, row, line, creation));
    }

    private static Form rowForm(PlanImportService.ImportDraft read, @Nullable Integer id) {
        Form form = Form.named("row").atVersion(read.version());
        if (id != null) {
            SheetLine row = read.sheet().row(id);
            form.with("kind", row.kind())
                    .with("code", row.code())
                    .with("title", row.title())
                    .with("text", row.text())
                    .with("area", row.area())
                    .with("commitment", row.commitment());
        }
        return form;
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
                            .withNotice("reading.corrected");
                },
                () -> {
                    PlanImportService.ImportDraft read = planImportService.findById(draft);
                    return page(read, row, form.atVersion(read.version()), creation(read));
                });
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
        String code = answers.optionalText("code", 20);
        String title = answers.optionalText("title", 500);
        String text = answers.optionalText("text", LONGEST_TEXT);
        Commitment commitment = answers.optionalChoice("commitment", Commitment.class);
        return new SheetLineCorrection(
                answers.choice("kind", SheetLineKind.class),
                code == null ? "" : code,
                title == null ? "" : title,
                text == null ? "" : text,
                answers.optionalChoice("area", Area.class),
                commitment == null ? Commitment.FIRM : commitment,
                answers.optionalWholeNumber("under", 1, Integer.MAX_VALUE - 1));
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
                () -> {
                    PlanImportService.ImportDraft read = planImportService.findById(draft);
                    return page(
                            read, null, Form.named("row").atVersion(read.version()), form.atVersion(read.version()));
                });
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
