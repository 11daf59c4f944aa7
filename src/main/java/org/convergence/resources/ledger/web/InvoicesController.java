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
import org.convergence.platform.shell.Address;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Attachment;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Slice;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Fold;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.Invoices;
import org.convergence.resources.ledger.domain.Invoices.Asked;
import org.convergence.resources.ledger.domain.Invoices.Line;
import org.convergence.resources.ledger.domain.Invoices.Which;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Lists and exports invoices; open ones by default. */
@Controller
@Requires(LedgerPermissions.READ)
class InvoicesController {

    private static final int SHOWN = 100;

    private final Invoices invoices;
    private final LedgerTabs tabs;
    private final OrganisationSettings settings;

    InvoicesController(Invoices invoices, LedgerTabs tabs, OrganisationSettings settings) {
        this.invoices = invoices;
        this.tabs = tabs;
        this.settings = settings;
    }

    @GetMapping("/resources/ledger")
    ModelAndView list(Form form, Words t) {
        try {
            return page(form, form.read(answers -> asked(form, answers)), t);
        } catch (FieldsRefused wrong) {
            return Page.again(page(form, new Asked(settings.today(), Which.OPEN, null, "", ""), t));
        }
    }

    private Asked asked(Form form, Answers answers) {
        LocalDate on = answers.optionalDate("on");
        Which which = answers.optionalChoice("which", Which.class);
        return new Asked(
                on == null ? settings.today() : on,
                which == null ? Which.OPEN : which,
                answers.optionalId("party"),
                Fold.of(form.value("q")),
                "");
    }

    private ModelAndView page(Form form, Asked asked, Words t) {
        Slice<Line> slice = Slice.of(
                invoices.some(asked, form.filled("after") ? form.value("after") : null, SHOWN + 1),
                SHOWN,
                Line::position);
        Invoices.Sums sums = invoices.sums(asked);
        Address here = Address.of(Urls.HOME)
                .with("q", form.value("q"))
                .with("which", form.value("which"))
                .with("party", form.value("party"))
                .with("on", form.value("on"));
        String next = slice.next();
        boolean records = CurrentActor.get().may(LedgerPermissions.RECORD);
        return Page.either(
                "resources/ledger/invoices",
                "resources/ledger/invoice-rows",
                new InvoicesPage(
                        form,
                        tabs.on(Urls.HOME, t),
                        t.say("ledger.invoices.lead", sums.count(), t.money(sums.balances()), t.date(asked.on())),
                        Arrays.stream(Which.values())
                                .filter(each -> each != Which.OPEN)
                                .map(each -> Option.of(each, t.say("ledger.which." + each.name())))
                                .toList(),
                        slice.rows().stream()
                                .map(it -> row(it, asked.on(), records, t))
                                .toList(),
                        new InvoicesPage.Files(
                                here.at(Urls.INVOICES + "/export.csv").toString(),
                                here.at(Urls.INVOICES + "/export.xlsx").toString()),
                        form.filled("after") ? here.toString() : null,
                        next == null ? null : here.with("after", next).toString(),
                        records));
    }

    private static InvoicesPage.Row row(Line it, LocalDate on, boolean records, Words t) {
        Tone tone = BalanceTone.of(it.balance(), it.expectedOn(), on);
        return new InvoicesPage.Row(
                it.number(),
                Urls.invoice(it.id()),
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
                        ? Urls.newPayment(it.payer()) + "&invoice=" + it.id().value()
                        : null);
    }

    /** Exports exactly the filtered invoices, row by row. */
    @GetMapping("/resources/ledger/invoices/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        TableFormat as = TableFormat.of(format).orElseThrow(() -> new NotFound("format"));
        Asked asked = form.read(answers -> asked(form, answers));
        String name = t.say("ledger.invoices");
        Attachment.begin(response, Slug.of(name) + "-" + asked.on() + "." + as.extension(), as.mediaType());
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

    private Iterator<List<@Nullable Object>> rows(Asked asked) {
        return new Iterator<>() {

            private Iterator<Line> ready = List.<Line>of().iterator();
            private @Nullable String after = "";

            @Override
            public boolean hasNext() {
                if (!ready.hasNext() && after != null) {
                    Slice<Line> slice = Slice.of(invoices.some(asked, after, SHOWN + 1), SHOWN, Line::position);
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
                Line it = ready.next();
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
