package org.convergence.resources.grant.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.AwardUndone;
import org.convergence.resources.grant.GrantApplicationId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.BudgetLines;
import org.convergence.resources.spending.BudgetPolicy.LineLimits;
import org.convergence.resources.spending.Budgets;
import org.convergence.resources.spending.Budgets.BudgetFacts;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records agreements with their budgets, and closes them. */
@Service
@Transactional
@Requires(GrantPermissions.EDIT)
public class AgreementService {

    static final String TABLE = "resources.grant_agreement";

    private final JdbcClient db;
    private final Budgets budgets;
    private final BudgetLines lines;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;
    private final ApplicationEventPublisher events;
    private final AgreementQueries queries;

    AgreementService(
            JdbcClient db,
            Budgets budgets,
            BudgetLines lines,
            PeopleDirectory people,
            OrganisationSettings settings,
            ApplicationEventPublisher events,
            AgreementQueries queries) {
        this.queries = queries;
        this.db = db;
        this.budgets = budgets;
        this.lines = lines;
        this.people = people;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Records an agreement with its lines.
     *
     * @throws Refused if it has no line, or two of one code
     */
    @Transactional(label = "grant.agreement.record")
    public AgreementId record(AgreementFacts facts, List<BudgetLineFacts> lines) {
        if (lines.isEmpty()) {
            throw new Refused("grant.agreement.refused.no-line");
        }
        Map<String, @Nullable Object> values = values(facts);
        values.put("currency", facts.currency());
        AgreementId id = new AgreementId(VersionedRow.insert(db, TABLE, values));
        share(id, true);
        budgets.create(new BudgetFacts(
                id.subject(), facts.title(), facts.currency(), facts.startsOn(), facts.endsOn(), lines));
        return id;
    }

    /**
     * A funder's money is public in all its agreements, or in none.
     *
     * @param isNew whether the agreement takes what is known where it says nothing; a corrected one says it for all
     */
    private void share(AgreementId id, boolean isNew) {
        db.sql("""
                        UPDATE resources.grant_agreement a SET public_money = k.known, version = a.version + 1
                        FROM (SELECT own.funder, coalesce(own.public_money,
                                     (SELECT o.public_money FROM resources.grant_agreement o
                                      WHERE :new AND o.funder = own.funder AND o.public_money IS NOT NULL
                                      ORDER BY o.id LIMIT 1)) AS known
                              FROM resources.grant_agreement own WHERE own.id = :id) k
                        WHERE a.funder = k.funder AND a.public_money IS DISTINCT FROM k.known
                        """).param("id", id.value()).param("new", isNew).update();
    }

    private Map<String, @Nullable Object> values(AgreementFacts facts) {
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "newFunder", "currency");
        if (facts.newFunder() != null) {
            values.put("funder", people.findOrCreateOrganisation(facts.newFunder()));
        }
        return values;
    }

    /**
     * Corrects what an agreement says; its currency stays.
     *
     * @param version the version on which the form was opened
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "grant.agreement.correct")
    public void correct(AgreementId id, int version, AgreementFacts facts) {
        VersionedRow.save(db, TABLE, id, version, values(facts));
        share(id, false);
        budgets.rename(id.subject(), facts.title(), facts.startsOn(), facts.endsOn());
    }

    /**
     * Changes the amount in force of a line, the account in which the accountant's books hold it, and its clause.
     *
     * @param account {@code null} if it has none
     * @param clause {@code null} if none is known
     */
    @Transactional(label = "grant.agreement.amend")
    public void amendLine(
            BudgetLineId line, int version, BigDecimal amount, @Nullable String account, @Nullable String clause) {
        budgets.amend(line, version, amount, account, clause);
    }

    /** Says in which account the accountant's books hold a line; {@code null} if in none. */
    @Requires(GrantPermissions.ACCOUNT)
    @Transactional(label = "grant.agreement.account")
    public void setAccount(BudgetLineId line, int version, @Nullable String account) {
        budgets.setAccount(line, version, account);
    }

    /**
     * Adds lines to the budget of an agreement.
     *
     * @throws Refused if another line has the code of one
     */
    @Transactional(label = "grant.agreement.add-lines")
    public void addLines(AgreementId id, List<BudgetLineFacts> added) {
        if (added.isEmpty()) {
            throw new Refused("grant.agreement.refused.no-line");
        }
        added.forEach(line -> lines.add(id.subject(), line));
    }

    /** Gives a line the code and the label of the funder. */
    @Transactional(label = "grant.agreement.rename-line")
    public void renameLine(BudgetLineId line, int version, String code, String label) {
        lines.rename(line, version, code, label);
    }

    /** Deletes a line on which nothing is. */
    @Transactional(label = "grant.agreement.remove-line")
    public void deleteLine(BudgetLineId line, int version) {
        lines.delete(line, version);
    }

    /** Says what limits a line: its cap, and the amendment that allows its amount. */
    @Transactional(label = "grant.agreement.limit")
    public void limitLine(BudgetLineId line, int version, LineLimits limits) {
        budgets.limit(line, version, limits);
    }

    /**
     * Deletes the agreement that an application opened.
     *
     * @throws Refused if something was noted on it, here or in another module, or it is not known
     */
    void deleteOpenedBy(GrantApplicationId application) {
        List<AgreementId> opened = db.sql(
                        "SELECT agreement FROM resources.grant_application WHERE id = ? AND agreement IS NOT NULL")
                .param(application.value())
                .query((row, n) -> new AgreementId(row.getObject("agreement", UUID.class)))
                .list();
        opened.forEach(each -> events.publishEvent(new AwardUndone(each)));
        try {
            boolean isDeleted = opened.stream().anyMatch(each -> budgets.deleteUnused(each.subject()))
                    && db.sql("""
                                            DELETE FROM resources.grant_agreement a
                                            WHERE a.id = ? AND a.closed_on IS NULL AND NOT EXISTS
                                                  (SELECT FROM resources.grant_agreement_due d WHERE d.agreement = a.id)
                                            """).param(opened.get(0).value()).update() > 0;
            if (!isDeleted) {
                throw new Refused("grant.refused.agreement-used");
            }
        } catch (DataIntegrityViolationException referenced) {
            throw new Refused("grant.refused.agreement-used");
        }
    }

    /**
     * Closes an agreement: nothing of it is due any more.
     *
     * @param note why something that lacks is left, in at most 1,000 characters; may be empty if nothing lacks
     * @throws Refused if something lacks and nothing is said of it
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "grant.agreement.close")
    public void close(AgreementId id, int version, String note) {
        AgreementGaps gaps = queries.findGaps(id).orElseThrow(() -> new EditConflict(TABLE, id.value(), version));
        if (note.isBlank() && !gaps.lacks().isEmpty()) {
            throw new Refused("grant.agreement.refused.closing");
        }
        VersionedRow.save(db, TABLE, id, version, Map.of("closed_on", settings.today(), "closing_note", note));
    }

    /** Takes {@link #close} back. */
    @Transactional(label = "grant.agreement.reopen")
    public void reopen(AgreementId id) {
        db.sql("""
                        UPDATE resources.grant_agreement SET closed_on = NULL, closing_note = '', version = version + 1
                        WHERE id = ?
                        """).param(id.value()).update();
    }
}
