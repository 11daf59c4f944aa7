package org.convergence.resources.subsidy.domain;

import java.math.BigDecimal;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.MinimumWageSchedule;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.SubsidyProgrammeId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The figures by which subsidies are computed: programmes, and the minimum wage from each day on. */
@Service
@Transactional
@Requires(SubsidyPermissions.MANAGE)
public class SubsidyProgrammeService {

    private final SubsidyProgrammeRepository repository;
    private final JdbcClient db;

    SubsidyProgrammeService(SubsidyProgrammeRepository repository, JdbcClient db) {
        this.repository = repository;
        this.db = db;
    }

    /** A minimum wage per hour, from a day on. */
    public record MinimumWageRow(UUID id, LocalDate startsOn, BigDecimal amount, String source, LocalDate checkedOn) {}

    /** All programmes, by name. */
    @Transactional(readOnly = true)
    @Requires(SubsidyPermissions.READ)
    public List<SubsidyProgramme> findAll() {
        return StreamSupport.stream(repository.findAll().spliterator(), false)
                .sorted(Comparator.comparing(SubsidyProgramme::name, Collator.getInstance(Locale.CANADA_FRENCH)))
                .toList();
    }

    /** @throws NotFound if there is no such programme */
    @Transactional(readOnly = true)
    @Requires(SubsidyPermissions.READ)
    public SubsidyProgramme findById(SubsidyProgrammeId id) {
        return repository.findById(id.value()).orElseThrow(() -> new NotFound("programme"));
    }

    public SubsidyProgrammeId create(SubsidyProgramme programme) {
        return repository.save(programme).typedId();
    }

    /** Corrects a programme. Existing files keep the terms under which they were approved. */
    public void update(SubsidyProgrammeId id, int version, SubsidyProgramme programme) {
        OptimisticLock.requireSameVersion(
                SubsidyProgramme.TABLE, id.value(), version, findById(id).version());
        OptimisticLock.save(repository, programme.as(id.value(), version), SubsidyProgramme.TABLE, id.value(), version);
    }

    /** The minimum wages, the latest first. */
    @Transactional(readOnly = true)
    @Requires(SubsidyPermissions.READ)
    public List<MinimumWageRow> findMinimumWages() {
        return db.sql("SELECT id, starts_on, amount, source, checked_on FROM resources.subsidy_minimum_wage"
                        + " ORDER BY starts_on DESC")
                .query(RecordMapper.of(MinimumWageRow.class))
                .list();
    }

    /** The minimum wage of each day. */
    @Transactional(readOnly = true)
    @Requires(SubsidyPermissions.READ)
    public MinimumWageSchedule findMinimumWageSchedule() {
        return new MinimumWageSchedule(Map.copyOf(findMinimumWages().stream()
                .collect(Collectors.toMap(MinimumWageRow::startsOn, MinimumWageRow::amount))));
    }

    /**
     * Adds a minimum wage. Prepared claims are computed again on demand; sent ones stay.
     *
     * @throws Refused if one begins on that day
     */
    public void addMinimumWage(LocalDate startsOn, BigDecimal amount, String source, LocalDate checkedOn) {
        try {
            db.sql("""
                            INSERT INTO resources.subsidy_minimum_wage (id, starts_on, amount, source, checked_on)
                            VALUES (:id, :starts, :amount, :source, :checked)
                            """)
                    .param("id", Ids.next())
                    .param("starts", startsOn)
                    .param("amount", amount)
                    .param("source", source)
                    .param("checked", checkedOn)
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new Refused("subsidy.refused.minimum-twice", startsOn);
        }
    }

    /** Deletes a minimum wage entered by mistake. */
    public void deleteMinimumWage(UUID id) {
        db.sql("DELETE FROM resources.subsidy_minimum_wage WHERE id = ?")
                .param(id)
                .update();
    }
}
