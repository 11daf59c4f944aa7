package org.convergence.safety.risk.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.safety.risk.RiskPermissions;
import org.convergence.safety.risk.domain.Risk.RiskFacts;
import org.convergence.safety.risk.domain.Risk.RiskId;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the register: its risks, and the reviews by the board. */
@Service
@Transactional
@Requires(RiskPermissions.EDIT)
public class RiskService {

    /** The most risks that are open at a time: the register is one page. */
    public static final int MOST = 100;

    private final RiskRepository repository;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    RiskService(RiskRepository repository, OrganisationSettings settings, JdbcClient db) {
        this.repository = repository;
        this.settings = settings;
        this.db = db;
    }

    /** A review of the whole register. */
    public record RegisterReview(LocalDate reviewedOn, String resolution, int risks) {}

    /** The open risks, the highest residual score first. */
    @Transactional(readOnly = true)
    @Requires(RiskPermissions.READ)
    public List<Risk> findOpen() {
        return db.sql("""
                        SELECT id, version, threat, description, exposed, zone, inherent_likelihood, inherent_impact, measures,
                               residual_likelihood, residual_impact, owner, review_on, closed_on
                        FROM safety.risk WHERE closed_on IS NULL
                        ORDER BY residual_likelihood * residual_impact DESC, inherent_likelihood * inherent_impact DESC, id LIMIT ?
                        """).param(MOST).query(RecordMapper.of(Risk.class)).list();
    }

    /** @throws NotFound if there is no such risk */
    @Transactional(readOnly = true)
    @Requires(RiskPermissions.READ)
    public Risk findById(RiskId id) {
        return repository.findById(id.value()).orElseThrow(() -> new NotFound("risk"));
    }

    /** The last review; empty before the first. */
    @Transactional(readOnly = true)
    @Requires(RiskPermissions.READ)
    public Optional<RegisterReview> findLastReview() {
        return db.sql(
                        "SELECT reviewed_on, resolution, risks FROM safety.risk_review ORDER BY reviewed_on DESC, id DESC LIMIT 1")
                .query(RecordMapper.of(RegisterReview.class))
                .optional();
    }

    /** @throws Refused if the register is full, or measures make a risk worse */
    @Transactional(label = "risk.add")
    public RiskId create(RiskFacts facts) {
        requireSound(facts);
        if (findOpen().size() >= MOST) {
            throw new Refused("risk.refused.most", MOST);
        }
        return repository.save(Risk.create(facts)).typedId();
    }

    /** @param version the version on which the form was opened */
    @Transactional(label = "risk.change")
    public void update(RiskId id, int version, RiskFacts facts) {
        requireSound(facts);
        requireOpen(findById(id));
        save(Risk.of(id.value(), version, facts), version);
    }

    /** Closes a risk: it leaves the page, and stays in the history. */
    @Transactional(label = "risk.close")
    public void close(RiskId id) {
        Risk risk = findById(id);
        requireOpen(risk);
        save(risk.closed(settings.today()), risk.version());
    }

    private static void requireSound(RiskFacts facts) {
        if (facts.residual().value() > facts.inherent().value()) {
            throw new Refused("risk.refused.worse");
        }
        if (facts.measures() == null && !facts.residual().equals(facts.inherent())) {
            throw new Refused("risk.refused.measures");
        }
    }

    private static void requireOpen(Risk risk) {
        if (risk.closedOn() != null) {
            throw new Refused("risk.refused.closed");
        }
    }

    /**
     * Records that the board reviewed the whole register.
     *
     * @param resolution its number
     * @param next the day of the next review, of every open risk
     * @throws Refused if there is nothing to review, or the next day is not later
     */
    @Transactional(label = "risk.review")
    @Requires(RiskPermissions.REVIEW)
    public void review(LocalDate day, String resolution, LocalDate next) {
        if (!next.isAfter(day) || day.isAfter(settings.today())) {
            throw new Refused("risk.refused.days");
        }
        int risks = db.sql("UPDATE safety.risk SET review_on = ?, version = version + 1 WHERE closed_on IS NULL")
                .param(next)
                .update();
        if (risks == 0) {
            throw new Refused("risk.refused.empty");
        }
        db.sql("INSERT INTO safety.risk_review (id, reviewed_on, resolution, risks) VALUES (?, ?, ?, ?)")
                .params(Ids.next(), day, resolution, risks)
                .update();
    }

    private void save(Risk risk, int version) {
        OptimisticLock.save(repository, risk, Risk.TABLE, risk.id(), version);
    }

    /** References from risks to people: open risks pass to the successor of the person in charge. */
    @Bean
    static IdentityReferences referencesFromRisk(ReferenceDeclarations declare) {
        return declare.table(Risk.TABLE)
                .person("owner", ErasureRule.CLEAR)
                .about("r.owner = :person")
                .texts(Map.of("description", 500, "exposed", 300, "zone", 200, "measures", 2_000));
    }

    @Bean
    static Holding ownedRisks(JdbcClient db) {
        return new ColumnHolding(db, "risk.holding", 38, "safety.risk.owner", "closed_on IS NULL", """
                SELECT id, description AS what, NULL AS detail, '/safety/risk/' || id AS url, review_on AS due
                FROM safety.risk WHERE owner = ? AND closed_on IS NULL ORDER BY review_on, id
                """);
    }
}
