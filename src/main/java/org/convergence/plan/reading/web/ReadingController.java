package org.convergence.plan.reading.web;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.convergence.platform.shell.AddEntry;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
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

/** Bringing in a written plan: choose, correct, create. */
@Controller
@RequestMapping("/plan/reading")
@Requires(ReadingPermissions.IMPORT)
class ReadingController {

    private static final int LONGEST_TEXT = 20_000;

    private final PlanImport reading;
    private final OrganisationSettings settings;

    ReadingController(PlanImport reading, OrganisationSettings settings) {
        this.reading = reading;
        this.settings = settings;
    }

    private record Creation(
            int version,
            String title,
            PlanKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    @GetMapping
    ModelAndView start() {
        return start(Form.blank());
    }

    private ModelAndView start(Form form) {
        return Page.of("plan/reading/start", new StartPage(form, reading.waiting()));
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
                    UUID draft = reading.read(name == null ? "" : name, bytes(file));
                    return Go.to("/plan/reading/" + draft);
                },
                () -> start(form));
    }

    static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/{draft}")
    ModelAndView show(@PathVariable UUID draft, @RequestParam(required = false) @Nullable Integer row) {
        PlanImport.Draft read = reading.open(draft);
        LocalDate start = settings.current().fiscalYearOf(settings.today());
        Form creation = Form.named("plan")
                .with("title", read.sheet().title())
                .with("kind", PlanKind.ANNUAL)
                .with("from", start)
                .with("to", start.plusYears(1).minusDays(1))
                .at(read.version());
        return Page.of("plan/reading/sheet", new SheetPage(read, row, rowForm(read, row), creation));
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

    @PostMapping("/{draft}/rows/{row}")
    ModelAndView correct(
            @PathVariable UUID draft,
            @PathVariable int row,
            @RequestParam(defaultValue = "save") String gesture,
            Form form) {
        return form.submit(
                answers -> new Change(answers.version(), correction(answers)),
                change -> {
                    reading.change(draft, change.version(), gesture(gesture, row, change.wanted()));
                    String open = gesture.equals("save") || gesture.equals("join") ? "" : "?row=" + row;
                    return Go.to("/plan/reading/" + draft + open).saying("reading.corrected");
                },
                () -> again(draft, row, form));
    }

    private record Change(int version, Correction wanted) {}

    /** What was typed is kept, whichever button was pressed. */
    private static UnaryOperator<Sheet> gesture(String gesture, int row, Correction wanted) {
        return switch (gesture) {
            case "up" -> sheet -> sheet.correct(row, wanted).up(row);
            case "down" -> sheet -> sheet.correct(row, wanted).down(row);
            case "split" -> sheet -> sheet.correct(row, wanted).split(row);
            case "join" -> sheet -> sheet.correct(row, wanted).join(row);
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

    private ModelAndView again(UUID draft, int row, Form form) {
        PlanImport.Draft read = reading.open(draft);
        return Page.of(
                "plan/reading/sheet",
                new SheetPage(
                        read, row, form.at(read.version()), Form.named("plan").at(read.version())));
    }

    @PostMapping("/{draft}/create")
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
                    return Page.of(
                            "plan/reading/sheet",
                            new SheetPage(read, null, Form.named("row").at(read.version()), form.at(read.version())));
                });
    }

    @PostMapping("/{draft}/discard")
    ModelAndView discard(@PathVariable UUID draft) {
        reading.discard(draft);
        return Go.to("/plan/reading").saying("reading.discarded");
    }

    @Bean
    static AddEntry readingEntry() {
        return AddEntry.of(90, "reading.add", "/plan/reading", ReadingPermissions.IMPORT)
                .firstUnder("/plan/actionplan");
    }
}
