package org.convergence.resources.gift.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.database.VersionedRow;
import org.convergence.resources.fund.FundMovementId;
import org.convergence.resources.gift.domain.Gift.GiftFacts;
import org.convergence.resources.gift.domain.Gift.GiftId;
import org.convergence.resources.gift.domain.Gift.GiftMethod;
import org.convergence.resources.gift.domain.GiftCommitmentService.GiftCommitmentId;
import org.convergence.resources.gift.domain.GiftService.GiftOrigin;
import org.convergence.resources.ledger.AccountantBooks;
import org.convergence.resources.ledger.PaymentId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persistence of gifts. */
@Component
record GiftRepository(JdbcClient db) {

    /** Until the transaction ends, no other gift is recorded. */
    void lockNumbers() {
        TransactionLock.acquire(db, "resources.gift");
    }

    /** The next number; until the transaction ends, no other gift gets one. */
    int nextNumber() {
        lockNumbers();
        return db.sql("SELECT coalesce(max(number), 0) + 1 FROM resources.gift")
                .query(Integer.class)
                .single();
    }

    void insert(
            GiftId id,
            int number,
            GiftFacts facts,
            BigDecimal home,
            @Nullable GiftCommitmentId commitment,
            @Nullable YearMonth month,
            @Nullable PaymentId payment,
            @Nullable FundMovementId movement) {
        Map<String, @Nullable Object> values = values(facts, home, movement);
        values.put("number", number);
        values.put("commitment", commitment);
        values.put("month", month == null ? null : month.atDay(1));
        values.put("payment", payment);
        values.put("reversal_reason", "");
        VersionedRow.insert(db, "resources.gift", id.value(), values);
    }

    void update(GiftId id, GiftFacts facts, BigDecimal home, @Nullable FundMovementId movement) {
        db.sql("""
                        UPDATE resources.gift
                        SET organisation = :organisation, person = :person, received_on = :received_on, amount = :amount,
                            currency = :currency, home_amount = :home_amount, method = :method, reference = :reference,
                            description = :description, remark = :remark, fund = :fund, movement = :movement,
                            version = version + 1
                        WHERE id = :id
                        """)
                .params(values(facts, home, movement))
                .param("id", id.value())
                .update();
    }

    private static Map<String, @Nullable Object> values(
            GiftFacts facts, BigDecimal home, @Nullable FundMovementId movement) {
        Party donor = facts.donor();
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "donor");
        values.put("organisation", donor == null ? null : Identifier.uuidOf(donor.organisation()));
        values.put("person", donor == null ? null : Identifier.uuidOf(donor.person()));
        values.put("home_amount", home);
        values.put("movement", Identifier.uuidOf(movement));
        return values;
    }

    void reverse(GiftId id, LocalDate day, String reason) {
        db.sql("""
                        UPDATE resources.gift SET reversed_on = :day, reversal_reason = :reason, version = version + 1
                        WHERE id = :id
                        """)
                .param("day", day)
                .param("reason", reason)
                .param("id", id.value())
                .update();
    }

    /** Locks a gift, if there is one, until the transaction ends. */
    void lock(GiftId id) {
        db.sql("SELECT 1 FROM resources.gift WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(Integer.class)
                .optional();
    }

    private record AppealPeriod(LocalDate opensOn, @Nullable LocalDate closesOn) {}

    /** @throws Refused if the fund is that of an appeal that was not open on the day of the gift (R-GIFT-3) */
    void requireOpenAppeal(GiftFacts facts) {
        if (facts.fund() == null) {
            return;
        }
        db.sql("SELECT opens_on, closes_on FROM resources.appeal_period WHERE fund = ?")
                .param(facts.fund().value())
                .query(RecordMapper.of(AppealPeriod.class))
                .optional()
                .filter(each -> !GiftPolicy.isOpen(each.opensOn(), each.closesOn(), facts.receivedOn()))
                .ifPresent(each -> {
                    throw each.closesOn() == null || facts.receivedOn().isBefore(each.opensOn())
                            ? new Refused("gift.refused.appeal-not-open", each.opensOn())
                            : new Refused("gift.refused.appeal-closed", each.closesOn());
                });
    }

    /** @throws Refused if the fund is in another currency than the books, in which gifts enter funds (R-GIFT-3) */
    void requireFundOfBooks(GiftFacts facts) {
        if (facts.fund() == null) {
            return;
        }
        db.sql("SELECT name, currency FROM resources.fund_name WHERE id = ? AND currency <> ?")
                .params(facts.fund().value(), AccountantBooks.CURRENCY)
                .query((row, n) -> new Refused(
                        "gift.refused.fund-currency",
                        row.getString("name"),
                        row.getString("currency"),
                        AccountantBooks.CURRENCY))
                .optional()
                .ifPresent(refused -> {
                    throw refused;
                });
    }

    /** A gift with its reference. */
    record KnownGift(int number, String reference, Money amount) {}

    /**
     * Gifts of money that were not reversed, by the reference of the lines of a list; also those made on line that were
     * noted by hand with the number of the site, of the same day.
     */
    Map<String, KnownGift> findKnown(Collection<GiftLine> lines) {
        return db
                .sql("""
                        SELECT DISTINCT ON (line.reference) g.number, line.reference, g.currency, g.amount
                        FROM unnest(CAST(:references AS text[]), CAST(:written AS text[]), CAST(CAST(:days AS text[]) AS date[]))
                             AS line (reference, written, day)
                        JOIN resources.gift g ON g.method <> 'IN_KIND' AND g.reversed_on IS NULL AND (g.reference = line.reference
                             OR (g.reference = line.written AND g.reference <> '' AND g.method = 'CARD' AND g.received_on = line.day))
                        ORDER BY line.reference, g.reference = line.reference DESC, g.number
                        """)
                .param("references", lines.stream().map(GiftLine::reference).toArray(String[]::new))
                .param("written", lines.stream().map(GiftLine::written).toArray(String[]::new))
                .param("days", lines.stream().map(line -> line.day().toString()).toArray(String[]::new))
                .query(RecordMapper.of(KnownGift.class))
                .list()
                .stream()
                .collect(Collectors.toMap(KnownGift::reference, each -> each));
    }

    /** The numbers of gifts, as their names. */
    Map<UUID, String> findLabels(Collection<UUID> ids) {
        Map<UUID, String> labels = new HashMap<>();
        db.sql("SELECT id, number FROM resources.gift WHERE id = ANY (?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, n) -> labels.put(row.getObject("id", UUID.class), "n° " + row.getInt("number")))
                .list();
        return labels;
    }

    /** The month of a commitment that such a gift settles; a gift of once where none is awaited. */
    GiftOrigin findAwaited(Party donor, GiftFacts facts) {
        YearMonth month = YearMonth.from(facts.receivedOn());
        return db.sql("""
                        SELECT id FROM resources.gift_commitment
                        WHERE :donor IN (organisation, person) AND amount = :amount AND currency = :currency AND next_month = :month
                        ORDER BY id LIMIT 1
                        """)
                .param("donor", donor.value())
                .param("amount", facts.amount().getAmount())
                .param("currency", facts.amount().getCurrencyUnit().getCode())
                .param("month", month.atDay(1))
                .query(UUID.class)
                .optional()
                .map(id -> new GiftOrigin(false, new GiftCommitmentId(id), month, null))
                .orElse(GiftOrigin.ONCE);
    }

    /** Takes donor and reference off a gift that was never one, so that a donor entered with it can be deleted. */
    void detach(GiftId id) {
        db.sql("UPDATE resources.gift SET organisation = NULL, person = NULL, reference = '' WHERE id = ?")
                .param(id.value())
                .update();
    }

    /** @throws Refused if another gift of the donor has the same cheque or transfer (R-GIFT-1) */
    void requireNew(GiftFacts facts, @Nullable GiftId itself) {
        Party donor = facts.donor();
        if (donor == null || facts.reference().isEmpty() || facts.method() == GiftMethod.IN_KIND) {
            return;
        }
        db.sql("""
                        SELECT number FROM resources.gift
                        WHERE :donor IN (organisation, person) AND method = :method AND reference = :reference
                          AND amount = :amount AND reversed_on IS NULL AND id IS DISTINCT FROM CAST(:itself AS uuid)
                        LIMIT 1
                        """)
                .param("donor", donor.value())
                .param("method", facts.method().name())
                .param("reference", facts.reference())
                .param("amount", facts.amount().getAmount())
                .param("itself", Identifier.uuidOf(itself))
                .query(Integer.class)
                .optional()
                .ifPresent(number -> {
                    throw new Refused("gift.refused.twice", number);
                });
    }

    /**
     * References from gifts. Amounts stay when a donor is erased, since books and funds agree with them; what
     * was only written to the person goes.
     */
    @Bean
    static IdentityReferences referencesFromGift(ReferenceDeclarations declare) {
        return declare.table(Gift.TABLE)
                .organisation("organisation")
                .person("person", ErasureRule.KEEP)
                .about(":person = r.person")
                .texts(Map.of("reference", 100, "description", 300, "remark", 500, "reversal_reason", 300))
                .table("resources.gift_commitment")
                .organisation("organisation")
                .person("person", ErasureRule.KEEP)
                .table("resources.gift_account")
                .organisation("organisation")
                .person("person", ErasureRule.DELETE)
                .table("resources.gift_outcome")
                .organisation("organisation")
                .person("person", ErasureRule.DELETE);
    }
}
