package org.convergence.resources.gift.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextParser;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.gift.GiftPermissions;
import org.convergence.resources.gift.domain.Gift.GiftFacts;
import org.convergence.resources.gift.domain.Gift.GiftMethod;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gifts promised each month: which month is awaited, excused or missing, and when they end (R-GIFT-2). */
@Service
@Transactional
@Requires(GiftPermissions.RECORD)
public class GiftCommitmentService {

    private static final int MOST = 1_000;
    private static final int LATEST_DAY = 28;

    private static final String SELECT = """
            SELECT c.id, c.organisation, c.person, coalesce(o.name, p.display_name) AS donor_name, c.currency, c.amount,
                   c.method, c.fund, f.name AS fund_name, c.day, c.first_month, c.last_month, c.next_month, c.excused,
                   ARRAY(SELECT to_char(g.month, 'YYYY-MM') FROM resources.gift g
                         WHERE g.commitment = c.id AND g.reversed_on IS NULL) AS received
            FROM resources.gift_commitment c
            LEFT JOIN directory.people_organisation_name o ON o.id = c.organisation
            LEFT JOIN directory.people_person_name p ON p.id = c.person
            LEFT JOIN resources.fund_name f ON f.id = c.fund
            """;

    private final JdbcClient db;
    private final OrganisationSettings settings;

    GiftCommitmentService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /**
     * A gift promised each month.
     *
     * @param donorName {@code null} once the donor is erased
     * @param day the day of the month on which it comes, from 1 to 28
     * @param nextMonth the earliest month neither received nor excused; {@code null} after the last
     * @param excused the months that will not come
     * @param received the months that came
     */
    public record GiftCommitment(
            GiftCommitmentId id,
            @Nullable OrganisationId organisation,
            @Nullable PersonId person,
            @Nullable String donorName,
            Money amount,
            GiftMethod method,
            @Nullable FundId fund,
            @Nullable String fundName,
            int day,
            LocalDate firstMonth,
            @Nullable LocalDate lastMonth,
            @Nullable LocalDate nextMonth,
            List<String> excused,
            List<String> received) {

        /** The months that should have come, and did not. */
        public List<YearMonth> findMissing(LocalDate today) {
            Set<YearMonth> settled = settled();
            return nextMonth == null
                    ? List.of()
                    : Stream.iterate(YearMonth.from(nextMonth), month -> month.plusMonths(1))
                            .takeWhile(month -> !today.isBefore(GiftPolicy.missingFrom(month, day))
                                    && (lastMonth == null || !month.atDay(1).isAfter(lastMonth)))
                            .filter(month -> !settled.contains(month))
                            .toList();
        }

        private Set<YearMonth> settled() {
            return Stream.concat(received.stream(), excused.stream())
                    .flatMap(each -> TextParser.month(each).stream())
                    .collect(Collectors.toSet());
        }
    }

    /** The commitments that go on, those that wait longest first, then those that ended. */
    @Transactional(readOnly = true)
    public List<GiftCommitment> findAll() {
        return db.sql(SELECT + " ORDER BY c.next_month NULLS LAST, c.id LIMIT ?")
                .param(MOST)
                .query(RecordMapper.of(GiftCommitment.class))
                .list();
    }

    /** @throws NotFound if there is no such commitment */
    @Transactional(readOnly = true)
    public GiftCommitment findById(GiftCommitmentId id) {
        return db.sql(SELECT + " WHERE c.id = ?")
                .param(id.value())
                .query(RecordMapper.of(GiftCommitment.class))
                .optional()
                .orElseThrow(() -> new NotFound("commitment"));
    }

    /** Awaits a gift each month, from the month of the first one on. */
    GiftCommitmentId create(GiftFacts facts) {
        Party donor = facts.donor();
        if (donor == null || !facts.method().isMoney()) {
            throw new Refused("gift.refused.monthly");
        }
        GiftCommitmentId id = new GiftCommitmentId(Ids.next());
        LocalDate month = facts.receivedOn().withDayOfMonth(1);
        db.sql("""
                        INSERT INTO resources.gift_commitment
                               (id, organisation, person, amount, currency, method, fund, day, first_month, next_month, excused)
                        VALUES (:id, :organisation, :person, :amount, :currency, :method, :fund, :day, :month, :month, '{}')
                        """)
                .param("id", id.value())
                .param("organisation", Identifier.uuidOf(donor.organisation()))
                .param("person", Identifier.uuidOf(donor.person()))
                .param("amount", facts.amount().getAmount())
                .param("currency", facts.amount().getCurrencyUnit().getCode())
                .param("method", facts.method().name())
                .param("fund", Identifier.uuidOf(facts.fund()))
                .param("day", Math.min(LATEST_DAY, facts.receivedOn().getDayOfMonth()))
                .param("month", month)
                .update();
        return id;
    }

    private GiftCommitment lock(GiftCommitmentId id) {
        db.sql("SELECT 1 FROM resources.gift_commitment WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(Integer.class)
                .optional();
        return findById(id);
    }

    /** @throws Refused if the month is received, excused, before the first or after the last */
    void requireAwaited(GiftCommitmentId id, YearMonth month) {
        GiftCommitment it = lock(id);
        LocalDate day = month.atDay(1);
        if (day.isBefore(it.firstMonth())
                || (it.lastMonth() != null && day.isAfter(it.lastMonth()))
                || it.settled().contains(month)) {
            throw new Refused("gift.refused.month", month.atDay(1));
        }
    }

    /** Finds the next month again after a gift was recorded or reversed. */
    void refresh(GiftCommitmentId id) {
        GiftCommitment it = lock(id);
        LocalDate last = it.lastMonth();
        YearMonth next = GiftPolicy.nextMonth(
                YearMonth.from(it.firstMonth()), last == null ? null : YearMonth.from(last), it.settled());
        db.sql("UPDATE resources.gift_commitment SET next_month = :next, version = version + 1 WHERE id = :id")
                .param("next", next == null ? null : next.atDay(1))
                .param("id", id.value())
                .update();
    }

    /**
     * Awaits a month no longer.
     *
     * @throws Refused if the month is not awaited
     */
    @Transactional(label = "gift.excuse")
    public void excuse(GiftCommitmentId id, YearMonth month) {
        requireAwaited(id, month);
        change(id, "excused = array_append(excused, :value)", month.toString());
    }

    /** Awaits an excused month again. */
    @Transactional(label = "gift.expect")
    public void expect(GiftCommitmentId id, YearMonth month) {
        change(id, "excused = array_remove(excused, :value)", month.toString());
    }

    /** Awaits no month after the current one. */
    @Transactional(label = "gift.end")
    public void end(GiftCommitmentId id) {
        GiftCommitment it = lock(id);
        LocalDate month = settings.today().withDayOfMonth(1);
        change(id, "last_month = :value", month.isBefore(it.firstMonth()) ? it.firstMonth() : month);
    }

    /** Awaits the months of a commitment that ended again. */
    @Transactional(label = "gift.resume")
    public void resume(GiftCommitmentId id) {
        change(id, "last_month = CAST(:value AS date)", null);
    }

    private void change(GiftCommitmentId id, String assignment, @Nullable Object value) {
        db.sql("UPDATE resources.gift_commitment SET " + assignment + " WHERE id = :id")
                .param("value", value)
                .param("id", id.value())
                .update();
        refresh(id);
    }

    /** The id of a gift promised each month. */
    public record GiftCommitmentId(UUID value) implements Identifier {}
}
