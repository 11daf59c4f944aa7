package org.convergence.outreach.event.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.Event.EventState;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.TextShortener;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.resources.ledger.domain.PaymentService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters the takings of the night as payments of the ledger, which alone has their amounts: their sum is that of the
 * ledger (R-EVT-15).
 */
@Service
@Transactional
@Requires(LedgerPermissions.RECORD)
public class EventTakingService {

    private static final int LONGEST_REMARK = 200;
    private static final int MOST = 200;

    private final EventQueries events;
    private final PaymentService payments;
    private final RecipientWords words;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    EventTakingService(
            EventQueries events,
            PaymentService payments,
            RecipientWords words,
            OrganisationSettings settings,
            JdbcClient db) {
        this.events = events;
        this.payments = payments;
        this.words = words;
        this.settings = settings;
        this.db = db;
    }

    /** For what money was taken on the night. */
    public enum TakingKind {
        /** Tickets sold at the door. */
        DOOR(AccountPurpose.TICKET),
        BAR(AccountPurpose.OTHER),
        SALES(AccountPurpose.OTHER),
        /** Tickets of a draw, which needs a licence (R-EVT-6). */
        DRAW(AccountPurpose.OTHER),
        OTHER(AccountPurpose.OTHER);

        private final AccountPurpose purpose;

        TakingKind(AccountPurpose purpose) {
            this.purpose = purpose;
        }

        /** The message key of its name. */
        public String key() {
            return "event.taking." + name();
        }
    }

    /**
     * Money to enter.
     *
     * @param id made with the form, so that a form sent twice enters it once
     */
    public record TakingFacts(UUID id, TakingKind kind, PaymentMethod method, BigDecimal amount) {}

    /** Money taken on the night, as the ledger has it. */
    public record TakingRow(UUID id, TakingKind kind, PaymentMethod method, BigDecimal amount, PaymentId payment) {}

    /** The last 200 takings of the night, the last first; those that were taken back are left out. */
    @Transactional(readOnly = true)
    @Requires(EventPermissions.READ_SUMS)
    public List<TakingRow> findByEvent(EventId event) {
        return db.sql("""
                        SELECT t.id, t.kind, p.method, p.amount, t.payment FROM outreach.event_taking t
                        JOIN resources.ledger_received_payment p ON p.id = t.payment AND NOT p.is_reversed
                        WHERE t.event = ? ORDER BY t.id DESC LIMIT %d
                        """.formatted(MOST))
                .param(event.value())
                .query(RecordMapper.of(TakingRow.class))
                .list();
    }

    /** The sum of all takings of the night. */
    @Transactional(readOnly = true)
    @Requires(EventPermissions.READ_SUMS)
    public BigDecimal sumTaken(EventId event) {
        return db.sql("""
                        SELECT coalesce(sum(p.amount), 0) FROM outreach.event_taking t
                        JOIN resources.ledger_received_payment p ON p.id = t.payment AND NOT p.is_reversed WHERE t.event = ?
                        """).param(event.value()).query(BigDecimal.class).single();
    }

    /**
     * What was spent for an event.
     *
     * @param sum in Canadian dollars, as the budgets that bear the expenses convert them
     * @param unconverted what is not in the sum, by currency, since no budget converts it
     */
    public record EventExpenses(BigDecimal sum, List<Money> unconverted) {

        public EventExpenses {
            unconverted = List.copyOf(unconverted);
        }
    }

    /** What was spent for an event, by its expenses in the books, without those only promised. */
    @Transactional(readOnly = true)
    @Requires(EventPermissions.READ_SUMS)
    public EventExpenses sumSpent(EventId event) {
        BigDecimal sum = db.sql("SELECT coalesce(sum(dollars), 0) FROM resources.spending_record_cost WHERE source = ?")
                .param(costs(event))
                .query(BigDecimal.class)
                .single();
        List<Money> unconverted = db.sql("""
                        SELECT currency, sum(amount) AS amount FROM resources.spending_record_cost
                        WHERE source = ? AND dollars IS NULL GROUP BY currency ORDER BY currency
                        """)
                .param(costs(event))
                .query((row, n) -> Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")))
                .list();
        return new EventExpenses(sum, unconverted);
    }

    /** The name of an event as the record of its expenses. */
    public static String costs(EventId event) {
        return "outreach.eventcosts/" + event.value();
    }

    /**
     * Enters money that was taken. Sent again, it enters nothing.
     *
     * @throws Refused before the day of the event, if it was not announced or is cancelled, a draw has no licence, or the
     *     same form was sent with other facts, or its money taken back
     */
    @Transactional(label = "event.take")
    public void record(EventId id, TakingFacts facts) {
        Event event = events.findById(id);
        EventState state = event.state();
        if (state == EventState.DRAFT || state == EventState.CANCELLED) {
            throw new Refused("event.refused.state");
        }
        LocalDate day = event.facts().day();
        if (day.isAfter(settings.today())) {
            throw new Refused("event.refused.early", day);
        }
        if (facts.kind() == TakingKind.DRAW && event.facts().licence() == null) {
            throw new Refused("event.refused.licence");
        }
        String name = event.facts().name();
        PaymentId payment = payments.receive(
                new PaymentFacts(
                        null,
                        TextShortener.shorten(name, LONGEST_REMARK),
                        facts.method(),
                        day,
                        null,
                        Money.of(CurrencyUnit.CAD, facts.amount()),
                        null,
                        words.forOrganisation().say(facts.kind().key()),
                        "event-taking/" + facts.id()),
                List.of(PaymentPart.of(facts.kind().purpose, facts.amount())));
        db.sql(
                        "INSERT INTO outreach.event_taking (id, event, kind, payment) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(facts.id(), id.value(), facts.kind().name(), payment.value())
                .update();
        requireEntered(id, facts);
    }

    /** The ledger answers a form sent again with its first payment, which may be another sum, or taken back. */
    private void requireEntered(EventId event, TakingFacts facts) {
        boolean stored = db.sql("""
                        SELECT t.id FROM outreach.event_taking t
                        JOIN resources.ledger_received_payment p ON p.id = t.payment AND NOT p.is_reversed
                        WHERE t.id = :id AND t.event = :event AND t.kind = :kind AND p.method = :method AND p.amount = :amount
                        """)
                .param("id", facts.id())
                .param("event", event.value())
                .param("kind", facts.kind().name())
                .param("method", facts.method().name())
                .param("amount", facts.amount())
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!stored) {
            throw new Refused("event.refused.resent");
        }
    }

    /**
     * Takes back money that was entered by mistake: its payment is reversed.
     *
     * @throws Refused if it was taken back already
     */
    @Transactional(label = "event.untake")
    public void undo(EventId event, UUID taking) {
        UUID payment = db.sql("SELECT payment FROM outreach.event_taking WHERE id = ? AND event = ?")
                .params(taking, event.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("taking"));
        payments.reverse(
                new PaymentId(payment),
                settings.today(),
                words.forOrganisation().say("event.taking.undone"));
    }
}
