package org.convergence.resources.membership.domain;

import org.convergence.directory.people.Party;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.SingleColumnReference;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reference from a membership to its member. A merge of two members with overlapping memberships is refused. */
final class MembershipPartyReference extends SingleColumnReference {

    private final String name;
    private final JdbcClient db;

    /** @param name of the column, {@code organisation} or {@code person} */
    MembershipPartyReference(ReferencingColumn column, String name, JdbcClient db) {
        super(column);
        this.name = name;
        this.db = db;
    }

    @Override
    public Json repoint(Party duplicate, Party kept) {
        boolean meet = db.sql("""
                        SELECT EXISTS (SELECT FROM resources.membership d JOIN resources.membership k
                                       ON daterange(d.since, d.until, '[]') && daterange(k.since, k.until, '[]')
                                       WHERE d.%1$s = :duplicate AND k.%1$s = :kept)
                        """.formatted(name))
                .param("duplicate", duplicate.value())
                .param("kept", kept.value())
                .query(Boolean.class)
                .single();
        if (meet) {
            throw new Refused("membership.refused.both-members");
        }
        return super.repoint(duplicate, kept);
    }
}
