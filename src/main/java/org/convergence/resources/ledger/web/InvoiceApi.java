package org.convergence.resources.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.PageParameters;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.InvoiceLetterSource.InvoiceLetter;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceFilter;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceSelection;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceSummary;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Invoices in the JSON API. */
@RestController
@RequestMapping(path = "/api/v1/invoices", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "invoices")
record InvoiceApi(InvoiceQueries invoices, InvoiceLetterFormatter letters, OrganisationSettings settings) {

    private static final int MOST = 500;
    private static final int USUAL = 100;

    @GetMapping
    @Requires(LedgerPermissions.READ)
    @Operation(summary = "List invoices with their balances, the latest first")
    @Parameter(
            name = "which",
            description = "ALL by default",
            schema = @Schema(implementation = InvoiceSelection.class))
    @Parameter(
            name = "on",
            description = "As of this day; today by default",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "party",
            description = "Id of the debtor or payer",
            schema = @Schema(type = "string", format = "uuid"))
    @PageParameters
    LedgerResources.InvoicePageResource list(@Parameter(hidden = true) Form form) {
        ListSlice<InvoiceSummary> slice = invoices.findSlice(ListView.forApi(form, this::filter, USUAL, MOST));
        Map<InvoiceId, List<InvoiceLetter>> sent =
                letters.find(slice.rows().stream().map(InvoiceSummary::id).toList());
        return new LedgerResources.InvoicePageResource(
                slice.rows().stream()
                        .map(it -> LedgerResources.InvoiceResource.of(it, sent.getOrDefault(it.id(), List.of())))
                        .toList(),
                slice.next());
    }

    private InvoiceFilter filter(FormValues answers) {
        return new InvoiceFilter(
                Objects.requireNonNullElseGet(answers.optionalDate("on"), settings::today),
                Objects.requireNonNullElse(
                        answers.optionalChoice("which", InvoiceSelection.class), InvoiceSelection.ALL),
                answers.optionalId("party"),
                "");
    }
}
