package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.Decision;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.RateId;
import org.convergence.resources.membership.CategoryId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rates as adopted by bodies. A new rate replaces the previous one from its first day; nothing is rewritten. */
@Service
@Transactional
@Requires(DuesPermissions.KEEP_RATES)
public class RateService {

    private final RateRepository rates;

    RateService(RateRepository rates) {
        this.rates = rates;
    }

    /** All rates, the latest first. */
    @Transactional(readOnly = true)
    @Requires(DuesPermissions.READ_RATES)
    public List<AdoptedRate> findAll() {
        return rates.findAllByOrderBySinceDesc().stream().map(RateRow::adopted).toList();
    }

    /** The rate in force on a day, for each category that has one. */
    @Transactional(readOnly = true)
    @Requires(DuesPermissions.READ_RATES)
    public Map<CategoryId, AdoptedRate> findInForce(LocalDate day) {
        Map<CategoryId, AdoptedRate> inForce = new LinkedHashMap<>();
        findAll().stream().filter(it -> !it.since().isAfter(day)).forEach(it -> inForce.putIfAbsent(it.category(), it));
        return inForce;
    }

    /** @throws NotFound if the rate does not exist */
    @Transactional(readOnly = true)
    @Requires(DuesPermissions.READ_RATES)
    public AdoptedRate findById(RateId id) {
        return load(id).adopted();
    }

    /**
     * Enters a rate.
     *
     * @throws Refused if the category already has a rate from that day
     */
    public RateId adopt(CategoryId category, LocalDate since, Rate rate, Decision decision) {
        return new RateId(save(RateRow.of(category, since, rate, decision), 0).id());
    }

    /**
     * Corrects an entry error; a change of dues is a new rate.
     *
     * @param version the version that the form showed
     * @throws Refused if an invoice was issued by the rate and more than its decision would change (R-LEDGER-2)
     */
    public void correct(RateId id, int version, LocalDate since, Rate rate, Decision decision) {
        RateRow before = load(id);
        OptimisticLock.requireSameVersion(RateRow.TABLE, id.value(), version, before.version());
        save(before.with(since, rate, decision), version);
    }

    private RateRow save(RateRow row, int version) {
        try {
            return OptimisticLock.save(rates, row, RateRow.TABLE, row.id(), version);
        } catch (DataIntegrityViolationException violation) {
            String said = String.valueOf(violation.getMostSpecificCause().getMessage());
            if (said.contains("dues_rate_since_key")) {
                throw new Refused("dues.refused.same-day", row.since());
            }
            if (said.contains("dues_rate_is_used")) {
                throw new Refused("dues.refused.rate-used");
            }
            throw said.contains("_fk\"") ? new NotFound("category") : violation;
        }
    }

    private RateRow load(RateId id) {
        return rates.findById(id.value()).orElseThrow(() -> new NotFound("rate"));
    }
}
