package org.convergence.education.tool.domain;

import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.education.tool.ToolId;
import org.convergence.education.tool.ToolPermissions;
import org.convergence.education.tool.domain.Tool.LoanFacts;
import org.convergence.education.tool.domain.Tool.LoanReturn;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lends kits and takes them back. */
@Service
@Transactional
@Requires(ToolPermissions.EDIT)
public class ToolLoanService {

    static final String TABLE = "education.tool_loan";

    private final JdbcClient db;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;

    ToolLoanService(JdbcClient db, PeopleDirectory people, OrganisationSettings settings) {
        this.db = db;
        this.people = people;
        this.settings = settings;
    }

    /** @throws Refused if this kit is lent already, or the loan ends before it begins */
    @Transactional(label = "tool.lend")
    public UUID lend(ToolId tool, LoanFacts facts) {
        if (facts.dueOn().isBefore(facts.lentOn())) {
            throw new Refused("tool.refused.loan-days");
        }
        OrganisationId holder =
                facts.holder() == null ? people.findOrCreateOrganisation(facts.holderName()) : facts.holder();
        UUID id = Ids.next();
        try {
            db.sql("""
                            INSERT INTO education.tool_loan (id, tool, copy, holder, contact, lent_on, due_on)
                            VALUES (:id, :tool, :copy, :holder, :contact, :lent, :due)
                            """)
                    .param("id", id)
                    .param("tool", tool.value())
                    .param("copy", facts.copy())
                    .param("holder", holder.value())
                    .param("contact", facts.contact())
                    .param("lent", facts.lentOn())
                    .param("due", facts.dueOn())
                    .update();
        } catch (DuplicateKeyException lent) {
            throw new Refused("tool.refused.lent", facts.copy());
        }
        return id;
    }

    /**
     * Ends a loan by a head count (R-EDU-9); its contact is no longer needed and is deleted.
     *
     * @param asked whether the missing head count was asked for already
     * @throws Refused if the day is in the future or before the loan, or the head count is missing and was not asked for
     */
    @Transactional(label = "tool.return")
    public void returned(UUID loan, LoanReturn facts, boolean asked) {
        if (facts.people() == null && !asked) {
            throw new Refused("tool.ask.people");
        }
        int ended = facts.on().isAfter(settings.today())
                ? 0
                : db.sql("""
                                UPDATE education.tool_loan SET version = version + 1, returned_on = :on,
                                    people = CAST(:people AS integer), missing = :missing, contact = NULL
                                WHERE id = :id AND returned_on IS NULL AND lent_on <= :on
                                """)
                        .param("on", facts.on())
                        .param("people", facts.people())
                        .param("missing", facts.missing())
                        .param("id", loan)
                        .update();
        if (ended == 0) {
            throw new Refused("tool.refused.return");
        }
    }
}
