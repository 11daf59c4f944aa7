package org.convergence.resources.membership.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.LastContactSource;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.SingleColumnReference;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.resources.membership.MembershipPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from memberships to people and organisations. Erasure keeps memberships, under a replacement name. */
@Configuration(proxyBeanMethods = false)
class MembershipReferences {

    @Bean
    static IdentityReference memberOrganisations(JdbcClient db) {
        return new MembershipPartyReference(
                ReferencingColumn.toOrganisation(db, "resources.membership", "organisation"));
    }

    @Bean
    static IdentityReference memberPeople(JdbcClient db) {
        return new MembershipPartyReference(
                ReferencingColumn.toPerson(db, "resources.membership", "person", ErasureRule.KEEP));
    }

    @Bean
    static IdentityReferences referencesFromMembership(ReferenceDeclarations declare) {
        return declare.table("resources.membership_headcount")
                .organisation("organisation")
                .texts(Map.of("said_by", 200, "evidence", 500, "remark", 1_000))
                .table("resources.membership_billing")
                .organisation("organisation")
                .person("person", ErasureRule.CLEAR);
    }

    /** Headcounts declared by an organisation; estimates are not contacts. */
    @Bean
    static LastContactSource headcountContacts() {
        return new LastContactSource(MembershipPermissions.READ_HEADCOUNTS, "membership.heard", """
                SELECT (recorded_at AT TIME ZONE :zone)::date AS day, NULL AS url FROM resources.membership_headcount
                WHERE organisation = :organisation AND withdrawn_at IS NULL AND status IN ('DECLARED', 'CONFIRMED')
                """);
    }

    /**
     * The reference from a membership to its member. A merge of two members with overlapping memberships is refused.
     */
    static final class MembershipPartyReference extends SingleColumnReference {

        MembershipPartyReference(ReferencingColumn column) {
            super(column);
        }

        @Override
        public Json repoint(Party duplicate, Party kept) {
            boolean meet = db.sql("""
                            SELECT EXISTS (SELECT FROM resources.membership d JOIN resources.membership k
                                           ON daterange(d.since, d.until, '[]') && daterange(k.since, k.until, '[]')
                                           WHERE d.%1$s = :duplicate AND k.%1$s = :kept)
                            """.formatted(column.column()))
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
