package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.Speaking;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.domain.CallLines.CallLine;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.domain.InvoiceFacts;
import org.convergence.resources.ledger.domain.InvoiceFile;
import org.convergence.resources.ledger.domain.Invoicing;
import org.springframework.stereotype.Component;

/** What stands on the invoices of a call, in each member's language; each is issued once, by its source. */
@Component
class DuesInvoices {

    private static final int DAYS_TO_PAY = 30;

    private final Invoicing invoicing;
    private final InvoiceFile file;
    private final Speaking speaking;
    private final OrganisationSettings settings;

    DuesInvoices(Invoicing invoicing, InvoiceFile file, Speaking speaking, OrganisationSettings settings) {
        this.invoicing = invoicing;
        this.file = file;
        this.speaking = speaking;
        this.settings = settings;
    }

    /** Issues what a call asks of a member. */
    InvoiceId issue(CallKeeping.Kept call, CallLine line, LocalDate on) {
        CallFacts facts = call.facts();
        Reaching.Reach reach = line.share().reach();
        Words t = speaking.to(reach.language());
        return invoicing.issue(new InvoiceFacts(
                line.share().member().member(),
                reach.payer(),
                addressee(line, reach, t),
                t.language().code(),
                on,
                facts.dueOn().isBefore(on) ? on : facts.dueOn(),
                facts.periodFrom() == null || facts.periodUntil() == null
                        ? null
                        : new InvoiceFacts.Span(facts.periodFrom(), facts.periodUntil()),
                Objects.requireNonNull(line.amount()).getCurrencyUnit(),
                facts.name(),
                facts.note(),
                List.of(new InvoiceFacts.Line(
                        text(facts, line, t),
                        Objects.requireNonNull(line.amount()).getAmount(),
                        facts.kind() == CallKind.ANNUAL ? AccountPurpose.DUES : AccountPurpose.APPEAL)),
                source(call.id(), line.share().member().id().value())));
    }

    private static String source(CallId call, UUID membership) {
        return "resources.dues/" + call.value() + "/" + membership;
    }

    private static String addressee(CallLine line, Reaching.Reach reach, Words t) {
        String name = line.share().member().name();
        String who = reach.name().isEmpty() ? name : reach.name();
        String of = who.equals(name) ? "" : "\n" + t.say("dues.invoice.for", name);
        String address = reach.address() == null ? "" : "\n" + reach.address();
        return who + of + address;
    }

    /** « Cotisation: 420 × 0,45 $ (effectif au 31 décembre 2025, déclaré) ». */
    private static String text(CallFacts facts, CallLine line, Words t) {
        Owed owed = line.share().owed();
        AdoptedRate rate = line.share().rate();
        if (facts.kind() == CallKind.APPEAL) {
            return facts.percent() == null || owed == null
                    ? facts.name()
                    : t.say("dues.invoice.percent", t.decimal(facts.percent()), t.money(owed.amount()));
        }
        String how = rate == null || owed == null ? "" : Computations.how(rate.rate(), owed, t);
        var used = line.share().headcount();
        return used == null || rate == null || !rate.rate().shape().countsPeople()
                ? t.say("dues.invoice.flat", how)
                : t.say(
                        "dues.invoice.headcount",
                        how,
                        t.date(used.on()),
                        t.say(used.status().key()).toLowerCase(t.language().locale()));
    }

    /** Credits what was asked by a headcount that was too high. */
    void credit(CallId call, Revisions.Revision it) {
        Words t = speaking.to(file.one(it.invoice()).language());
        invoicing.credit(it.invoice(), it.difference().negated(), revised(it, t), source(call, it));
    }

    /** Asks what is lacking since the headcount is higher, by an invoice of its own. */
    InvoiceId ask(CallKeeping.Kept call, Revisions.Revision it, Reaching.Reach reach) {
        InvoiceFile.Whole first = file.one(it.invoice());
        LocalDate today = settings.today();
        LocalDate soon = today.plusDays(DAYS_TO_PAY);
        return invoicing.issue(new InvoiceFacts(
                it.organisation(),
                reach.payer(),
                first.addressee(),
                first.language(),
                today,
                first.dueOn().isBefore(soon) ? soon : first.dueOn(),
                first.period(),
                it.difference().getCurrencyUnit(),
                call.facts().name(),
                first.note(),
                List.of(new InvoiceFacts.Line(
                        revised(it, speaking.to(first.language())),
                        it.difference().getAmount(),
                        AccountPurpose.DUES)),
                source(call.id(), it)));
    }

    private static String source(CallId call, Revisions.Revision it) {
        return source(call, it.membership().value()) + "/"
                + it.now().headcount().id().value();
    }

    private static String revised(Revisions.Revision it, Words t) {
        return t.say(
                "dues.invoice.revised",
                it.before(),
                it.now().headcount().facts().number(),
                t.date(it.now().headcount().facts().countedOn()));
    }
}
