package org.convergence.resources.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceFilter;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceSelection;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Lists and exports invoices; open ones by default. */
@Controller
@Requires(LedgerPermissions.READ)
class InvoiceListController {

    private static final int SHOWN = 100;

    private final InvoiceQueries invoices;
    private final LedgerTabs tabs;
    private final OrganisationSettings settings;

    InvoiceListController(InvoiceQueries invoices, LedgerTabs tabs, OrganisationSettings settings) {
        this.invoices = invoices;
        this.tabs = tabs;
        this.settings = settings;
    }

    @GetMapping("/resources/ledger")
    ModelAndView list(Form form, Words t) {
        try {
            return page(form, form.read(answers -> readFilter(form, answers)), t);
        } catch (FieldsRefused wrong) {
            return PageView.withErrors(
                    page(form, new InvoiceFilter(settings.today(), InvoiceSelection.OPEN, null, "", ""), t));
        }
    }

    private InvoiceFilter readFilter(Form form, FormValues answers) {
        LocalDate on = answers.optionalDate("on");
        InvoiceSelection which = answers.optionalChoice("which", InvoiceSelection.class);
        return new InvoiceFilter(
                on == null ? settings.today() : on,
                which == null ? InvoiceSelection.OPEN : which,
                answers.optionalId("party"),
                TextNormalizer.fold(form.value("q")),
                "");
    }

    private ModelAndView page(Form form, InvoiceFilter asked, Words t) {
        ListSlice<InvoiceSummary> slice = ListSlice.of(
                invoices.findPage(asked, form.filled("after") ? form.value("after") : null, SHOWN + 1),
                SHOWN,
                InvoiceSummary::position);
        InvoiceQueries.InvoiceSums sums = invoices.sum(asked);
        PageAddress here = PageAddress.of(LedgerUrls.HOME)
                .with("q", form.value("q"))
                .with("which", form.value("which"))
                .with("party", form.value("party"))
                .with("on", form.value("on"));
        String next = slice.next();
        boolean records = CurrentActor.get().may(LedgerPermissions.RECORD);
        return PageView.pageOrFragment(
                "resources/ledger/invoices",
                "resources/ledger/invoice-rows",
                new InvoiceListPage(
                        form,
                        tabs.findVisible(LedgerUrls.HOME, t),
                        t.say("ledger.invoices.lead", sums.count(), t.money(sums.balances()), t.date(asked.on())),
                        Arrays.stream(InvoiceSelection.values())
                                .filter(each -> each != InvoiceSelection.OPEN)
                                .map(each -> Option.of(each, t.say("ledger.which." + each.name())))
                                .toList(),
                        slice.rows().stream()
                                .map(it -> row(it, asked.on(), records, t))
                                .toList(),
                        new InvoiceListPage.InvoiceExports(
                                here.at(LedgerUrls.INVOICES + "/export.csv").toString(),
                                here.at(LedgerUrls.INVOICES + "/export.xlsx").toString()),
                        form.filled("after") ? here.toString() : null,
                        next == null ? null : here.with("after", next).toString(),
                        records));
    }

    private static InvoiceListPage.InvoiceRow row(InvoiceSummary it, LocalDate on, boolean records, Words t) {
        Tone tone = BalanceTone.of(it.balance(), it.expectedOn(), on);
        return new InvoiceListPage.InvoiceRow(
                it.number(),
                LedgerUrls.invoice(it.id()),
                it.debtorName(),
                it.payer().equals(it.debtor()) ? "" : t.say("ledger.paid-by", it.payerName()),
                it.subject(),
                t.shortDate(it.issuedOn()),
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
        TableFormat as = TableFormat.findByExtension(format).orElseThrow(() -> new NotFound("format"));
        InvoiceFilter asked = form.read(answers -> readFilter(form, answers));
        String name = t.say("ledger.invoices");
        FileDownload.setHeaders(response, Slug.of(name) + "-" + asked.on() + "." + as.extension(), as.mediaType());
        List<String> head = List.of(
                t.say("ledger.field.number"),
                t.say("ledger.field.party"),
                t.say("ledger.field.payer"),
                t.say("ledger.field.subject"),
                t.say("ledger.field.issued"),
                t.say("ledger.field.due"),
                t.say("ledger.field.currency"),
                t.say("ledger.field.total"),
                t.say("ledger.field.settled"),
                t.say("ledger.field.reduced"),
                t.say("ledger.field.balance"));
        TableWriter.write(as, name, head, rows(asked), t, response.getOutputStream());
    }

    private Iterator<List<@Nullable Object>> rows(InvoiceFilter asked) {
        return new Iterator<>() {

            private Iterator<InvoiceSummary> ready = List.<InvoiceSummary>of().iterator();
            private @Nullable String after = "";

            @Override
            public boolean hasNext() {
                if (!ready.hasNext() && after != null) {
                    ListSlice<InvoiceSummary> slice =
                            ListSlice.of(invoices.findPage(asked, after, SHOWN + 1), SHOWN, InvoiceSummary::position);
                    ready = slice.rows().iterator();
                    after = slice.next();
                }
                return ready.hasNext();
            }

            @Override
            public List<@Nullable Object> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                InvoiceSummary it = ready.next();
                return Arrays.asList(
                        it.number(),
                        it.debtorName(),
                        it.payerName(),
                        it.subject(),
                        it.issuedOn(),
                        it.expectedOn(),
                        it.total().getCurrencyUnit().getCode(),
                        it.total().getAmount(),
                        it.settled().getAmount(),
                        it.reduced().getAmount(),
                        it.balance().getAmount());
            }
        };
    }
}
