package org.convergence.resources.gift.web;

import java.util.List;
import java.util.Map;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.imports.web.AbstractImportController;
import org.convergence.platform.imports.web.ImportControllerSupport;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.convergence.resources.gift.GiftPermissions;
import org.convergence.resources.gift.domain.GiftImportKind;
import org.convergence.resources.gift.domain.GiftImportKind.GiftImportSettings;
import org.convergence.resources.gift.domain.GiftImportKind.ImportedGiftType;
import org.convergence.resources.gift.domain.GiftQueries;
import org.convergence.resources.gift.web.GiftPage.GiftFilePage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Imports gifts received on line: the columns, and the fund of gifts whose campaign names none. */
@Controller
@RequestMapping(GiftImportController.URL)
@Requires(GiftPermissions.RECORD)
class GiftImportController extends AbstractImportController {

    static final String URL = GiftPage.LIST + "/imports";

    private final GiftImportKind kind;
    private final GiftQueries queries;
    private final OrganisationSettings settings;

    GiftImportController(
            ImportControllerSupport support, GiftImportKind kind, GiftQueries queries, OrganisationSettings settings) {
        super(URL, support, List.of(kind));
        this.kind = kind;
        this.queries = queries;
        this.settings = settings;
    }

    @Override
    protected ModelAndView page(ImportPage page, ImportFile file, Words t) {
        return PageView.of(
                "resources/gift/import-file",
                new GiftFilePage(
                        page,
                        queries.findPurposes(settings.today()).stream()
                                .map(each -> Option.of(each.fund(), each.name()))
                                .toList()));
    }

    @Override
    protected void fill(Form form, ImportFile file) {
        form.with("fund", file.choices().as(GiftImportSettings.class).fund());
    }

    @Override
    protected Json choices(ImportFile file, Form form, FormValues answers) {
        return Json.of(new GiftImportSettings(answers.optionalId("fund")));
    }

    @Override
    protected Map<Integer, String> details(ImportFile file, List<ImportRow> rows, Words t) {
        return kind.describe(rows, t);
    }

    @Override
    protected @Nullable String recordAddress(ImportedRecord made) {
        return made.thing().equals(ImportedGiftType.GIFT.name()) ? GiftPage.LIST + "/" + made.id() : null;
    }
}
