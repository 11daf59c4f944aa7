package org.convergence.cooperation.fieldwork.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.PartnerEntryId;
import org.convergence.cooperation.fieldwork.domain.PartnerWorkbook;
import org.convergence.cooperation.fieldwork.domain.PartnerWorkbook.PartnerWorkbookRow;
import org.convergence.cooperation.fieldwork.domain.PartnerWorkbookKind;
import org.convergence.cooperation.fieldwork.domain.PartnerWorkbookKind.WorkbookRowSummary;
import org.convergence.cooperation.fieldwork.domain.PartnerWorkbookService;
import org.convergence.cooperation.fieldwork.web.PartnerWorkbookPage.PartnerWorkbookPart;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
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
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Reads a partner's workbook: whose, its columns, and each row as it is understood before anything is kept. */
@Controller
@RequestMapping(PartnerWorkbookPage.LIST)
@Requires(FieldworkPermissions.FOLLOW)
class PartnerWorkbookController extends AbstractImportController {

    private final PartnerWorkbookKind kind;
    private final PartnerWorkbookService workbooks;
    private final PartyChooser chooser;

    PartnerWorkbookController(
            ImportControllerSupport support,
            PartnerWorkbookKind kind,
            PartnerWorkbookService workbooks,
            PartyChooser chooser) {
        super(PartnerWorkbookPage.LIST, support, List.of(kind));
        this.kind = kind;
        this.workbooks = workbooks;
        this.chooser = chooser;
    }

    @Override
    protected ModelAndView start(ImportStartPage page, Words t) {
        List<PartnerWorkbookRow> known = workbooks.findAll();
        return PageView.of(
                "cooperation/fieldwork/workbooks",
                new PartnerWorkbookPage(
                        page,
                        chooser.knownOrganisations(page.form(), "organisation", 1),
                        known.stream()
                                .map(each ->
                                        Option.of(each.id().value(), each.organisationName() + " · " + each.name()))
                                .toList(),
                        known.stream()
                                .map(each -> new PartnerWorkbookPart(
                                        each.organisationName() + " · " + each.name(),
                                        t.say(
                                                "fieldwork.workbook.detail",
                                                t.say(each.kind().key()),
                                                each.entries()),
                                        each.isOurs()
                                                ? PartnerWorkbookPage.OURS + "/"
                                                        + each.id().value()
                                                : null))
                                .toList()));
    }

    @Override
    protected Json chosen(ImportKind chosen, FormValues answers, Words t) {
        UUID known = answers.optionalId("workbook");
        if (known != null) {
            return Json.of(workbooks.find(known));
        }
        OrganisationId organisation = PartnerLinkController.organisation(chooser, answers);
        return Json.of(new PartnerWorkbook(
                Ids.next(),
                organisation.value(),
                answers.get(PartnerWorkbookPage.KIND),
                answers.get(PartnerWorkbookPage.NAME),
                false,
                Map.of()));
    }

    @Override
    protected ModelAndView page(ImportPage page, ImportFile file, Words t) {
        return PageView.of("cooperation/fieldwork/workbook", page);
    }

    /** The day and the number as they are read, said before they are kept. */
    @Override
    protected Map<Integer, String> details(ImportFile file, List<ImportRow> rows, Words t) {
        return kind.summarize(file, rows).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> describe(each.getValue(), t)));
    }

    private static String describe(WorkbookRowSummary row, Words t) {
        String figure = row.figure() == null
                ? ""
                : row.currency() == null ? t.decimal(row.figure()) : t.money(row.figure(), row.currency());
        return Stream.of(t.date(row.on()), figure)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    @Override
    protected String recordAddress(ImportedRecord made) {
        return PartnerEntryPage.url(new PartnerEntryId(made.id()));
    }
}
