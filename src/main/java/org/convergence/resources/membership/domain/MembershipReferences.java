package org.convergence.resources.membership.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.SingleColumnReference;
import org.convergence.directory.people.TextStandIns;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from memberships to people and organisations. Erasure keeps memberships, under a replacement name. */
@Configuration(proxyBeanMethods = false)
class MembershipReferences {

    @Bean
    static IdentityReference memberOrganisations(JdbcClient db) {
        return new MembershipPartyReference(
                ReferencingColumn.toOrganisation(db, "resources.membership", "organisation", List.of("id")),
                "organisation",
                db);
    }

    @Bean
    static IdentityReference memberPeople(JdbcClient db) {
        return new MembershipPartyReference(
                ReferencingColumn.toPerson(db, "resources.membership", "person", List.of("id"), ErasureRule.KEEP),
                "person",
                db);
    }

    @Bean
    static IdentityReference organisationsWithAHeadcount(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, "resources.membership_headcount", "organisation", List.of("id"));
    }

    @Bean
    static IdentityReference billedOrganisations(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, "resources.membership_billing", "organisation", List.of("id"));
    }

    @Bean
    static IdentityReference billingContacts(JdbcClient db) {
        return ReferencingColumn.toPerson(
                db, "resources.membership_billing", "person", List.of("id"), ErasureRule.CLEAR);
    }

    /** The author, evidence and remark of headcounts. */
    @Bean
    static IdentityReference namesInHeadcounts(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                "resources.membership_headcount",
                "false",
                Map.of("said_by", 200, "evidence", 500, "remark", 1_000));
    }

    /**
     * The reference from a membership to its member. A merge of two members with overlapping memberships is refused.
     */
    static final class MembershipPartyReference extends SingleColumnReference {

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
}
