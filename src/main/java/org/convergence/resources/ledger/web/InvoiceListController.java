package org.convergence.resources.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceFilter;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceSelection;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceSummary;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Lists and exports invoices; open ones by default. */
@Controller
@Requires(LedgerPermissions.READ)
class InvoiceListController {

    private static final List<ListColumn<InvoiceSummary>> COLUMNS = List.of(
            ListColumn.of("ledger.field.number", InvoiceSummary::number),
            ListColumn.of("ledger.field.party", InvoiceSummary::debtorName),
            ListColumn.of("ledger.field.payer", InvoiceSummary::payerName),
            ListColumn.of("ledger.field.subject", InvoiceSummary::subject),
            ListColumn.of("ledger.field.issued", InvoiceSummary::issuedOn),
            ListColumn.of("ledger.field.due", InvoiceSummary::expectedOn),
            ListColumn.of(
                    "ledger.field.currency", it -> it.total().getCurrencyUnit().getCode()),
            ListColumn.of("ledger.field.total", it -> it.total().getAmount()),
            ListColumn.of("ledger.field.settled", it -> it.settled().getAmount()),
            ListColumn.of("ledger.field.reduced", it -> it.reduced().getAmount()),
            ListColumn.of("ledger.field.balance", it -> it.balance().getAmount()));

    private final InvoiceQueries invoices;
    private final OrganisationSettings settings;
    private final ListView<InvoiceFilter, InvoiceSummary> view;

    InvoiceListController(InvoiceQueries invoices, OrganisationSettings settings) {
        this.invoices = invoices;
        this.settings = settings;
        this.view = new ListView<>(
                LedgerUrls.HOME,
                "resources/ledger/invoices",
                null,
                FormFields.of(
                        InvoiceListPage.WORDS.from(InvoiceFilter::name),
                        InvoiceListPage.WHICH.from(InvoiceFilter::which),
                        InvoiceListPage.PARTY.from(InvoiceFilter::party).asTab(),
                        InvoiceListPage.ON.from(InvoiceFilter::on)),
                this::filter,
                COLUMNS);
    }

    private InvoiceFilter filter(FormValues answers) {
        return new InvoiceFilter(
                Objects.requireNonNullElseGet(answers.find(InvoiceListPage.ON), settings::today),
                Objects.requireNonNullElse(answers.find(InvoiceListPage.WHICH), InvoiceSelection.OPEN),
                answers.find(InvoiceListPage.PARTY),
                TextNormalizer.fold(answers.textOrEmpty(InvoiceListPage.WORDS)));
    }

    @GetMapping("/resources/ledger")
    ModelAndView list(Form form, Words t) {
        return view.page(
                form,
                t,
                request -> ListPage.uncounted(invoices.findSlice(request)),
                (rows, frame) -> page(rows, frame, t));
    }

    private InvoiceListPage page(List<InvoiceSummary> rows, ListFrame frame, Words t) {
        boolean records = CurrentActor.get().may(LedgerPermissions.RECORD);
        List<InvoiceListPage.InvoiceRow> shown = List.of();
        String lead = "";
        if (!rows.isEmpty()) {
            InvoiceFilter filter = frame.form().read(this::filter);
            InvoiceQueries.InvoiceSums sums = invoices.sum(filter);
            lead = t.say("ledger.invoices.lead", sums.count(), t.money(sums.balances()), t.date(filter.on()));
            shown = rows.stream().map(it -> row(it, filter.on(), records, t)).toList();
        }
        return new InvoiceListPage(frame, LedgerTabs.findVisible(LedgerUrls.HOME, t), lead, shown, records);
    }

    private static InvoiceListPage.InvoiceRow row(InvoiceSummary it, LocalDate on, boolean records, Words t) {
        Tone tone = InvoicePage.tone(it.balance(), it.expectedOn(), on);
        return new InvoiceListPage.InvoiceRow(
                it.number(),
                LedgerUrls.invoice(it.id()),
                it.debtorName(),
                it.payer().equals(it.debtor()) ? "" : t.say("ledger.paid-by", it.payerName()),
                it.subject(),
                t.shortDate(it.expectedOn()) + (it.delayedUntil() == null ? "" : " · " + t.say("ledger.delayed")),
                t.money(it.total()),
                t.money(it.balance()),
                tone,
                t.say("ledger.state." + tone.name()),
                records && tone != Tone.OK
                        ? LedgerUrls.newPayment(it.payer()) + "&invoice="
                                + it.id().value()
                        : null);
    }

    /** Exports exactly the filtered invoices, row by row. */
    @GetMapping("/resources/ledger/invoices/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        LocalDate on = form.read(this::filter).on();
        view.export(
                format, t.say("ledger.invoices"), on, form, t, (filter, as) -> invoices.iterateAll(filter), response);
    }
}
