package org.convergence.plan.realisation.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.ImportPreview.Show;
import org.convergence.plan.realisation.domain.ImportSettings;
import org.convergence.plan.realisation.domain.PastImport;
import org.convergence.plan.realisation.domain.RealisationImport;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Bringing in past realisations from a file: choose, say what its columns are, see what would come of it, record. */
@Controller
@RequestMapping("/plan/realisation/import")
@Requires(RealisationPermissions.IMPORT)
class ImportController {

    static final String URL = RealisationPage.LIST + "/import";

    private static final int BEFORE = 10;

    private final RealisationImport imports;
    private final ImportPages pages;
    private final ImportReports reports;

    ImportController(RealisationImport imports, ImportPages pages, ImportReports reports) {
        this.imports = imports;
        this.pages = pages;
        this.reports = reports;
    }

    private record Settled(int version, ImportSettings settings) {}

    @GetMapping
    ModelAndView start(Words t) {
        return start(Form.blank(), t);
    }

    private ModelAndView start(Form form, Words t) {
        var before = imports.latest(BEFORE).stream()
                .map(each -> new ImportStartPage.Before(
                        t.dateTime(each.createdAt()),
                        each.fileName(),
                        URL + "/" + each.id(),
                        each.state() == PastImport.State.DONE ? Tone.OK : Tone.AHEAD,
                        t.say("realisation.import.state." + each.state().name())))
                .toList();
        return Page.of("plan/realisation/import-start", new ImportStartPage(form, before));
    }

    @PostMapping
    ModelAndView read(Form form, Words t) {
        return form.submit(
                answers -> {
                    var files = answers.files("file");
                    if (files.isEmpty()) {
                        form.reject("file", "realisation.import.choose");
                    }
                    return files;
                },
                files -> Go.to(URL + "/" + read(files.get(0))),
                () -> start(form, t));
    }

    private UUID read(MultipartFile file) {
        String name = file.getOriginalFilename();
        try (InputStream in = file.getInputStream()) {
            return imports.read(name == null ? "" : name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/{id}")
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Show show,
            @RequestParam(defaultValue = "0") int after,
            Words t) {
        PastImport it = imports.open(id);
        return it.state() == PastImport.State.DRAFT
                ? Page.of("plan/realisation/import", pages.of(it, ImportForms.of(it), show, after, t))
                : Page.of("plan/realisation/import-report", reports.of(it, after, t));
    }

    @PostMapping("/{id}")
    ModelAndView settle(@PathVariable UUID id, Form form, Words t) {
        PastImport it = imports.open(id);
        return form.submit(
                answers -> new Settled(answers.version(), ImportForms.read(it, form, answers)),
                settled -> {
                    imports.settle(id, settled.version(), settled.settings());
                    return Go.to(URL + "/" + id + "#rows");
                },
                () -> Page.of("plan/realisation/import", pages.of(it, form, null, 0, t)));
    }

    @PostMapping("/{id}/run")
    ModelAndView run(@PathVariable UUID id, Form form, Words t) {
        PastImport it = imports.open(id);
        return form.submit(
                answers -> answers.version(),
                version -> {
                    imports.run(id, version);
                    return Go.to(URL + "/" + id);
                },
                () -> Page.of("plan/realisation/import", pages.of(it, ImportForms.of(it), null, 0, t)));
    }

    /** How far the work is, for the page that watches it; once it is through, the page is opened anew. */
    @GetMapping("/{id}/work")
    ModelAndView work(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Words t) {
        PastImport it = imports.open(id);
        var view = ImportReports.isGoing(it) ? reports.view(it) : null;
        return part == null || view == null || !view.state().isActive()
                ? Go.to(URL + "/" + id)
                : Page.fragment("plan/realisation/import-work", reports.work(it, view, t));
    }

    @PostMapping("/{id}/stop")
    ModelAndView stop(@PathVariable UUID id) {
        imports.stop(id);
        return Go.to(URL + "/" + id);
    }

    @PostMapping("/{id}/resume")
    ModelAndView resume(@PathVariable UUID id) {
        imports.resume(id);
        return Go.to(URL + "/" + id);
    }

    @PostMapping("/{id}/undo")
    ModelAndView undo(@PathVariable UUID id) {
        imports.undo(id);
        return Go.to(URL + "/" + id);
    }

    @PostMapping("/{id}/discard")
    ModelAndView discard(@PathVariable UUID id) {
        imports.discard(id);
        return Go.to(URL).saying("realisation.import.discarded");
    }
}
