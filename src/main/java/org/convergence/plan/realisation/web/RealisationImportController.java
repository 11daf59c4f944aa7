package org.convergence.plan.realisation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.RealisationImportKind;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.imports.web.AbstractImportController;
import org.convergence.platform.imports.web.ImportControllerSupport;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.imports.web.ImportStartPage;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Imports past realisations from a file, with decisions about organisations, duplicates and unreadable values. */
@Controller
@RequestMapping(RealisationImportController.URL)
@Requires(RealisationPermissions.IMPORT)
class RealisationImportController extends AbstractImportController {

    static final String URL = "/plan/realisation/import";

    private final RealisationImportKind past;
    private final RealisationImportPageAssembler pages;

    RealisationImportController(
            ImportControllerSupport desk, RealisationImportKind past, RealisationImportPageAssembler pages) {
        super(URL, desk, List.of(past));
        this.past = past;
        this.pages = pages;
    }

    @Override
    protected void fill(Form form, ImportFile file) {
        RealisationImportForm.fill(form, file);
    }

    @Override
    protected Json choices(ImportFile file, Form form, FormValues answers) {
        return Json.of(RealisationImportForm.read(file, form, answers));
    }

    @Override
    protected ModelAndView start(ImportStartPage page) {
        return PageView.of("plan/realisation/import-start", page);
    }

    @Override
    protected ModelAndView page(ImportPage page, ImportFile file, Words t) {
        return PageView.of("plan/realisation/import", pages.assemble(page, file, t));
    }

    @Override
    protected Map<Integer, String> details(ImportFile file, List<ImportRow> rows, Words t) {
        Map<Integer, String> details = new HashMap<>();
        past.entries(file, rows)
                .forEach((number, entry) -> details.put(number, RealisationImportPageAssembler.detail(entry, t)));
        return details;
    }

    @Override
    protected String recordAddress(ImportedRecord made) {
        return RealisationPage.url(new RealisationId(made.id()), "");
    }
}
