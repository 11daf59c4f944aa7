package org.convergence.resources.gift.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.VersionedRow;
import org.convergence.resources.gift.GiftPermissions;
import org.convergence.resources.gift.domain.CharityPolicy.CharityEstimate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the estimate of a charity's costs, and adds up the gifts of a year as receipts would cover them. */
@Service
@Transactional
@Requires(GiftPermissions.RECORD)
public class CharityEstimateService {

    private static final String TABLE = "resources.gift_charity_estimate";

    private final JdbcClient db;

    CharityEstimateService(JdbcClient db) {
        this.db = db;
    }

    private record EstimateVersion(UUID id, int version) {}

    private Optional<EstimateVersion> findKey() {
        return db.sql("SELECT id, version FROM resources.gift_charity_estimate")
                .query(RecordMapper.of(EstimateVersion.class))
                .optional();
    }

    /** The version of the estimate; 0 if none was saved. */
    @Transactional(readOnly = true)
    public int findVersion() {
        return findKey().map(EstimateVersion::version).orElse(0);
    }

    /** The estimate; empty if none was saved. */
    @Transactional(readOnly = true)
    public Optional<CharityEstimate> find() {
        return db.sql("""
                        SELECT hourly_cost, hours_to_apply, fees_to_apply, hours_a_year, fees_a_year, threshold,
                               federal_below, federal_above, provincial_below, provincial_above, source
                        FROM resources.gift_charity_estimate
                        """).query(RecordMapper.of(CharityEstimate.class)).optional();
    }

    /**
     * Saves the estimate.
     *
     * @param version the version on which the form was opened; 0 if none was saved
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "gift.charity")
    public void save(int version, CharityEstimate estimate) {
        UUID id = findKey().map(EstimateVersion::id).orElse(null);
        if (id != null && version == 0) {
            throw new EditConflict(TABLE, id, version);
        }
        VersionedRow.save(db, TABLE, id, version, VersionedRow.values(estimate));
    }

    /**
     * Money given in a calendar year, in the currency of the books; gifts in kind and reversed ones are left out.
     *
     * @param persons what each person gave, without names
     * @param organisations how many gave
     * @param anonymous given without a name, for which no receipt can be made
     */
    public record GivenMoney(
            List<BigDecimal> persons, int organisations, BigDecimal ofOrganisations, BigDecimal anonymous) {

        public GivenMoney {
            persons = List.copyOf(persons);
        }

        public BigDecimal ofPersons() {
            return persons.stream().reduce(new BigDecimal("0.00"), BigDecimal::add);
        }

        /** All of it. */
        public BigDecimal total() {
            return ofPersons().add(ofOrganisations).add(anonymous);
        }
    }

    private record DonorSum(boolean person, boolean organisation, BigDecimal amount) {}

    /** What was given in a calendar year. */
    @Transactional(readOnly = true)
    public GivenMoney findGiven(int year) {
        List<DonorSum> sums = db.sql("""
                        SELECT g.person IS NOT NULL AS person, g.organisation IS NOT NULL AS organisation,
                               sum(g.home_amount) AS amount
                        FROM resources.gift g
                        WHERE g.received_on BETWEEN :from AND :to AND g.reversed_on IS NULL AND g.method <> 'IN_KIND'
                        GROUP BY g.person, g.organisation
                        """)
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query(RecordMapper.of(DonorSum.class))
                .list();
        return new GivenMoney(
                sums.stream().filter(DonorSum::person).map(DonorSum::amount).toList(),
                (int) sums.stream().filter(DonorSum::organisation).count(),
                sum(sums.stream().filter(DonorSum::organisation).toList()),
                sum(sums.stream()
                        .filter(each -> !each.person() && !each.organisation())
                        .toList()));
    }

    private static BigDecimal sum(List<DonorSum> sums) {
        return sums.stream().map(DonorSum::amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
