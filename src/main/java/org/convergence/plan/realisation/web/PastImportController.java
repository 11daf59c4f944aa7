package org.convergence.plan.realisation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.PastRealisations;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.Made;
import org.convergence.platform.imports.web.ImportDesk;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.imports.web.ImportRoutes;
import org.convergence.platform.imports.web.ImportStartPage;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Imports past realisations from a file, with decisions about organisations, duplicates and unreadable values. */
@Controller
@RequestMapping(PastImportController.URL)
@Requires(RealisationPermissions.IMPORT)
class PastImportController extends ImportRoutes {

    static final String URL = "/plan/realisation/import";

    private final PastRealisations past;
    private final PastImportPages pages;

    PastImportController(ImportDesk desk, PastRealisations past, PastImportPages pages) {
        super(URL, desk, List.of(past));
        this.past = past;
        this.pages = pages;
    }

    @Override
    protected void fill(Form form, ImportFile file) {
        PastImportForms.fill(form, file);
    }

    @Override
    protected Json choices(ImportFile file, Form form, Answers answers) {
        return Json.of(PastImportForms.read(file, form, answers));
    }

    @Override
    protected ModelAndView start(ImportStartPage page) {
        return Page.of("plan/realisation/import-start", page);
    }

    @Override
    protected ModelAndView page(ImportPage page, ImportFile file, Words t) {
        return Page.of("plan/realisation/import", pages.of(page, file, t));
    }

    @Override
    protected Map<Integer, String> details(ImportFile file, List<ImportRow> rows, Words t) {
        Map<Integer, String> details = new HashMap<>();
        past.entries(file, rows).forEach((number, entry) -> details.put(number, PastImportPages.detail(entry, t)));
        return details;
    }

    @Override
    protected String place(Made made) {
        return RealisationPage.url(new RealisationId(made.id()), "");
    }
}
