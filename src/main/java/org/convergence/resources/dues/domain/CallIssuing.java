package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.jobs.Jobs;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.Speaking;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.domain.CallLines.CallLine;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.domain.InvoiceFacts;
import org.convergence.resources.ledger.domain.Invoicing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues what a call asks, and sends it. */
@Service
@Transactional
@Requires(DuesPermissions.CALL)
public class CallIssuing {

    private static final int AT_ONCE = 200;

    private final CallKeeping calls;
    private final CallStore store;
    private final CallLines lines;
    private final RateKeeping rates;
    private final Invoicing invoicing;
    private final DuesLetters letters;
    private final Speaking speaking;
    private final OrganisationSettings settings;
    private final Jobs jobs;
    private final JdbcClient db;

    CallIssuing(
            CallKeeping calls,
            CallStore store,
            CallLines lines,
            RateKeeping rates,
            Invoicing invoicing,
            DuesLetters letters,
            Speaking speaking,
            OrganisationSettings settings,
            Jobs jobs,
            JdbcClient db) {
        this.calls = calls;
        this.store = store;
        this.lines = lines;
        this.rates = rates;
        this.invoicing = invoicing;
        this.letters = letters;
        this.speaking = speaking;
        this.settings = settings;
        this.jobs = jobs;
        this.db = db;
    }

    /**
     * Begins the run of a call; asked again while it runs, that run is answered.
     *
     * @return the job
     * @throws Refused where there is nobody to ask, or the due day has passed
     */
    public UUID begin(CallId id) {
        if (calls.one(id).facts().dueOn().isBefore(settings.today())) {
            throw new Refused("dues.refused.due");
        }
        if (lines.total(calls.one(id)).askable() == 0) {
            throw new Refused("dues.refused.nobody");
        }
        return jobs.submit(JobRequest.of(CallRun.KIND, "dues.call.work", new Asked(id.value()))
                .once(id.value().toString()));
    }

    private record Asked(UUID call) {}

    /**
     * Enters what was asked by other means, as in the year before one began here: the same invoices, as of the day on which
     * they were sent, and no letter leaves.
     *
     * @return how many
     * @throws Refused where that day is to come
     */
    public int enter(CallId id, LocalDate sentOn) {
        if (sentOn.isAfter(settings.today())) {
            throw new Refused("dues.refused.sent");
        }
        CallKeeping.Kept call = calls.one(id);
        int issued = 0;
        String after = "";
        List<CallLine> some;
        do {
            some = lines.some(call, after, AT_ONCE);
            issued += issue(call, some, sentOn).issued();
            after = some.isEmpty()
                    ? ""
                    : some.get(some.size() - 1).share().member().position();
        } while (some.size() == AT_ONCE);
        return issued;
    }

    /** What a step did. */
    record Done(int issued, int mailed, int printed) {}

    /** Two runs that were started together go one after the other, step by step. */
    private void hold(CallId id, LocalDate issuedOn) {
        db.sql("SELECT id FROM resources.dues_call WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(UUID.class)
                .list();
        Call kept = store.findById(id.value()).orElseThrow(() -> new NotFound("call"));
        if (kept.issuedOn() == null) {
            store.save(kept.issued(issuedOn));
        }
    }

    /** @param sentOn the day on which they were sent by other means; {@code null} to send them now */
    Done issue(CallKeeping.Kept call, List<CallLine> some, @Nullable LocalDate sentOn) {
        LocalDate on = sentOn == null ? settings.today() : sentOn;
        hold(call.id(), on);
        Set<UUID> asked = Set.copyOf(db.sql("""
                        SELECT membership FROM resources.dues_share WHERE call = ? AND membership = ANY (?)
                        """)
                .params(
                        call.id().value(),
                        some.stream()
                                .map(it -> it.share().member().id().value())
                                .toArray(UUID[]::new))
                .query(UUID.class)
                .list());
        var inForce = rates.on(call.facts().reference());
        int issued = 0;
        int mailed = 0;
        int printed = 0;
        for (CallLine line : some) {
            if (!line.isAskable() || asked.contains(line.share().member().id().value())) {
                continue;
            }
            AdoptedRate rate = inForce.get(line.share().member().category());
            InvoiceId invoice = invoicing.issue(facts(call, line, rate, on));
            keep(call.id(), line, rate, invoice);
            issued++;
            if (sentOn != null) {
                letters.skip(invoice, 0);
            } else if (letters.post(invoice, 0, call.facts(), line.share().reach())) {
                mailed++;
            } else {
                printed++;
            }
        }
        return new Done(issued, mailed, printed);
    }

    private InvoiceFacts facts(CallKeeping.Kept call, CallLine line, @Nullable AdoptedRate rate, LocalDate on) {
        CallFacts facts = call.facts();
        Reaching.Reach reach = line.share().reach();
        Words t = speaking.to(reach.language());
        return new InvoiceFacts(
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
                        text(facts, line, rate, t),
                        Objects.requireNonNull(line.amount()).getAmount(),
                        facts.kind() == CallKind.ANNUAL ? AccountPurpose.DUES : AccountPurpose.APPEAL)),
                source(call.id(), line.share().member().id().value()));
    }

    static String source(CallId call, UUID membership) {
        return "resources.dues/" + call.value() + "/" + membership;
    }

    private static String addressee(CallLine line, Reaching.Reach reach, Words t) {
        String name = line.share().member().name();
        String who = reach.name().isEmpty() ? name : reach.name();
        String of = who.equals(name) ? "" : "\n" + t.say("dues.invoice.for", name);
        String address = reach.address() == null ? "" : "\n" + reach.address();
        return who + of + address;
    }

    /** « Cotisation 2026: 420 × 0,45 $, effectif au 31 décembre 2025 ». */
    private static String text(CallFacts facts, CallLine line, @Nullable AdoptedRate rate, Words t) {
        Owed owed = line.share().owed();
        if (facts.kind() == CallKind.APPEAL) {
            return facts.percent() == null || owed == null
                    ? facts.name()
                    : t.say("dues.invoice.percent", t.decimal(facts.percent()), Computations.money(owed.amount(), t));
        }
        String how = rate == null || owed == null ? "" : Computations.how(rate.rate(), owed, t);
        var used = line.share().headcount();
        return used == null || rate == null || !rate.rate().shape().countsPeople()
                ? t.say("dues.invoice.flat", how)
                : t.say(
                        "dues.invoice.headcount",
                        how,
                        t.date(used.headcount().facts().countedOn()),
                        t.say(used.headcount().facts().status().key())
                                .toLowerCase(t.language().locale()));
    }

    private void keep(CallId call, CallLine line, @Nullable AdoptedRate rate, InvoiceId invoice) {
        var used = line.share().headcount();
        db.sql("""
                        INSERT INTO resources.dues_share (call, membership, invoice, rate, headcount, status, counted_on)
                        VALUES (:call, :membership, :invoice, :rate, :headcount, :status, :on)
                        """)
                .param("call", call.value())
                .param("membership", line.share().member().id().value())
                .param("invoice", invoice.value())
                .param("rate", rate == null ? null : rate.id().value())
                .param(
                        "headcount",
                        used == null ? null : used.headcount().facts().number())
                .param(
                        "status",
                        used == null ? null : used.headcount().facts().status().name())
                .param("on", used == null ? null : used.headcount().facts().countedOn())
                .update();
    }
}
