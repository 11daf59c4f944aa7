package org.convergence.resources.grant.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.grant.AgreementDueId;
import org.convergence.resources.grant.AgreementDueKind;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.Budgets;
import org.convergence.resources.spending.Budgets.BudgetFacts;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records agreements with their budgets, deliverables and instalments. */
@Service
@Transactional
@Requires(GrantPermissions.EDIT)
public class AgreementService {

    static final String TABLE = "resources.grant_agreement";
    static final String DUE_TABLE = "resources.grant_agreement_due";

    private final JdbcClient db;
    private final Budgets budgets;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;

    AgreementService(JdbcClient db, Budgets budgets, PeopleDirectory people, OrganisationSettings settings) {
        this.db = db;
        this.budgets = budgets;
        this.people = people;
        this.settings = settings;
    }

    /**
     * A deliverable or an instalment to add.
     *
     * @param what the deliverable, or the trigger of the instalment, in 1 to 300 characters
     * @param clause that asks for it, in at most 100 characters; may be empty
     * @param amount of an instalment, in the agreement's currency
     * @param owner the person who sees to it
     */
    public record AgreementDueFacts(
            AgreementDueKind kind,
            String what,
            String clause,
            LocalDate dueOn,
            @Nullable BigDecimal amount,
            @Nullable PersonId owner) {}

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
        AgreementId id = new AgreementId(Ids.next());
        db.sql("""
                        INSERT INTO resources.grant_agreement
                               (id, number, title, funder, currency, starts_on, ends_on, scope, terms, transfer_tolerance,
                                retained_until)
                        VALUES (:id, :number, :title, :funder, :currency, :startsOn, :endsOn, :scope, :terms, :tolerance,
                                :retained)
                        """)
                .params(parameters(facts))
                .param("id", id.value())
                .param("currency", facts.currency())
                .update();
        budgets.create(new BudgetFacts(
                id.subject(), facts.title(), facts.currency(), facts.startsOn(), facts.endsOn(), lines));
        return id;
    }

    private Map<String, @Nullable Object> parameters(AgreementFacts facts) {
        Map<String, @Nullable Object> all = new HashMap<>();
        OrganisationId funder =
                facts.newFunder() == null ? facts.funder() : people.findOrCreateOrganisation(facts.newFunder());
        all.put("number", facts.number());
        all.put("title", facts.title());
        all.put("funder", funder == null ? null : funder.value());
        all.put("startsOn", facts.startsOn());
        all.put("endsOn", facts.endsOn());
        all.put("scope", facts.scope().name());
        all.put("terms", facts.terms());
        all.put("tolerance", facts.transferTolerance());
        all.put("retained", facts.retainedUntil());
        return all;
    }

    /**
     * Corrects what an agreement says; its currency stays.
     *
     * @param version the version on which the form was opened
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "grant.agreement.correct")
    public void correct(AgreementId id, int version, AgreementFacts facts) {
        int written = db.sql("""
                        UPDATE resources.grant_agreement
                        SET number = :number, title = :title, funder = :funder, starts_on = :startsOn, ends_on = :endsOn,
                            scope = :scope, terms = :terms, transfer_tolerance = :tolerance, retained_until = :retained,
                            version = version + 1
                        WHERE id = :id AND version = :version
                        """)
                .params(parameters(facts))
                .param("id", id.value())
                .param("version", version)
                .update();
        if (written == 0) {
            throw new EditConflict(TABLE, id.value(), version);
        }
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

    /** Adds a deliverable or an instalment. */
    @Transactional(label = "grant.agreement.add-due")
    public AgreementDueId addDue(AgreementId agreement, AgreementDueFacts facts) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO resources.grant_agreement_due
                               (id, agreement, kind, what, clause, due_on, amount, owner)
                        VALUES (:id, :agreement, :kind, :what, :clause, :dueOn, :amount, :owner)
                        """)
                .param("id", id)
                .param("agreement", agreement.value())
                .param("kind", facts.kind().name())
                .param("what", facts.what())
                .param("clause", facts.clause())
                .param("dueOn", facts.dueOn())
                .param("amount", facts.kind() == AgreementDueKind.INSTALMENT ? facts.amount() : null)
                .param("owner", facts.owner() == null ? null : facts.owner().value())
                .update();
        return new AgreementDueId(id);
    }

    /** Records that a deliverable was handed in today, or an instalment received. */
    @Transactional(label = "grant.agreement.done")
    public void markDone(AgreementDueId id) {
        db.sql(
                        "UPDATE resources.grant_agreement_due SET done_on = ?, version = version + 1 WHERE id = ? AND done_on IS NULL")
                .params(settings.today(), id.value())
                .update();
    }

    /** Takes {@link #markDone} back. */
    @Transactional(label = "grant.agreement.undone")
    public void markOpen(AgreementDueId id) {
        db.sql("UPDATE resources.grant_agreement_due SET done_on = NULL, version = version + 1 WHERE id = ?")
                .param(id.value())
                .update();
    }
}
