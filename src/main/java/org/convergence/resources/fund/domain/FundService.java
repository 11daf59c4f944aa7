package org.convergence.resources.fund.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.convergence.directory.consent.CharityStatus;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.fund.FundMovementId;
import org.convergence.resources.fund.FundMovementKind;
import org.convergence.resources.fund.FundNature;
import org.convergence.resources.fund.FundPermissions;
import org.convergence.resources.fund.domain.FundQueries.FundMovementRow;
import org.convergence.resources.fund.domain.FundQueries.FundRow;
import org.convergence.resources.ledger.domain.ReceiptPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps funds, and records their movements, which never change. */
@Service
@Transactional
@Requires(FundPermissions.EDIT)
public class FundService {

    static final String TABLE = "resources.fund";
    static final String MOVEMENT_TABLE = "resources.fund_movement";

    private final JdbcClient db;
    private final FundQueries queries;
    private final CharityStatus charity;
    private final OrganisationSettings settings;
    private final Clock clock;

    FundService(JdbcClient db, FundQueries queries, CharityStatus charity, OrganisationSettings settings, Clock clock) {
        this.db = db;
        this.queries = queries;
        this.charity = charity;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Records a fund.
     *
     * @throws Refused if its name or purpose uses words reserved to charities (R-REC-1)
     */
    @Transactional(label = "fund.record")
    public FundId record(FundFacts facts) {
        requireAllowed(facts);
        return new FundId(VersionedRow.insert(db, TABLE, VersionedRow.values(facts)));
    }

    /**
     * Corrects what is known of a fund; its currency stays.
     *
     * @param version the version on which the form was opened
     * @throws EditConflict if it was changed meanwhile
     * @throws Refused if its name or purpose uses words reserved to charities (R-REC-1)
     */
    @Transactional(label = "fund.correct")
    public void correct(FundId id, int version, FundFacts facts) {
        requireAllowed(facts);
        VersionedRow.save(db, TABLE, id, version, VersionedRow.values(facts, "currency"));
    }

    /** Donors read what a fund is called and what it is for. */
    private void requireAllowed(FundFacts facts) {
        LocalDate since = charity.registeredSince().orElse(null);
        List.of(facts.name(), facts.purpose())
                .forEach(each -> ReceiptPolicy.requireAllowed(each, settings.today(), since));
    }

    /**
     * Records a movement.
     *
     * @throws Refused if it uses more than is available on its day or later, is of the future, lacks its resolution, or
     *     is capital of a fund that is no endowment, or what comes in is said to be passed to a partner
     */
    @Transactional(label = "fund.move")
    public FundMovementId move(FundId id, FundMovementFacts facts) {
        FundRow fund = lock(id);
        if (facts.day().isAfter(settings.today())) {
            throw new Refused("fund.refused.future");
        }
        if (facts.kind().needsDecision() && facts.decision().isEmpty()) {
            throw new Refused("fund.refused.decision");
        }
        if (facts.kind() == FundMovementKind.CAPITAL && fund.nature() != FundNature.ENDOWMENT) {
            throw new Refused("fund.refused.capital");
        }
        if (facts.organisation() != null && facts.kind() != FundMovementKind.RECOGNISED) {
            throw new Refused("fund.refused.partner");
        }
        if (facts.kind().sign() < 0) {
            requireAvailable(fund, facts.amount(), facts.day());
        }
        return insert(id, facts, null);
    }

    private void requireAvailable(FundRow fund, BigDecimal amount, LocalDate day) {
        BigDecimal available = FundPolicy.available(queries.findMoved(fund.id(), day), day);
        if (amount.compareTo(available) > 0) {
            throw new Refused("fund.refused.available", FundQueries.money(available, fund.currency()));
        }
    }

    /**
     * Takes a movement back by another one below zero, on the same day.
     *
     * @throws Refused if it is taken back already or takes one back, or its money is used
     */
    @Transactional(label = "fund.take-back")
    public void takeBack(FundId id, FundMovementId movement) {
        FundRow fund = lock(id);
        FundMovementRow wrong = queries.findMovement(id, movement);
        if (wrong.reverses() != null || wrong.isTakenBack()) {
            throw new Refused("fund.refused.taken-back");
        }
        if (wrong.kind().sign() > 0 && wrong.kind() != FundMovementKind.CAPITAL) {
            requireAvailable(fund, wrong.amount(), wrong.day());
        }
        insert(
                id,
                new FundMovementFacts(
                        wrong.day(),
                        wrong.kind(),
                        wrong.amount().negate(),
                        wrong.what(),
                        wrong.decision(),
                        wrong.organisation()),
                movement);
    }

    private FundRow lock(FundId id) {
        db.sql("SELECT 1 FROM resources.fund WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(Integer.class)
                .optional();
        return queries.findById(id);
    }

    private FundMovementId insert(FundId fund, FundMovementFacts facts, @Nullable FundMovementId reverses) {
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("fund", fund);
        values.put("reverses", reverses);
        values.put("recorded_by", CurrentActor.get().id());
        values.put("recorded_at", clock.instant());
        return new FundMovementId(VersionedRow.insert(db, MOVEMENT_TABLE, values));
    }

    /**
     * What is known of a fund, except its movements.
     *
     * @param name 1 to 300 characters
     * @param origin the will, the agreement or the resolution that restricts it, in 1 to 300 characters
     * @param purpose 1 to 5,000 characters
     * @param rules how it may be used, in at most 10,000 characters; may be empty
     * @param committee the people or the body that decides, in at most 1,000 characters; may be empty
     */
    public record FundFacts(
            String name,
            FundNature nature,
            String currency,
            LocalDate openedOn,
            String origin,
            String purpose,
            String rules,
            String committee) {}

    /**
     * A movement to record.
     *
     * @param amount above zero, with at most two decimals, in the currency of the fund
     * @param what 1 to 300 characters
     * @param decision the resolution that decided it, in at most 300 characters; may be empty
     * @param organisation the partner to which it was passed; {@code null} for a use of our own
     */
    public record FundMovementFacts(
            LocalDate day,
            FundMovementKind kind,
            BigDecimal amount,
            String what,
            String decision,
            @Nullable OrganisationId organisation) {

        /** A movement that passes nothing to a partner. */
        public FundMovementFacts(
                LocalDate day, FundMovementKind kind, BigDecimal amount, String what, String decision) {
            this(day, kind, amount, what, decision, null);
        }
    }

    /** Partners that funds paid, and texts in which people may be named: givers, and members of committees. */
    @Bean
    static IdentityReferences referencesFromFund(ReferenceDeclarations declare) {
        return declare.table(MOVEMENT_TABLE)
                .organisation("organisation")
                .texts(Map.of("what", 300, "decision", 300))
                .table(TABLE)
                .texts(Map.of("name", 300, "origin", 300, "purpose", 5_000, "rules", 10_000, "committee", 1_000));
    }
}
