package org.convergence.resources.delegation.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.Decision;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.resources.delegation.BylawId;
import org.convergence.resources.delegation.DelegationPermissions;
import org.convergence.resources.membership.CategoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tables of delegates and votes. A new table replaces the one before it on its first day. */
@Service
@Transactional
@Requires(DelegationPermissions.KEEP)
public class BylawService {

    private final BylawRepository bylaws;

    BylawService(BylawRepository bylaws) {
        this.bylaws = bylaws;
    }

    /** All tables, the latest first. */
    @Transactional(readOnly = true)
    @Requires(DelegationPermissions.READ)
    public List<Bylaw> findAll() {
        return bylaws.findAllByOrderBySinceDesc().stream()
                .map(BylawRow::toBylaw)
                .toList();
    }

    /** The table in force on a day, for each category that has one. */
    @Transactional(readOnly = true)
    @Requires(DelegationPermissions.READ)
    public Map<CategoryId, Bylaw> findInForce(LocalDate day) {
        Map<CategoryId, Bylaw> inForce = new LinkedHashMap<>();
        findAll().stream().filter(it -> !it.since().isAfter(day)).forEach(it -> inForce.putIfAbsent(it.category(), it));
        return inForce;
    }

    /** @throws NotFound if there is no such table */
    @Transactional(readOnly = true)
    @Requires(DelegationPermissions.READ)
    public Bylaw findById(BylawId id) {
        return load(id).toBylaw();
    }

    /**
     * Adds a table.
     *
     * @throws Refused if the category has a table with the same first day
     */
    public BylawId adopt(
            CategoryId category, LocalDate since, StepTable table, @Nullable String article, Decision decision) {
        return new BylawId(
                keep(BylawRow.of(category, since, table, article, decision), 0).id());
    }

    /**
     * Corrects an entry error; a new table is adopted instead.
     *
     * @param version shown in the form
     */
    public void correct(
            BylawId id, int version, LocalDate since, StepTable table, @Nullable String article, Decision decision) {
        BylawRow before = load(id);
        OptimisticLock.requireSameVersion(BylawRow.TABLE, id.value(), version, before.version());
        keep(before.withFacts(since, table, article, decision), version);
    }

    private BylawRow keep(BylawRow row, int version) {
        try {
            return OptimisticLock.save(bylaws, row, BylawRow.TABLE, row.id(), version);
        } catch (DataIntegrityViolationException violation) {
            String said = String.valueOf(violation.getMostSpecificCause().getMessage());
            if (said.contains("delegation_bylaw_since_key")) {
                throw new Refused("delegation.refused.same-day", row.since());
            }
            throw said.contains("_fk\"") ? new NotFound("category") : violation;
        }
    }

    private BylawRow load(BylawId id) {
        return bylaws.findById(id.value()).orElseThrow(() -> new NotFound("bylaw"));
    }
}
