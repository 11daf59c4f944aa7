package org.convergence.resources.ledger.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.imports.web.AbstractImportController;
import org.convergence.platform.imports.web.ImportControllerSupport;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.imports.web.ImportStartPage;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.BooksImportKind;
import org.convergence.resources.ledger.domain.BooksImportKind.BooksSettings;
import org.convergence.resources.ledger.domain.DateOrder;
import org.convergence.resources.ledger.web.BooksComparisonPage.BooksImportPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Imports the accountant's general ledger of a period for comparison. */
@Controller
@RequestMapping(BooksImportController.URL)
@Requires(LedgerPermissions.REVIEW)
class BooksImportController extends AbstractImportController {

    static final String URL = LedgerUrls.BOOKS + "/import";

    private final BooksImportKind kind;
    private final OrganisationSettings settings;

    BooksImportController(ImportControllerSupport desk, BooksImportKind kind, OrganisationSettings settings) {
        super(URL, desk, List.of(kind));
        this.kind = kind;
        this.settings = settings;
    }

    @Override
    protected Json chosen(ImportKind chosen, FormValues answers, Words t) {
        LocalDate since = answers.date("since");
        LocalDate until = answers.date("until");
        return Json.of(new BooksSettings(
                Ids.next(),
                since.isAfter(until) ? until : since,
                since.isAfter(until) ? since : until,
                "CAD",
                DateOrder.DAY_FIRST));
    }

    @Override
    protected ModelAndView start(ImportStartPage page) {
        LocalDate today = settings.today();
        if (!page.form().filled("since") && page.form().problems().isEmpty()) {
            page.form().with("since", settings.current().fiscalYearOf(today)).with("until", today);
        }
        return PageView.of("resources/ledger/books-start", page);
    }

    @Override
    protected void fill(Form form, ImportFile file) {
        form.with("dates", file.choices().as(BooksSettings.class).dates());
    }

    @Override
    protected Json choices(ImportFile file, Form form, FormValues answers) {
        return Json.of(file.choices().as(BooksSettings.class).withDates(answers.choice("dates", DateOrder.class)));
    }

    @Override
    protected ModelAndView page(ImportPage page, ImportFile file, Words t) {
        BooksSettings chosen = file.choices().as(BooksSettings.class);
        return PageView.of(
                "resources/ledger/books-file",
                new BooksImportPage(
                        page,
                        t.period(chosen.since(), chosen.until()),
                        Arrays.stream(DateOrder.values())
                                .map(it -> Option.of(it, t.say(it.key())))
                                .toList()));
    }

    @Override
    protected Map<Integer, String> details(ImportFile file, List<ImportRow> rows, Words t) {
        BooksSettings chosen = file.choices().as(BooksSettings.class);
        Map<Integer, String> details = new HashMap<>();
        rows.forEach(row -> kind.summarize(row, chosen)
                .ifPresent(it -> details.put(
                        row.number(), t.shortDate(it.day()) + " · " + t.money(it.amount(), chosen.currency()))));
        return details;
    }

    @Override
    protected String recordAddress(ImportedRecord made) {
        return LedgerUrls.BOOKS;
    }
}
